import type { Editor } from "./fixtures";

/** One way to break a good stack, and what must be found. */
export interface Breakage {
  readonly id: string;
  readonly address: string;
  readonly how: string;
  readonly cloud: "aws" | "google";
  /** Attribute that decides; hidden in a plan it leaves the rule undetermined. Undefined: presence is enough. */
  readonly decides?: string;
  readonly edit: (stack: Editor) => void;
}

const document = (statement: object) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Resource: "*", ...statement }],
  });

function set(
  id: string,
  address: string,
  attribute: string,
  value: unknown,
  decides?: string,
): Breakage {
  return {
    id,
    address,
    how:
      value === undefined
        ? `without ${attribute}`
        : `with ${attribute} ${JSON.stringify(value)}`.slice(0, 60),
    cloud: address.startsWith("google") ? "google" : "aws",
    ...(decides === undefined ? {} : { decides }),
    edit: (stack) => stack.set(address, attribute, value),
  };
}

function removed(id: string, address: string, gone: string): Breakage {
  return {
    id,
    address,
    how: `without ${gone}`,
    cloud: address.startsWith("google") ? "google" : "aws",
    edit: (stack) => stack.remove(gone),
  };
}

function added(id: string, address: string, attributes: Record<string, unknown>): Breakage {
  return {
    id,
    address,
    how: `with ${address}`,
    cloud: address.startsWith("google") ? "google" : "aws",
    edit: (stack) => stack.add(address, attributes),
  };
}

const MAPPING = "aws_lambda_event_source_mapping.mapping";
const TABLE = "aws_dynamodb_table.state";
const BLOCK = "aws_s3_bucket_public_access_block.bucket";
const DATABASE = "google_firestore_database.state";

export const breakages: readonly Breakage[] = [
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
  {
    id: "AWS-SQS-002",
    address: "aws_sqs_queue.dead",
    how: "with a policy that refuses nothing",
    cloud: "aws",
    edit: (stack) =>
      stack.set(
        "aws_sqs_queue_policy.dead",
        "policy",
        document({ Action: "sqs:SendMessage", Principal: { AWS: "arn:aws:iam::1:role/x" } }),
      ),
  },
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
  added("AWS-LAMBDA-004", "aws_lambda_permission.all", {
    action: "lambda:InvokeFunction",
    function_name: "orders",
    principal: "*",
  }),
  {
    id: "AWS-TAGS-001",
    address: TABLE,
    how: "without an owner",
    cloud: "aws",
    decides: "tags_all",
    edit: (stack) => stack.untag(TABLE, "owner"),
  },
  set("GCP-IAM-001", "google_project_iam_member.datastore", "role", "roles/editor", "role"),
  set("GCP-IAM-002", "google_cloud_run_v2_service_iam_member.push", "member", "allUsers", "member"),
  set("GCP-PUBSUB-001", "google_pubsub_topic.events", "kms_key_name", undefined),
  set("GCP-PUBSUB-002", "google_pubsub_subscription.events", "dead_letter_policy", undefined),
  set("GCP-STORAGE-001", "google_storage_bucket.archive", "encryption", undefined),
  set(
    "GCP-STORAGE-002",
    "google_storage_bucket.archive",
    "public_access_prevention",
    "inherited",
    "public_access_prevention",
  ),
  set("GCP-STORAGE-002", "google_storage_bucket.archive", "uniform_bucket_level_access", false),
  set("GCP-FIRESTORE-001", DATABASE, "cmek_config", undefined),
  set(
    "GCP-FIRESTORE-002",
    DATABASE,
    "point_in_time_recovery_enablement",
    "POINT_IN_TIME_RECOVERY_DISABLED",
    "point_in_time_recovery_enablement",
  ),
  removed("GCP-FIRESTORE-003", DATABASE, "google_firestore_field.ttl"),
  set("GCP-RUN-001", "google_cloud_run_v2_service.processor", "template", [
    { scaling: [{ min_instance_count: 0 }] },
  ]),
  set(
    "GCP-RUN-002",
    "google_cloud_run_v2_service.processor",
    "invoker_iam_disabled",
    true,
    "invoker_iam_disabled",
  ),
  {
    id: "GCP-LABELS-001",
    address: "google_pubsub_topic.events",
    how: "without an owner",
    cloud: "google",
    decides: "effective_labels",
    edit: (stack) => stack.untag("google_pubsub_topic.events", "owner"),
  },
];
