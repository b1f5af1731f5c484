import type { ScopeName } from "../scopes";
import { anywhere, KEY_OF_WHAT_IS_MADE, SERVED, type Needs, type NeedsByType } from "./needs";

const ALIASED: readonly ScopeName[] = ["aliases", "keys"];

/** What is kept, and the keys that encrypt it. */
export const STORAGE: NeedsByType = {
  aws_dynamodb_table: {
    on: "tables",
    read: [
      "dynamodb:DescribeContinuousBackups",
      "dynamodb:DescribeTable",
      "dynamodb:DescribeTimeToLive",
      "dynamodb:ListTagsOfResource",
      "kms:DescribeKey",
    ],
    write: [
      "dynamodb:CreateTable",
      "dynamodb:DeleteTable",
      "dynamodb:UpdateContinuousBackups",
      "dynamodb:UpdateTimeToLive",
    ],
    also: [
      "dynamodb:TagResource",
      "dynamodb:UntagResource",
      "dynamodb:UpdateTable",
      ...KEY_OF_WHAT_IS_MADE,
    ],
    elsewhere: { ...SERVED, "kms:DescribeKey": ["keys"] },
    source: "seen",
  },
  /**
   * A copy within a table too. DynamoDB makes it with the rights of who asks, and fills it with them.
   *
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables-security.html
   */
  aws_dynamodb_table_replica: {
    on: "tableCopies",
    read: [
      "dynamodb:DescribeContinuousBackups",
      "dynamodb:DescribeTable",
      "dynamodb:ListTagsOfResource",
      "kms:DescribeKey",
    ],
    write: [
      ...["dynamodb:CreateTable", "dynamodb:CreateTableReplica"],
      ...["dynamodb:DeleteTable", "dynamodb:DeleteTableReplica"],
      "dynamodb:UpdateContinuousBackups",
    ],
    also: [
      ...["dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:GetItem"],
      ...["dynamodb:PutItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:UpdateItem"],
      ...["dynamodb:TagResource", "dynamodb:UntagResource", "dynamodb:UpdateTimeToLive"],
      ...["iam:CreateServiceLinkedRole", ...KEY_OF_WHAT_IS_MADE],
    ],
    elsewhere: {
      "iam:CreateServiceLinkedRole": ["copyRole"],
      // The provider asks which key AWS would take, to tell it from the copy's.
      "kms:DescribeKey": ["copyDefaultKeys", "keys"],
      ...Object.fromEntries(KEY_OF_WHAT_IS_MADE.map((action) => [action, ["copyKeys"]])),
    },
    source: "reference",
  },
  aws_kms_alias: {
    on: "aliases",
    read: ["kms:ListAliases"],
    write: ["kms:CreateAlias", "kms:DeleteAlias"],
    also: ["kms:UpdateAlias"],
    elsewhere: {
      ...anywhere(["kms:ListAliases"]),
      "kms:CreateAlias": ALIASED,
      "kms:DeleteAlias": ALIASED,
      "kms:UpdateAlias": ALIASED,
    },
    source: "seen",
  },
  aws_kms_key: {
    on: "keys",
    read: [
      "kms:DescribeKey",
      "kms:GetKeyPolicy",
      "kms:GetKeyRotationStatus",
      "kms:ListResourceTags",
    ],
    write: ["kms:CreateKey", "kms:EnableKeyRotation", "kms:ScheduleKeyDeletion"],
    also: ["kms:PutKeyPolicy", "kms:TagResource", "kms:UntagResource", "kms:UpdateKeyDescription"],
    elsewhere: { "kms:CreateKey": ["created"], "kms:TagResource": ["created", "keys"] },
    source: "seen",
  },
  aws_s3_bucket: {
    on: "buckets",
    read: [
      "s3:GetAccelerateConfiguration",
      "s3:GetBucketAcl",
      "s3:GetBucketCORS",
      "s3:GetBucketLogging",
      "s3:GetBucketObjectLockConfiguration",
      "s3:GetBucketPolicy",
      "s3:GetBucketRequestPayment",
      "s3:GetBucketTagging",
      "s3:GetBucketVersioning",
      "s3:GetBucketWebsite",
      "s3:GetEncryptionConfiguration",
      "s3:GetLifecycleConfiguration",
      "s3:GetReplicationConfiguration",
      "s3:ListBucket",
    ],
    write: ["s3:CreateBucket", "s3:PutBucketTagging"],
    also: ["s3:DeleteBucket"],
    source: "seen",
  },
  aws_s3_bucket_lifecycle_configuration: bucketPart("LifecycleConfiguration"),
  aws_s3_bucket_metric: bucketPart("MetricsConfiguration"),
  aws_s3_bucket_notification: bucketPart("BucketNotification"),
  aws_s3_bucket_object_lock_configuration: {
    ...bucketPart("BucketObjectLockConfiguration"),
    source: "reference",
  },
  aws_s3_bucket_ownership_controls: bucketPart("BucketOwnershipControls"),
  aws_s3_bucket_policy: {
    ...bucketPart("BucketPolicy"),
    also: ["s3:DeleteBucketPolicy"],
  },
  aws_s3_bucket_public_access_block: bucketPart("BucketPublicAccessBlock"),
  aws_s3_bucket_replication_configuration: bucketPart("ReplicationConfiguration"),
  aws_s3_bucket_server_side_encryption_configuration: bucketPart("EncryptionConfiguration"),
  aws_s3_bucket_versioning: bucketPart("BucketVersioning"),
  aws_sqs_queue: {
    on: "queues",
    read: ["sqs:GetQueueAttributes", "sqs:ListQueueTags"],
    write: ["sqs:CreateQueue", "sqs:DeleteQueue"],
    also: ["sqs:SetQueueAttributes", "sqs:TagQueue", "sqs:UntagQueue"],
    source: "seen",
  },
  aws_sqs_queue_policy: {
    on: "queues",
    read: ["sqs:GetQueueAttributes"],
    write: ["sqs:SetQueueAttributes"],
    source: "seen",
  },
};

/** What a bucket says in a resource of its own: read and written whole, and removed by writing. */
function bucketPart(name: string): Needs {
  return { on: "buckets", read: [`s3:Get${name}`], write: [`s3:Put${name}`], source: "seen" };
}
