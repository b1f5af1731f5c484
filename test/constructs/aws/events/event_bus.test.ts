import { EventBus } from "../../../../constructs/aws/events/event_bus";
import { eventPattern } from "../../../../constructs/aws/events/event_pattern";
import { awsEventBusNames } from "../../../../model/events/names";
import type { EnvironmentDeclaration } from "../../../../model/environment";
import { judge } from "../../../../policies/gate";
import { AUDIT, EVENTFUL, PUBLISHER } from "../../support/events";
import {
  cellOf,
  CONTAINED,
  LOCATION,
  origin,
  resource,
  statements,
  synthesizeAll,
  synthesizeOne,
} from "../../support/synth";

const { json } = cellOf(EVENTFUL);
const BUS = "arn:aws:events:us-east-1:123456789012:event-bus/dev-bus-c01-events";
const RULE =
  "arn:aws:events:us-east-1:123456789012:rule/dev-bus-c01-events/dev-bus-c01-audit-from-storefront";

test("a cell whose services tell one another nothing has no bus", () => {
  expect(cellOf({ ...EVENTFUL, services: [] }).json.resource?.aws_cloudwatch_event_bus).toBe(
    undefined,
  );
});

test("the bus is encrypted with a key of its own and keeps what it could not encrypt", () => {
  expect(resource(json, "aws_cloudwatch_event_bus.cell_events")).toMatchObject({
    name: "dev-bus-c01-events",
    description: "What the services of c01 in dev-bus tell one another.",
    kms_key_identifier: "${aws_kms_key.cell_events_key.arn}",
    dead_letter_config: {
      arn: "arn:aws:sqs:us-east-1:123456789012:${aws_sqs_queue.cell_events_undelivered.name}",
    },
    tags: { service: "platform" },
  });
  expect(resource(json, "aws_sqs_queue.cell_events_undelivered")).toMatchObject({
    name: "dev-bus-c01-events-dlq",
    kms_master_key_id: "${aws_kms_alias.cell_events_undelivered_key_alias.name}",
    message_retention_seconds: 1_209_600,
  });
});

test("EventBridge uses the bus's key for this bus alone, and the other for what it sets aside", () => {
  const [, lookUp, use] = statements(resource(json, "aws_kms_key.cell_events_key").policy);
  const principal = { Service: "events.amazonaws.com" };
  const mine = { StringEquals: { "aws:SourceAccount": "123456789012" } };
  expect(lookUp).toMatchObject({
    ...{ Principal: principal, Action: "kms:DescribeKey", Condition: mine },
  });
  expect(use).toMatchObject({
    ...{ Principal: principal, Action: ["kms:Decrypt", "kms:GenerateDataKey"] },
    Condition: { ...mine, ArnEquals: { "kms:EncryptionContext:aws:events:event-bus:arn": BUS } },
  });
  const [, setAside] = statements(resource(json, "aws_kms_key.cell_events_undelivered_key").policy);
  expect(setAside).toMatchObject({
    ...{ Principal: principal, Action: ["kms:Decrypt", "kms:GenerateDataKey"] },
    Condition: { ArnEquals: { "aws:SourceArn": BUS } },
  });
});

test("all that was published is kept for a while, unless nothing is to be", () => {
  expect(resource(json, "aws_cloudwatch_event_archive.cell_events_archive")).toMatchObject({
    name: "dev-bus-c01-events",
    event_source_arn: "${aws_cloudwatch_event_bus.cell_events.arn}",
    retention_days: 7,
  });
  const without = cellOf({ ...EVENTFUL, eventBus: { archive: "none" } }).json;
  expect(without.resource?.aws_cloudwatch_event_archive).toBe(undefined);
});

test("who publishes may put its own events on this bus, and knows it by name", () => {
  expect(
    statements(resource(json, "aws_iam_role_policy.storefront_handler_grants").policy).find(
      ({ Sid }) => Sid === "PublishEvents",
    ),
  ).toEqual({
    Sid: "PublishEvents",
    Effect: "Allow",
    Action: "events:PutEvents",
    Resource: BUS,
    Condition: {
      "ForAllValues:StringEquals": {
        "events:detail-type": ["order.cancelled", "order.placed"],
        "events:source": "storefront",
      },
      Null: { "events:detail-type": "false", "events:source": "false" },
    },
  });
  expect(resource(json, "aws_lambda_function.storefront_handler").environment).toMatchObject({
    variables: { EVENT_BUS: "${aws_cloudwatch_event_bus.cell_events.name}" },
  });
  expect(JSON.stringify(resource(json, "aws_lambda_function.audit_processor"))).not.toContain(
    "EVENT_BUS",
  );
});

