import { breakagesOf } from "./notation";

const { set, removed, added, edited } = breakagesOf("aws_events");

const QUEUE = "aws_sqs_queue.events";
const DEAD = "aws_sqs_queue.events_dead";
const FUNCTION = "aws_lambda_function.consumer";
const MAPPING = "aws_lambda_event_source_mapping.events";
const FIFO_MAPPING = "aws_lambda_event_source_mapping.payments";
const STREAM = "aws_lambda_event_source_mapping.stream";
const TOPIC = "aws_sns_topic.topic";
const SCHEDULE = "aws_scheduler_schedule.nightly";
const INVOCATIONS = "aws_lambda_function_event_invoke_config.notified";

const redrive = (attempts: number) =>
  `{"deadLetterTargetArn":"\${aws_sqs_queue.events_dead.arn}","maxReceiveCount":${attempts}}`;

const queues = [
  set("AWS-SQS-005", QUEUE, "redrive_policy", redrive(2), "redrive_policy"),
  added("AWS-SQS-005", "aws_sqs_queue_redrive_policy.apart", {
    queue_url: "https://sqs.eu-west-1.amazonaws.com/123456789012/other",
    redrive_policy: JSON.stringify({ deadLetterTargetArn: "arn", maxReceiveCount: 101 }),
  }),
  set("AWS-SQS-006", DEAD, "message_retention_seconds", 345_600, "message_retention_seconds"),
  set("AWS-SQS-006", DEAD, "message_retention_seconds", undefined),
  set("AWS-SQS-007", DEAD, "redrive_allow_policy", undefined),
  set(
    "AWS-SQS-007",
    DEAD,
    "redrive_allow_policy",
    '{"redrivePermission":"allowAll"}',
    "redrive_allow_policy",
  ),
  set("AWS-SQS-008", DEAD, "fifo_queue", true, "fifo_queue"),
  set("AWS-SQS-008", "aws_sqs_queue.payments_dead", "fifo_queue", false, "fifo_queue"),
  set("AWS-SQS-009", QUEUE, "kms_master_key_id", "alias/aws/sqs"),
  edited({
    id: "AWS-SQS-009",
    address: QUEUE,
    how: "with the key of SQS",
    edit: (stack) => {
      stack.set(QUEUE, "kms_master_key_id", undefined);
      stack.set(QUEUE, "sqs_managed_sse_enabled", true);
    },
  }),
  set("AWS-SQS-010", QUEUE, "message_retention_seconds", 1824, "message_retention_seconds"),
];

const topics = [
  removed("AWS-SNS-002", TOPIC, "aws_sns_topic_policy.topic"),
  set("AWS-SNS-003", "aws_sns_topic_subscription.notified", "redrive_policy", undefined),
  set("AWS-SNS-004", TOPIC, "kms_master_key_id", "alias/aws/sns"),
];

const functions = [
  set("AWS-LAMBDA-005", FUNCTION, "tracing_config", [{ mode: "PassThrough" }], "tracing_config"),
  set("AWS-LAMBDA-006", FUNCTION, "runtime", "nodejs20.x", "runtime"),
  set("AWS-LAMBDA-007", FUNCTION, "kms_key_arn", undefined),
  set("AWS-LAMBDA-008", FUNCTION, "environment", [{ variables: { DB_PASSWORD: "correct horse" } }]),
  set("AWS-LAMBDA-009", FUNCTION, "logging_config", [{ log_format: "JSON" }]),
  set("AWS-LAMBDA-010", FUNCTION, "memory_size", 128, "memory_size"),
  set("AWS-LAMBDA-010", FUNCTION, "timeout", 3, "timeout"),
  removed("AWS-LAMBDA-011", "aws_lambda_function.notified", INVOCATIONS),
  set("AWS-LAMBDA-011", INVOCATIONS, "destination_config", []),
  set(
    "AWS-LAMBDA-013",
    FUNCTION,
    "reserved_concurrent_executions",
    99,
    "reserved_concurrent_executions",
  ),
  set("AWS-LAMBDA-018", FUNCTION, "environment", [{ variables: { TABLE: "x".repeat(4096) } }]),
  set("AWS-LAMBDA-019", FUNCTION, "ephemeral_storage", [{ size: 2049 }], "ephemeral_storage"),
  set(
    "AWS-LAMBDA-019",
    "aws_lambda_provisioned_concurrency_config.live",
    "provisioned_concurrent_executions",
    51,
    "provisioned_concurrent_executions",
  ),
];

const callers = [
  set("AWS-LAMBDA-012", STREAM, "destination_config", []),
  set("AWS-LAMBDA-014", "aws_lambda_permission.topic", "source_arn", undefined),
  added("AWS-LAMBDA-014", "aws_lambda_permission.bucket", {
    action: "lambda:InvokeFunction",
    function_name: "orders-reader",
    principal: "s3.amazonaws.com",
    source_arn: "arn:aws:s3:::orders-archive",
  }),
  set("AWS-LAMBDA-015", "aws_lambda_function_url.url", "cors", [
    { allow_credentials: true, allow_origins: ["*"] },
  ]),
  set("AWS-LAMBDA-015", "aws_lambda_function_url.url", "cors", [
    { allow_methods: ["*"], allow_origins: ["*"] },
  ]),
  set("AWS-LAMBDA-016", "aws_lambda_alias.live", "function_version", "$LATEST"),
  edited({
    id: "AWS-LAMBDA-016",
    address: "aws_lambda_alias.live",
    how: "of a function that publishes no versions",
    edit: (stack) => stack.set(FUNCTION, "publish", false),
  }),
  set("AWS-LAMBDA-017", MAPPING, "maximum_batching_window_in_seconds", 0),
  set("AWS-LAMBDA-017", FIFO_MAPPING, "batch_size", 11),
  set("AWS-LAMBDA-017", FIFO_MAPPING, "maximum_batching_window_in_seconds", 5),
];

const buses = [
  set("AWS-EVENTS-001", "aws_cloudwatch_event_bus.bus", "kms_key_identifier", undefined),
  set("AWS-EVENTS-002", "aws_cloudwatch_event_target.placed", "dead_letter_config", []),
];

const schedules = [
  edited({
    id: "AWS-SCHEDULER-001",
    address: SCHEDULE,
    how: "without a dead-letter queue",
    edit: (stack) => stack.set(SCHEDULE, "target", [{ arn: "arn", role_arn: "arn" }]),
  }),
  set("AWS-SCHEDULER-002", SCHEDULE, "kms_key_arn", undefined),
];

export const awsEvents = [...queues, ...topics, ...functions, ...callers, ...buses, ...schedules];
