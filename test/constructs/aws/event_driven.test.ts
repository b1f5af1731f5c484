import { QueueConsumer } from "../../../constructs/aws/queue_consumer";
import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import type { ServiceDeclaration } from "../../../model/declaration";
import { resource, statements, cellOf, synthesizeOne } from "../support/synth";

const cellWith = (
  service: Partial<ServiceDeclaration> = {},
  stage: typeof dev.stage = "development",
) => cellOf({ ...dev, stage, services: [{ ...orders, ...service }] }).json;

const cell = cellWith();

test("the whole of orders has these addresses, which never change", () => {
  const addresses = Object.entries(cell.resource ?? {}).flatMap(([type, byName]) =>
    Object.keys(byName).map((name) => `${type}.${name}`),
  );
  expect(addresses.sort()).toEqual([
    "aws_cloudwatch_log_group.orders_processor_logs",
    "aws_cloudwatch_log_metric_filter.orders_processor_cold_starts",
    "aws_dynamodb_table.orders_state",
    "aws_iam_role.orders_processor_role",
    "aws_iam_role_policy.orders_processor_grants",
    "aws_kms_alias.orders_data_key_alias",
    "aws_kms_alias.orders_logs_key_alias",
    "aws_kms_alias.orders_messages_key_alias",
    "aws_kms_key.orders_data_key",
    "aws_kms_key.orders_logs_key",
    "aws_kms_key.orders_messages_key",
    "aws_lambda_alias.orders_processor_live",
    "aws_lambda_event_source_mapping.orders_consumer",
    "aws_lambda_function.orders_processor",
    "aws_sqs_queue.orders_events",
    "aws_sqs_queue.orders_events_dlq",
    "aws_sqs_queue_policy.orders_events_dlq_policy",
    "aws_sqs_queue_policy.orders_events_policy",
  ]);
});

test("outputs give the queue's address and the processor's ARN", () => {
  expect(cell.output).toMatchObject({
    orders_queue_url: { value: "${aws_sqs_queue.orders_events.url}" },
    orders_processor_arn: { value: "${aws_lambda_function.orders_processor.arn}" },
    plinth_stack: { value: "dev-c01" },
  });
});

test("the processor knows its table, its queue and how often a message is tried", () => {
  expect(resource(cell, "aws_lambda_function.orders_processor").environment).toEqual({
    variables: {
      STATE_TABLE: "${aws_dynamodb_table.orders_state.name}",
      QUEUE_URL: "${aws_sqs_queue.orders_events.url}",
      MAX_RETRIES: "3",
      SERVICE: "orders",
      ENVIRONMENT: "dev",
    },
  });
});

test("the poller sends batches of 10 or what came in 5 s, takes back what failed, and is bounded", () => {
  expect(resource(cell, "aws_lambda_event_source_mapping.orders_consumer")).toMatchObject({
    event_source_arn: "arn:aws:sqs:us-east-1:123456789012:${aws_sqs_queue.orders_events.name}",
    function_name:
      "arn:aws:lambda:us-east-1:123456789012:function:${aws_lambda_function.orders_processor.function_name}:${aws_lambda_alias.orders_processor_live.name}",
    batch_size: 10,
    maximum_batching_window_in_seconds: 5,
    function_response_types: ["ReportBatchItemFailures"],
    scaling_config: { maximum_concurrency: 100 },
  });
});

test("a consumer used alone has the same defaults", () => {
  const json = synthesizeOne(
    (stack) =>
      new QueueConsumer(stack, "c", { queueArn: "q", functionArn: "f", maximumConcurrency: 2 }),
  );
  expect(resource(json, "aws_lambda_event_source_mapping.c")).toMatchObject({
    batch_size: 10,
    maximum_batching_window_in_seconds: 5,
  });
});

