import type { Location } from "./arn";
import type { Grant } from "./policy";

/** Encrypt and decrypt by way of data keys; spelled out, since the gate allows no wildcard. */
export const USE_KEY = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
] as const;

/** What a poller does on behalf of a function. @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
export const consumeMessages = (queueArn: string): Grant => ({
  sid: "ConsumeMessages",
  actions: ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
  resources: [queueArn],
});

/** One item at a time: no scan, no query, no delete. */
export const readWriteItems = (tableArns: readonly string[]): Grant => ({
  sid: "ReadWriteItems",
  actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  resources: tableArns,
});

/** Streams of a log group; their names are not known before, so the group's ARN ends in `:*`. */
export const writeLogs = (logGroupArn: string): Grant => ({
  sid: "WriteLogs",
  actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
  resources: [`${logGroupArn}:*`],
});

/**
 * X-Ray knows no resource for these two actions: `*` is the only one it takes.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html
 */
export const WRITE_TRACES: Grant = {
  sid: "WriteTraces",
  actions: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
  resources: ["*"],
};

/** Messages are decrypted through SQS alone. */
export const decryptMessages = (keyArn: string, at: Location): Grant => ({
  sid: "DecryptMessages",
  actions: ["kms:Decrypt"],
  resources: [keyArn],
  conditions: via("sqs", at),
});

/**
 * The variables of one function, which Lambda decrypts with the function's role before its first
 * invocation; the context that Lambda sends says whose they are.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
 */
export const decryptVariables = (keyArn: string, functionArn: string): Grant => ({
  sid: "DecryptVariables",
  actions: ["kms:Decrypt"],
  resources: [keyArn],
  conditions: {
    StringEquals: { "kms:EncryptionContext:aws:lambda:FunctionArn": functionArn },
  },
});

/**
 * What DynamoDB asks of its caller for a table with a customer key, through DynamoDB alone.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
export const useTableKey = (keyArn: string, at: Location): Grant => ({
  sid: "UseTableKey",
  actions: USE_KEY,
  resources: [keyArn],
  conditions: via("dynamodb", at),
});

const via = (service: string, { region }: Location) => ({
  StringEquals: { "kms:ViaService": `${service}.${region}.amazonaws.com` },
});
