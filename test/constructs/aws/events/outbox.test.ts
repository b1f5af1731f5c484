import { judge } from "../../../../policies/gate";
import { OUTBOXED, PUBLISHER, SHOP } from "../../support/events";
import { cellOf, origin, resource, statements } from "../../support/synth";

const { json } = cellOf(OUTBOXED);
const TABLE =
  "arn:aws:dynamodb:us-east-1:123456789012:table/${aws_dynamodb_table.shop_outbox_table.name}";
const KEY = "${aws_kms_key.shop_outbox_key.arn}";
const BUS = "arn:aws:events:us-east-1:123456789012:event-bus/dev-outbox-c01-events";
const FAILURES = "arn:aws:sqs:us-east-1:123456789012:${aws_sqs_queue.shop_outbox_failures.name}";

const grants = (role: string) =>
  Object.fromEntries(
    statements(resource(json, `aws_iam_role_policy.${role}_grants`).policy).map(
      ({ Sid, ...rest }) => [Sid, rest],
    ),
  );

test("events stand in a table of their own, under what they tell of and which one they are", () => {
  expect(resource(json, "aws_dynamodb_table.shop_outbox_table")).toMatchObject({
    name: "dev-outbox-c01-shop-outbox",
    ...{ hash_key: "subject", range_key: "sequence" },
    attribute: [
      { name: "sequence", type: "N" },
      { name: "subject", type: "S" },
    ],
    ...{ stream_enabled: true, stream_view_type: "NEW_IMAGE" },
    ttl: { attribute_name: "ttl", enabled: true },
    server_side_encryption: { enabled: true, kms_key_arn: KEY },
    deletion_protection_enabled: false,
  });
});

test("the stream is followed in order from its beginning, and what is given up is kept", () => {
  expect(resource(json, "aws_lambda_event_source_mapping.shop_outbox")).toMatchObject({
    event_source_arn: "${aws_dynamodb_table.shop_outbox_table.stream_arn}",
    starting_position: "TRIM_HORIZON",
    ...{ batch_size: 100, parallelization_factor: 1, bisect_batch_on_function_error: true },
    function_response_types: ["ReportBatchItemFailures"],
    ...{ maximum_retry_attempts: -1, maximum_record_age_in_seconds: 21_600 },
    destination_config: { on_failure: { destination_arn: FAILURES } },
    filter_criteria: { filter: [{ pattern: '{"eventName":["INSERT","MODIFY"]}' }] },
  });
  expect(resource(json, "aws_sqs_queue.shop_outbox_failures")).toMatchObject({
    name: "dev-outbox-c01-shop-outbox-failures",
    kms_master_key_id: "${aws_kms_alias.shop_outbox_key_alias.name}",
  });
});

test("code writes new events and does not publish, and knows where and which", () => {
  expect(grants("shop_processor")).not.toHaveProperty("PublishEvents");
  const put = statements(resource(json, "aws_iam_role_policy.shop_processor_grants").policy).filter(
    ({ Resource }) => [Resource].flat().includes(TABLE),
  );
  expect(put).toEqual([
    { Sid: "PutItems", Effect: "Allow", Action: "dynamodb:PutItem", Resource: TABLE },
  ]);
  const { variables } = resource(json, "aws_lambda_function.shop_processor").environment as {
    readonly variables: object;
  };
  expect(variables).toMatchObject({
    OUTBOX_TABLE: "${aws_dynamodb_table.shop_outbox_table.name}",
    EVENT_TYPES: "order.cancelled,order.placed",
    OUTBOX_KEEP_DAYS: "7",
  });
  expect(variables).not.toHaveProperty("EVENT_BUS");
});

test("what carries events reads the stream, publishes what is declared, and nothing else", () => {
  expect(grants("shop_outbox_relay")).toEqual({
    FollowOutbox: {
      Effect: "Allow",
      Action: [
        "dynamodb:DescribeStream",
        "dynamodb:GetRecords",
        "dynamodb:GetShardIterator",
        "dynamodb:ListStreams",
      ],
      Resource: `${TABLE}/stream/*`,
    },
    DecryptOutbox: {
      ...{ Effect: "Allow", Action: "kms:Decrypt", Resource: KEY },
      Condition: { StringEquals: { "kms:ViaService": "dynamodb.us-east-1.amazonaws.com" } },
    },
    PublishEvents: {
      ...{ Effect: "Allow", Action: "events:PutEvents", Resource: BUS },
      Condition: {
        "ForAllValues:StringEquals": {
          "events:detail-type": ["order.cancelled", "order.placed"],
          "events:source": "shop",
        },
        Null: { "events:detail-type": "false", "events:source": "false" },
      },
    },
    SendMessages: { Effect: "Allow", Action: "sqs:SendMessage", Resource: FAILURES },
    EncryptMessages: {
      ...{ Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: KEY },
      Condition: { StringEquals: { "kms:ViaService": "sqs.us-east-1.amazonaws.com" } },
    },
    DecryptVariables: expect.anything() as unknown,
    WriteLogs: expect.anything() as unknown,
    WriteTraces: expect.anything() as unknown,
  });
  expect(resource(json, "aws_lambda_function.shop_outbox_relay")).toMatchObject({
    function_name: "dev-outbox-c01-shop-outbox-relay",
    filename: "assets/shop-outbox-aws.zip",
    environment: {
      variables: { EVENT_BUS: "${aws_cloudwatch_event_bus.cell_events.name}", SERVICE: "shop" },
    },
  });
});

test("events that are kept for ever have no time after which they are deleted", () => {
  const kept = cellOf({ ...OUTBOXED, services: [{ ...SHOP, outbox: { keep: "forever" } }] }).json;
  const { variables } = resource(kept, "aws_lambda_function.shop_processor").environment as {
    readonly variables: object;
  };
  expect(variables).not.toHaveProperty("OUTBOX_KEEP_DAYS");
});

test("a service without one has no such table, and publishes itself", () => {
  const without = cellOf({ ...OUTBOXED, services: [PUBLISHER] }).json;
  expect(without.resource).not.toHaveProperty("aws_lambda_event_source_mapping");
  expect(JSON.stringify(without)).not.toContain("OUTBOX_TABLE");
});

test("each part says where it was declared", () => {
  for (const address of [
    "aws_dynamodb_table.shop_outbox_table",
    "aws_lambda_event_source_mapping.shop_outbox",
    "aws_kms_key.shop_outbox_key",
  ])
    expect(origin(json, address)).toEqual({ path: "shop.outbox" });
});

test("the gate passes what is written", async () => {
  const bytes = Buffer.from(JSON.stringify(json));
  const { findings } = await judge([{ name: "cdk.tf.json", bytes }], {
    ...{ now: new Date(0), stage: "synth" },
  });
  expect(findings.filter(({ verdict }) => verdict === "deny")).toEqual([]);
});
