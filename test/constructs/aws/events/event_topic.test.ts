import { EventTopic } from "../../../../constructs/aws/events/event_topic";
import { judge } from "../../../../policies/gate";
import { TOPICAL } from "../../support/events";
import {
  cellOf,
  LOCATION,
  origin,
  resource,
  statements,
  synthesizeAll,
  synthesizeOne,
} from "../../support/synth";

const { json } = cellOf(TOPICAL);
const arn = (name: string) => `arn:aws:sns:us-east-1:123456789012:${name}`;
const PLAIN = arn("${aws_sns_topic.cell_topics_warehouse_topic.name}");
const ORDERED = arn("${aws_sns_topic.cell_topics_warehouse_ordered_topic.name}");

test("a cell whose services publish to topics alone has no bus", () => {
  expect(json.resource?.aws_cloudwatch_event_bus).toBe(undefined);
});

test("a topic is encrypted with the key of its service, and carries its tags", () => {
  expect(resource(json, "aws_sns_topic.cell_topics_warehouse_topic")).toEqual({
    name: "dev-sns-c01-warehouse-events",
    kms_master_key_id: "${aws_kms_alias.cell_topics_warehouse_key_alias.name}",
    tags: expect.objectContaining({ service: "warehouse" }),
  });
  expect(origin(json, "aws_sns_topic.cell_topics_warehouse_topic")).toMatchObject({
    path: "warehouse.publishes",
  });
  expect(
    statements(resource(json, "aws_sns_topic_policy.cell_topics_warehouse_topic_policy").policy),
  ).toMatchObject([{ Sid: "DenyInsecureTransport", Action: "sns:Publish", Resource: PLAIN }]);
});

test("an ordered topic keeps order and knows duplicates within a group", () => {
  expect(resource(json, "aws_sns_topic.cell_topics_warehouse_ordered_topic")).toMatchObject({
    name: "dev-sns-c01-warehouse-events.fifo",
    fifo_topic: true,
    content_based_deduplication: true,
    fifo_throughput_scope: "MessageGroup",
  });
});

test("who publishes may do so to its topics, use their key through SNS, and knows them", () => {
  const granted = statements(
    resource(json, "aws_iam_role_policy.warehouse_handler_grants").policy,
  ).filter(({ Sid }) => ["PublishToTopics", "EncryptEvents"].includes(String(Sid)));
  expect(granted).toMatchObject([
    {
      ...{ Sid: "EncryptEvents", Action: ["kms:Decrypt", "kms:GenerateDataKey"] },
      Resource: "${aws_kms_key.cell_topics_warehouse_key.arn}",
      Condition: { StringEquals: { "kms:ViaService": "sns.us-east-1.amazonaws.com" } },
    },
    { Sid: "PublishToTopics", Action: "sns:Publish", Resource: [PLAIN, ORDERED] },
  ]);
  expect(resource(json, "aws_lambda_function.warehouse_handler").environment).toMatchObject({
    variables: { EVENT_TOPIC: PLAIN, ORDERED_EVENT_TOPIC: ORDERED },
  });
});

test("a subscription takes the event as it was published, filtered by its body, else it is kept aside", () => {
  expect(resource(json, "aws_sns_topic_subscription.prices_subscriptions_topic_warehouse")).toEqual(
    {
      topic_arn: "${aws_sns_topic.cell_topics_warehouse_topic.arn}",
      protocol: "sqs",
      endpoint: "arn:aws:sqs:us-east-1:123456789012:${aws_sqs_queue.prices_events.name}",
      raw_message_delivery: true,
      filter_policy_scope: "MessageBody",
      filter_policy: JSON.stringify({
        type: ["price.changed"],
        data: { total: [{ numeric: [">=", 5] }] },
      }),
      redrive_policy: JSON.stringify({
        deadLetterTargetArn:
          "arn:aws:sqs:us-east-1:123456789012:${aws_sqs_queue.prices_undelivered.name}",
      }),
      depends_on: ["aws_sqs_queue_policy.prices_events_policy"],
    },
  );
});

test.each([
  ["aws_sqs_queue_policy.prices_events_policy", "dev-sns-c01-warehouse-events"],
  ["aws_sqs_queue_policy.prices_undelivered_policy", "dev-sns-c01-warehouse-events"],
  ["aws_kms_key.prices_messages_key", "dev-sns-c01-warehouse-events"],
  ["aws_kms_key.ledger_messages_key", "dev-sns-c01-warehouse-events.fifo"],
])("%s lets in SNS for that topic alone", (address, topic) => {
  const said = statements(resource(json, address).policy);
  expect(said[said.length - 1]).toMatchObject({
    Principal: { Service: "sns.amazonaws.com" },
    Condition: { ArnEquals: { "aws:SourceArn": arn(topic) } },
  });
});

const IN_ORDER = {
  fifo_queue: true,
  content_based_deduplication: true,
  deduplication_scope: "messageGroup",
  fifo_throughput_limit: "perMessageGroupId",
};

test.each([
  ["aws_sqs_queue.ledger_events", "dev-sns-c01-ledger-events.fifo"],
  ["aws_sqs_queue.ledger_events_dlq", "dev-sns-c01-ledger-events-dlq.fifo"],
  ["aws_sqs_queue.ledger_undelivered", "dev-sns-c01-ledger-undelivered.fifo"],
])("%s keeps order", (address, name) => {
  expect(resource(json, address)).toMatchObject({ name, ...IN_ORDER });
});

test("from an ordered queue up to 10 messages are taken at once, without waiting", () => {
  expect(resource(json, "aws_lambda_event_source_mapping.ledger_consumer")).toMatchObject({
    batch_size: 10,
    maximum_batching_window_in_seconds: 0,
    function_response_types: ["ReportBatchItemFailures"],
  });
});

test("a topic used alone keeps no order where it is not told to", () => {
  const alone = synthesizeOne((stack) => {
    new EventTopic(stack, "topic", {
      ...{ name: "t", ordered: false, location: LOCATION },
      ...{ encryptionKey: "alias/k", encryptionKeyArn: "k" },
    });
  });
  expect(resource(alone, "aws_sns_topic.topic").fifo_topic).toBe(undefined);
});

test("the gate passes what is written", async () => {
  const files = synthesizeAll([TOPICAL]).map(({ id, json: written }) => ({
    name: `${id}/cdk.tf.json`,
    bytes: Buffer.from(JSON.stringify(written)),
  }));
  const { findings } = await judge(files, { now: new Date(0), stage: "synth" });
  expect(findings.filter(({ verdict }) => verdict === "deny")).toEqual([]);
});
