import { breakagesOf, document, inDevelopment } from "./notation";

const { set, removed, added, edited } = breakagesOf("aws");

const MAPPING = "aws_lambda_event_source_mapping.mapping";
const TABLE = "aws_dynamodb_table.state";
const BLOCK = "aws_s3_bucket_public_access_block.bucket";

export const aws = [
  set("AWS-IAM-001", "aws_iam_role_policy.role", "policy", document({ Action: "sqs:*" }), "policy"),
  set(
    "AWS-IAM-001",
    "aws_iam_role.role",
    "assume_role_policy",
    document({ Action: "*", Principal: { Service: "a" } }),
    "assume_role_policy",
  ),
  set(
    "AWS-IAM-001",
    "aws_kms_key.key",
    "policy",
    document({ Action: "kms:*", Principal: { AWS: "arn:aws:iam::1:user/x" } }),
    "policy",
  ),
  set(
    "AWS-IAM-002",
    "aws_sqs_queue_policy.queue",
    "policy",
    document({ Action: "sqs:SendMessage", Principal: "*" }),
    "policy",
  ),
  set(
    "AWS-IAM-002",
    "aws_s3_bucket_policy.bucket",
    "policy",
    document({ Action: "s3:GetObject", Principal: { AWS: "*" } }),
    "policy",
  ),
  set(
    "AWS-IAM-002",
    "aws_iam_role.role",
    "assume_role_policy",
    document({ Action: "sts:AssumeRole", Principal: "*" }),
    "assume_role_policy",
  ),
  set(
    "AWS-IAM-003",
    "aws_iam_role_policy.role",
    "policy",
    document({ Action: "sqs:SendMessage" }),
    "policy",
  ),
  set("AWS-SQS-001", "aws_sqs_queue.queue", "kms_master_key_id", undefined),
  removed("AWS-SQS-002", "aws_sqs_queue.queue", "aws_sqs_queue_policy.queue"),
  edited({
    id: "AWS-SQS-002",
    address: "aws_sqs_queue.dead",
    how: "with a policy that refuses nothing",
    edit: (stack) =>
      stack.set(
        "aws_sqs_queue_policy.dead",
        "policy",
        document({ Action: "sqs:SendMessage", Principal: { AWS: "arn:aws:iam::1:role/x" } }),
      ),
  }),
  set("AWS-SQS-003", "aws_sqs_queue.queue", "redrive_policy", undefined),
  set(
    "AWS-SQS-004",
    "aws_sqs_queue.queue",
    "visibility_timeout_seconds",
    364,
    "visibility_timeout_seconds",
  ),
  set("AWS-SQS-004", "aws_sqs_queue.queue", "visibility_timeout_seconds", 30),
  set("AWS-DDB-001", TABLE, "server_side_encryption", undefined),
  set("AWS-DDB-002", TABLE, "ttl", [{ enabled: false }], "ttl"),
  set(
    "AWS-DDB-003",
    TABLE,
    "point_in_time_recovery",
    [{ enabled: false }],
    "point_in_time_recovery",
  ),
  removed(
    "AWS-S3-001",
    "aws_s3_bucket.bucket",
    "aws_s3_bucket_server_side_encryption_configuration.bucket",
  ),
  removed("AWS-S3-002", "aws_s3_bucket.bucket", "aws_s3_bucket_policy.bucket"),
  removed("AWS-S3-003", "aws_s3_bucket.bucket", BLOCK),
  set("AWS-S3-003", BLOCK, "restrict_public_buckets", false),
  set("AWS-S3-004", "aws_s3_bucket_acl.bucket", "acl", "public-read", "acl"),
  set("AWS-LOGS-001", "aws_cloudwatch_log_group.log", "kms_key_id", undefined),
  set("AWS-LOGS-002", "aws_cloudwatch_log_group.log", "retention_in_days", 0, "retention_in_days"),
  set("AWS-SNS-001", "aws_sns_topic.topic", "kms_master_key_id", undefined),
  set("AWS-LAMBDA-001", MAPPING, "function_response_types", []),
  set("AWS-LAMBDA-002", MAPPING, "scaling_config", []),
  set(
    "AWS-LAMBDA-003",
    "aws_lambda_function.processor",
    "reserved_concurrent_executions",
    -1,
    "reserved_concurrent_executions",
  ),
  set(
    "AWS-LAMBDA-004",
    "aws_lambda_function_url.url",
    "authorization_type",
    "NONE",
    "authorization_type",
  ),
  ...inDevelopment([
    set("AWS-LAMBDA-020", "aws_lambda_function.processor", "memory_size", 3009),
    added("AWS-LAMBDA-020", "aws_lambda_provisioned_concurrency_config.warm", {
      function_name: "orders",
      qualifier: "live",
      provisioned_concurrent_executions: 1,
    }),
  ]),
  added("AWS-LAMBDA-014", "aws_lambda_permission.all", {
    action: "lambda:InvokeFunction",
    function_name: "orders",
    principal: "*",
  }),
  edited({
    id: "AWS-TAGS-001",
    address: TABLE,
    how: "without an owner",
    decides: "tags_all",
    edit: (stack) => stack.untag(TABLE, "owner"),
  }),
];