test("containers publish as functions do", () => {
  const [basket, ...others] = CONTAINED.services;
  const services = [{ ...basket, publishes: PUBLISHER.publishes }, ...others];
  const stack = cellOf({ ...CONTAINED, services } as EnvironmentDeclaration).json;
  expect(
    JSON.stringify(resource(stack, "aws_ecs_task_definition.basket_tasks_definition")),
  ).toContain("EVENT_BUS");
  expect(
    statements(resource(stack, "aws_iam_role_policy.basket_tasks_role_grants").policy).map(
      ({ Sid }) => Sid,
    ),
  ).toContain("PublishEvents");
});

test("a rule brings the CloudEvent as it was published into the subscriber's queue, for a day, else aside", () => {
  expect(
    resource(json, "aws_cloudwatch_event_rule.concierge_subscriptions_bus_storefront"),
  ).toEqual({
    name: "dev-bus-c01-concierge-from-storefront",
    description: "Events of storefront.",
    event_bus_name: "${aws_cloudwatch_event_bus.cell_events.name}",
    event_pattern: JSON.stringify({
      source: ["storefront"],
      "detail-type": ["order.placed"],
      detail: {
        data: { customer: { tier: ["gold"] }, total: [{ numeric: [">=", 100, "<", 10_000] }] },
      },
    }),
    tags: expect.objectContaining({ service: "concierge" }),
  });
  expect(
    resource(json, "aws_cloudwatch_event_target.audit_subscriptions_bus_storefront_target"),
  ).toEqual({
    arn: "arn:aws:sqs:us-east-1:123456789012:${aws_sqs_queue.audit_events.name}",
    dead_letter_config: {
      arn: "arn:aws:sqs:us-east-1:123456789012:${aws_sqs_queue.audit_undelivered.name}",
    },
    depends_on: ["aws_sqs_queue_policy.audit_events_policy"],
    event_bus_name: "${aws_cloudwatch_event_bus.cell_events.name}",
    input_path: "$.detail",
    retry_policy: { maximum_event_age_in_seconds: 86_400, maximum_retry_attempts: 185 },
    rule: "${aws_cloudwatch_event_rule.audit_subscriptions_bus_storefront.name}",
    target_id: "queue",
  });
  expect(
    origin(json, "aws_cloudwatch_event_rule.audit_subscriptions_bus_storefront"),
  ).toMatchObject({
    path: "audit.workload.subscribes",
  });
});

test.each([
  "aws_sqs_queue_policy.audit_events_policy",
  "aws_sqs_queue_policy.audit_undelivered_policy",
])("%s lets this rule send and nobody else's", (address) => {
  expect(statements(resource(json, address).policy)).toMatchObject([
    { Sid: "DenyInsecureTransport" },
    {
      Sid: "EventRulesSend",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sqs:SendMessage",
      Condition: { ArnEquals: { "aws:SourceArn": RULE } },
    },
  ]);
});

test("the rule may use the key of the queue's messages", () => {
  expect(statements(resource(json, "aws_kms_key.audit_messages_key").policy)[1]).toEqual({
    Sid: "EventRulesEncrypt",
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: "*",
    Condition: { ArnEquals: { "aws:SourceArn": RULE } },
  });
});

test("a pattern says conditions as EventBridge does", () => {
  const filter = {
    "a.b": [null, { not: ["x"] }, { suffix: "y" }],
    "a.c": [{ exists: false }, { exclusiveMinimum: 1, maximum: 2 }],
  };
  expect(JSON.parse(eventPattern({ service: "s", via: "bus", events: ["e"], filter }))).toEqual({
    source: ["s"],
    "detail-type": ["e"],
    detail: {
      data: {
        a: {
          b: [null, { "anything-but": ["x"] }, { suffix: "y" }],
          c: [{ exists: false }, { numeric: [">", 1, "<=", 2] }],
        },
      },
    },
  });
});

test("a bus used alone keeps its keys for 30 days after they were deleted", () => {
  const alone = synthesizeOne((stack) => {
    const names = awsEventBusNames("test", "c01");
    new EventBus(stack, "bus", { names, description: "Alone.", location: LOCATION });
  });
  expect(resource(alone, "aws_kms_key.bus_key").deletion_window_in_days).toBe(30);
});

test("a service that publishes needs the bus of its cell", () => {
  const other = { ...AUDIT, publishes: PUBLISHER.publishes };
  expect(() => cellOf({ ...EVENTFUL, services: [PUBLISHER, other] })).not.toThrow();
});

test("the gate passes what is written", async () => {
  const files = synthesizeAll([EVENTFUL]).map(({ id, json }) => ({
    name: `${id}/cdk.tf.json`,
    bytes: Buffer.from(JSON.stringify(json)),
  }));
  const { findings } = await judge(files, { now: new Date(0), stage: "synth" });
  expect(findings.filter(({ verdict }) => verdict === "deny")).toEqual([]);
});
