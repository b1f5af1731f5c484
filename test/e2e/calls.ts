import { readFileSync } from "node:fs";

/** What a provider called for one type of resource, as actions of IAM. */
export interface Calls {
  /** To refresh. */
  readonly read: ReadonlySet<string>;
  /** At all. */
  readonly all: ReadonlySet<string>;
}

/** How the provider's log calls AWS's services, and IAM does. */
const SERVICES: Readonly<Record<string, string>> = {
  ACM: "acm",
  ApiGatewayV2: "apigateway",
  AppSync: "appsync",
  "Application Auto Scaling": "application-autoscaling",
  "Auto Scaling": "autoscaling",
  Batch: "batch",
  CloudWatch: "cloudwatch",
  CloudFront: "cloudfront",
  "Cognito Identity Provider": "cognito-idp",
  "CloudWatch Logs": "logs",
  DLM: "dlm",
  DynamoDB: "dynamodb",
  EC2: "ec2",
  EFS: "elasticfilesystem",
  ECR: "ecr",
  ECS: "ecs",
  ElastiCache: "elasticache",
  "Elastic Load Balancing v2": "elasticloadbalancing",
  EventBridge: "events",
  IAM: "iam",
  KMS: "kms",
  Lambda: "lambda",
  RDS: "rds",
  "Route 53": "route53",
  S3: "s3",
  Scheduler: "scheduler",
  SNS: "sns",
  SQS: "sqs",
  "Secrets Manager": "secretsmanager",
  ServiceDiscovery: "servicediscovery",
  SFN: "states",
  SSM: "ssm",
  WAFV2: "wafv2",
};

/** Where an action is called otherwise than the call. @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html */
const RENAMED: Readonly<Record<string, string>> = {
  "cloudfront:CreateDistributionWithTags": "cloudfront:CreateDistribution",
  "s3:DeleteBucketEncryption": "s3:PutEncryptionConfiguration",
  "s3:DeleteBucketLifecycle": "s3:PutLifecycleConfiguration",
  "s3:DeleteBucketMetricsConfiguration": "s3:PutMetricsConfiguration",
  "s3:DeleteBucketOwnershipControls": "s3:PutBucketOwnershipControls",
  "s3:DeleteBucketReplication": "s3:PutReplicationConfiguration",
  "s3:DeletePublicAccessBlock": "s3:PutBucketPublicAccessBlock",
  "s3:GetBucketAccelerateConfiguration": "s3:GetAccelerateConfiguration",
  "s3:GetBucketCors": "s3:GetBucketCORS",
  "s3:GetBucketEncryption": "s3:GetEncryptionConfiguration",
  "s3:GetBucketLifecycleConfiguration": "s3:GetLifecycleConfiguration",
  "s3:GetBucketMetricsConfiguration": "s3:GetMetricsConfiguration",
  "s3:GetBucketNotificationConfiguration": "s3:GetBucketNotification",
  "s3:GetBucketReplication": "s3:GetReplicationConfiguration",
  "s3:GetObjectLockConfiguration": "s3:GetBucketObjectLockConfiguration",
  "s3:GetPublicAccessBlock": "s3:GetBucketPublicAccessBlock",
  "s3:HeadBucket": "s3:ListBucket",
  "s3:PutBucketEncryption": "s3:PutEncryptionConfiguration",
  "s3:PutBucketLifecycleConfiguration": "s3:PutLifecycleConfiguration",
  "s3:PutBucketMetricsConfiguration": "s3:PutMetricsConfiguration",
  "s3:PutBucketNotificationConfiguration": "s3:PutBucketNotification",
  "s3:PutBucketReplication": "s3:PutReplicationConfiguration",
  "s3:PutPublicAccessBlock": "s3:PutBucketPublicAccessBlock",
};

/** API Gateway's actions are the methods of HTTP. */
const METHODS: readonly (readonly [RegExp, string])[] = [
  [/^Get/, "GET"],
  [/^Create/, "POST"],
  [/^Update/, "PATCH"],
  [/^Delete/, "DELETE"],
];

/** @param log - what Terraform wrote with `TF_LOG_PROVIDER=DEBUG` */
export function callsIn(log: string): Map<string, Calls> {
  const calls = new Map<string, { read: Set<string>; all: Set<string> }>();
  for (const entry of entriesOf(readFileSync(log, "utf8"))) {
    const [type, action] = [field(entry, "tf_resource_type"), actionOf(entry)];
    if (type === undefined || action === undefined) continue;
    const known = calls.get(type) ?? { read: new Set(), all: new Set() };
    calls.set(type, known);
    known.all.add(action);
    if (field(entry, "tf_rpc") === "ReadResource") known.read.add(action);
  }
  return calls;
}

/** A body stands on lines of its own. */
const entriesOf = (text: string): string[] =>
  text.split(/^(?=\d{4}-\d{2}-\d{2}T)/m).filter((entry) => entry.includes("HTTP Request Sent"));

function actionOf(entry: string): string | undefined {
  const [service, call] = [field(entry, "rpc.service"), field(entry, "rpc.method")];
  // Of a request that holds a function's code the log says neither.
  if (service === undefined || call === undefined) return undefined;
  const prefix = SERVICES[service] ?? service;
  const method = METHODS.find(([start]) => start.test(call))?.[1] ?? call;
  const action = `${prefix}:${prefix === "apigateway" ? method : call}`;
  return RENAMED[action] ?? action;
}

function field(entry: string, name: string): string | undefined {
  const start = `(?:^|\\s)${name.replace(".", "\\.")}=`;
  return (
    new RegExp(`${start}"([^"]*)"`).exec(entry)?.[1] ??
    new RegExp(`${start}([^\\s"]+)`).exec(entry)?.[1]
  );
}
