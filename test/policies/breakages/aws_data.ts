import { breakagesOf } from "./notation";

const { set, removed } = breakagesOf("aws_data");

const KEY = "aws_kms_key.key";
const TABLE = "aws_dynamodb_table.state";
const COUNTERS = "aws_dynamodb_table.counters";
const BUCKET = "aws_s3_bucket.archive";
const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration.archive";
const VERSIONING = "aws_s3_bucket_versioning.archive";
const ENCRYPTION = "aws_s3_bucket_server_side_encryption_configuration.archive";
const OWNERSHIP = "aws_s3_bucket_ownership_controls.archive";
const LOG = "aws_cloudwatch_log_group.log";

/** A lifecycle's one rule. */
const tidy = {
  id: "all",
  status: "Enabled",
  filter: [{ prefix: "" }],
  abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
  noncurrent_version_expiration: [{ noncurrent_days: 90 }],
};

const encryptedBy = (settings: object, bucketKey: boolean) => [
  { apply_server_side_encryption_by_default: [settings], bucket_key_enabled: bucketKey },
];

const keys = [
  set("AWS-KMS-001", KEY, "enable_key_rotation", false, "enable_key_rotation"),
  set("AWS-KMS-001", KEY, "rotation_period_in_days", 366, "rotation_period_in_days"),
  set("AWS-KMS-002", KEY, "deletion_window_in_days", 13, "deletion_window_in_days"),
  set(
    "AWS-KMS-003",
    KEY,
    "bypass_policy_lockout_safety_check",
    true,
    "bypass_policy_lockout_safety_check",
  ),
  set(
    "AWS-KMS-003",
    "aws_kms_key_policy.apart",
    "bypass_policy_lockout_safety_check",
    true,
    "bypass_policy_lockout_safety_check",
  ),
  set("AWS-KMS-004", KEY, "policy", undefined),
  removed("AWS-KMS-004", "aws_kms_key.apart", "aws_kms_key_policy.apart"),
  set("AWS-KMS-005", KEY, "is_enabled", false, "is_enabled"),
  set("AWS-LOGS-003", LOG, "retention_in_days", 5, "retention_in_days"),
  set("AWS-LOGS-003", LOG, "retention_in_days", 545, "retention_in_days"),
];

const tables = [
  set("AWS-DDB-001", TABLE, "server_side_encryption", [{ enabled: true }]),
  set("AWS-DDB-004", TABLE, "deletion_protection_enabled", false, "deletion_protection_enabled"),
  set("AWS-DDB-005", TABLE, "billing_mode", "PROVISIONED", "billing_mode"),
  removed(
    "AWS-DDB-005",
    COUNTERS,
    "aws_appautoscaling_target.counters",
    "aws_appautoscaling_policy.counters",
  ),
  set("AWS-DDB-006", TABLE, "replica", [{ region_name: "eu-north-1", kms_key_arn: "arn" }]),
  set("AWS-DDB-006", TABLE, "replica", [
    { region_name: "eu-north-1", point_in_time_recovery: true },
  ]),
  set("AWS-DDB-007", COUNTERS, "write_capacity", 1001, "write_capacity"),
  set("AWS-DDB-007", COUNTERS, "read_capacity", 1001, "read_capacity"),
  set("AWS-DDB-007", "aws_appautoscaling_target.counters", "max_capacity", 1001, "max_capacity"),
];

const buckets = [
  removed("AWS-S3-005", BUCKET, VERSIONING),
  set("AWS-S3-005", VERSIONING, "versioning_configuration", [{ status: "Suspended" }]),
  removed("AWS-S3-006", BUCKET, LIFECYCLE),
  set("AWS-S3-007", LIFECYCLE, "rule", [{ ...tidy, filter: [{ prefix: "logs/" }] }], "rule"),
  set("AWS-S3-007", LIFECYCLE, "rule", [{ ...tidy, abort_incomplete_multipart_upload: [] }]),
  set("AWS-S3-007", LIFECYCLE, "rule", [{ ...tidy, noncurrent_version_expiration: [] }]),
  set("AWS-S3-008", OWNERSHIP, "rule", [{ object_ownership: "ObjectWriter" }], "rule"),
  set("AWS-S3-009", ENCRYPTION, "rule", encryptedBy({ sse_algorithm: "AES256" }, false)),
  set(
    "AWS-S3-009",
    ENCRYPTION,
    "rule",
    encryptedBy({ sse_algorithm: "aws:kms", kms_master_key_id: "alias/orders" }, false),
  ),
  set("AWS-S3-010", BUCKET, "bucket", "orders.example.com", "bucket"),
  set("AWS-S3-011", BUCKET, "force_destroy", true, "force_destroy"),
];

export const awsData = [...keys, ...tables, ...buckets];
