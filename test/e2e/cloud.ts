import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  DescribeMetricFiltersCommand,
  FilterLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { DynamoDBClient, ListTablesCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import {
  DeleteRolePolicyCommand,
  IAMClient,
  ListRolesCommand,
  PutRolePolicyCommand,
} from "@aws-sdk/client-iam";
import {
  DescribeKeyCommand,
  KMSClient,
  ListAliasesCommand,
  ListKeysCommand,
} from "@aws-sdk/client-kms";
import {
  GetEventSourceMappingCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  ListFunctionsCommand,
} from "@aws-sdk/client-lambda";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import {
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";

type Environment = Readonly<Record<string, string>>;

/** What a person with a console could see and do, by the real SDK against the emulators. */
export function cloud(env: Environment) {
  const options = (service: string) => ({
    region: "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    endpoint: env[`AWS_ENDPOINT_URL_${service}`] ?? env["AWS_ENDPOINT_URL"] ?? "",
  });
  const sqs = new SQSClient(options("SQS"));
  const iam = new IAMClient(options("IAM"));
  return {
    ...queues(sqs),
    ...objects(
      new S3Client({ ...options("S3"), forcePathStyle: true, followRegionRedirects: true }),
    ),
    ...functions(new LambdaClient(options("LAMBDA"))),
    ...tables(new DynamoDBClient(options("DYNAMODB"))),
    ...logs(new CloudWatchLogsClient(options("CLOUDWATCH_LOGS"))),
    ...roles(iam),
    ...keys(new KMSClient(options("KMS"))),
  };
}

function queues(sqs: SQSClient) {
  const url = async (name: string) =>
    (await sqs.send(new GetQueueUrlCommand({ QueueName: name }))).QueueUrl ?? "";
  return {
    queueAttributes: async (name: string) => {
      const request = { QueueUrl: await url(name), AttributeNames: ["All" as const] };
      return (await sqs.send(new GetQueueAttributesCommand(request))).Attributes ?? {};
    },
    setQueue: async (name: string, Attributes: Record<string, string>) =>
      void (await sqs.send(
        new SetQueueAttributesCommand({ QueueUrl: await url(name), Attributes }),
      )),
    send: async (name: string, MessageBody: string) =>
      void (await sqs.send(new SendMessageCommand({ QueueUrl: await url(name), MessageBody }))),
    receive: async (name: string) => {
      const request = { QueueUrl: await url(name), WaitTimeSeconds: 1, MaxNumberOfMessages: 10 };
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(request));
      return Messages.map(({ Body = "" }) => Body);
    },
    deleteQueue: async (name: string) =>
      void (await sqs.send(new DeleteQueueCommand({ QueueUrl: await url(name) }))),
    queueNames: async () =>
      ((await sqs.send(new ListQueuesCommand({}))).QueueUrls ?? []).map((each) =>
        each.slice(each.lastIndexOf("/") + 1),
      ),
  };
}

function objects(s3: S3Client) {
  return {
    bucketNames: async () =>
      ((await s3.send(new ListBucketsCommand({}))).Buckets ?? []).map(({ Name = "" }) => Name),
    stateIn: async (Bucket: string, Key: string) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      return JSON.parse((await Body?.transformToString()) ?? "null") as {
        serial: number;
        lineage: string;
        resources: { mode: string }[];
      };
    },
    /** As another run of Terraform would write it. */
    putLock: async (Bucket: string, Key: string) => {
      const lock = {
        ...{ ID: "5f7d1c1e-0000-4000-8000-000000000000", Operation: "OperationTypeApply" },
        ...{ Who: "operator@host", Created: "2026-01-15T09:30:00Z" },
      };
      await s3.send(new PutObjectCommand({ Bucket, Key, Body: JSON.stringify(lock) }));
    },
    removeLock: async (Bucket: string, Key: string) =>
      void (await s3.send(new DeleteObjectCommand({ Bucket, Key }))),
    upload: async (Bucket: string, Key: string, Body: string) =>
      void (await s3.send(new PutObjectCommand({ Bucket, Key, Body }))),
    /** Of every object and version. */
    empty: async (Bucket: string) => {
      const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
      for (const { Key, VersionId } of Versions)
        await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    },
    encryptionOf: async (Bucket: string, Key: string) =>
      (await s3.send(new HeadObjectCommand({ Bucket, Key }))).ServerSideEncryption,
  };
}

function functions(lambda: LambdaClient) {
  return {
    functionNames: async () =>
      ((await lambda.send(new ListFunctionsCommand({}))).Functions ?? []).map(
        ({ FunctionName = "" }) => FunctionName,
      ),
    mappings: async () => {
      const { EventSourceMappings = [] } = await lambda.send(
        new ListEventSourceMappingsCommand({}),
      );
      return Promise.all(
        EventSourceMappings.map(({ UUID }) =>
          lambda.send(new GetEventSourceMappingCommand({ UUID })),
        ),
      );
    },
  };
}

function tables(dynamo: DynamoDBClient) {
  return {
    tableNames: async () => (await dynamo.send(new ListTablesCommand({}))).TableNames ?? [],
    items: async (TableName: string) =>
      (await dynamo.send(new ScanCommand({ TableName, ConsistentRead: true }))).Items ?? [],
  };
}

function logs(client: CloudWatchLogsClient) {
  return {
    logGroupNames: async () =>
      ((await client.send(new DescribeLogGroupsCommand({}))).logGroups ?? []).map(
        ({ logGroupName = "" }) => logGroupName,
      ),
    metricFilters: async (logGroupName: string) =>
      (await client.send(new DescribeMetricFiltersCommand({ logGroupName }))).metricFilters ?? [],
    logLines: async (logGroupName: string) =>
      ((await client.send(new FilterLogEventsCommand({ logGroupName }))).events ?? []).map(
        ({ message = "" }) => message,
      ),
  };
}

function roles(iam: IAMClient) {
  return {
    roleNames: async () =>
      ((await iam.send(new ListRolesCommand({}))).Roles ?? []).map(({ RoleName = "" }) => RoleName),
    putInlinePolicy: async (RoleName: string, PolicyName: string, document: unknown) =>
      void (await iam.send(
        new PutRolePolicyCommand({
          RoleName,
          PolicyName,
          PolicyDocument: JSON.stringify(document),
        }),
      )),
    deleteInlinePolicy: async (RoleName: string, PolicyName: string) =>
      void (await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }))),
  };
}

function keys(kms: KMSClient) {
  return {
    /** Of the account's own keys: AWS makes one for a service of its when somebody first asks after it. */
    keyStates: async () => {
      const { Keys = [] } = await kms.send(new ListKeysCommand({}));
      const { Aliases = [] } = await kms.send(new ListAliasesCommand({}));
      const ofAws = new Set(
        Aliases.filter(({ AliasName = "" }) => AliasName.startsWith("alias/aws/")).map(
          ({ TargetKeyId }) => TargetKeyId,
        ),
      );
      const described = await Promise.all(
        Keys.filter(({ KeyId }) => !ofAws.has(KeyId)).map(({ KeyId }) =>
          kms.send(new DescribeKeyCommand({ KeyId })),
        ),
      );
      return described.map(({ KeyMetadata }) => String(KeyMetadata?.KeyState));
    },
    keyAliases: async () =>
      ((await kms.send(new ListAliasesCommand({}))).Aliases ?? [])
        .map(({ AliasName = "" }) => AliasName)
        .filter((name) => !name.startsWith("alias/aws/")),
  };
}
