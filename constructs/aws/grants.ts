import type { Location } from "./arn";
import type { Conditions, Grant } from "./policy";

/** Encrypt and decrypt by way of data keys; spelled out, since the gate allows no wildcard. */
export const USE_KEY = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
] as const;

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

/** A key is used through this service alone: not by who holds the role and a ciphertext. */
export const via = (service: string, { region }: Location): Conditions => ({
  StringEquals: { "kms:ViaService": `${service}.${region}.amazonaws.com` },
});