test("the role may do exact things to exact resources, and use keys through their service or for itself alone", () => {
  const granted = statements(resource(cell, "aws_iam_role_policy.orders_processor_grants").policy);
  const through = (service: string) => ({
    StringEquals: { "kms:ViaService": `${service}.us-east-1.amazonaws.com` },
  });
  const ofFunction = {
    StringEquals: {
      "kms:EncryptionContext:aws:lambda:FunctionArn":
        "arn:aws:lambda:us-east-1:123456789012:function:dev-c01-orders-processor",
    },
  };
  expect(granted.map(({ Action, Resource, Condition }) => [Action, Resource, Condition])).toEqual([
    [
      ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
      "arn:aws:sqs:us-east-1:123456789012:${aws_sqs_queue.orders_events.name}",
      undefined,
    ],
    ["kms:Decrypt", "${aws_kms_key.orders_messages_key.arn}", through("sqs")],
    ["kms:Decrypt", "${aws_kms_key.orders_data_key.arn}", ofFunction],
    [
      ["dynamodb:GetItem", "dynamodb:PutItem"],
      "arn:aws:dynamodb:us-east-1:123456789012:table/${aws_dynamodb_table.orders_state.name}",
      undefined,
    ],
    [
      [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
      ],
      "${aws_kms_key.orders_data_key.arn}",
      through("dynamodb"),
    ],
    [
      ["logs:CreateLogStream", "logs:PutLogEvents"],
      "arn:aws:logs:us-east-1:123456789012:log-group:${aws_cloudwatch_log_group.orders_processor_logs.name}:*",
      undefined,
    ],
    [["xray:PutTelemetryRecords", "xray:PutTraceSegments"], "*", undefined],
  ]);
});

test("what the declaration says arrives in every resource", () => {
  const json = cellWith({
    workload: {
      kind: "eventDriven",
      code: "functions/orders",
      queue: {
        attempts: 5,
        retention: "1d",
        deadLetterRetention: "7d",
        batch: { size: 1, window: "0s" },
      },
      processor: {
        memory: 1024,
        timeout: "100s",
        reservedConcurrency: 10,
        maximumConcurrency: 4,
        architecture: "x86_64",
        logRetention: "7d",
      },
    },
    stores: {
      state: {
        kind: "keyValue",
        partitionKey: "id",
        ttlAttribute: "gone",
        deletionProtection: true,
      },
    },
  });
  expect(resource(json, "aws_sqs_queue.orders_events")).toMatchObject({
    visibility_timeout_seconds: 600,
    message_retention_seconds: 86_400,
    redrive_policy: expect.stringContaining('"maxReceiveCount":5'),
  });
  expect(resource(json, "aws_sqs_queue.orders_events_dlq").message_retention_seconds).toBe(604_800);
  expect(resource(json, "aws_lambda_event_source_mapping.orders_consumer")).toMatchObject({
    batch_size: 1,
    maximum_batching_window_in_seconds: 0,
    scaling_config: { maximum_concurrency: 4 },
  });
  expect(resource(json, "aws_lambda_function.orders_processor")).toMatchObject({
    memory_size: 1024,
    timeout: 100,
    reserved_concurrent_executions: 10,
    architectures: ["x86_64"],
  });
  expect(resource(json, "aws_cloudwatch_log_group.orders_processor_logs").retention_in_days).toBe(
    7,
  );
  expect(resource(json, "aws_dynamodb_table.orders_state")).toMatchObject({
    hash_key: "id",
    ttl: { attribute_name: "gone", enabled: true },
    deletion_protection_enabled: true,
  });
});

test("production protects what is kept and waits longer before a key is gone", () => {
  const json = cellWith({}, "production");
  expect(resource(json, "aws_dynamodb_table.orders_state").deletion_protection_enabled).toBe(true);
  expect(resource(json, "aws_kms_key.orders_data_key").deletion_window_in_days).toBe(30);
  expect(resource(cell, "aws_dynamodb_table.orders_state").deletion_protection_enabled).toBe(false);
  expect(resource(cell, "aws_kms_key.orders_data_key").deletion_window_in_days).toBe(7);
});
