import { RANDOM_PASSWORD } from "../../secrets/generated_value";
import type { ScopeName } from "../scopes";
import type { NeedsByType } from "./needs";

/** Of a key by which a secret is encrypted: it is used by Secrets Manager, with the rights of who changes the secret. */
const KEY_OF_SECRETS = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"];

const USED: Readonly<Record<string, readonly ScopeName[]>> = Object.fromEntries(
  KEY_OF_SECRETS.map((action) => [action, ["servedKeys"]]),
);

/**
 * Secrets without their values, which no role of a pipeline reads or writes but for those that an apply makes: the provider reads a version to
 * see that it is there, and asks for nothing less than its value.
 */
export const SECRETS: NeedsByType = {
  aws_secretsmanager_secret: {
    on: "secrets",
    read: ["secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy"],
    write: ["secretsmanager:CreateSecret", "secretsmanager:DeleteSecret"],
    also: [
      ...KEY_OF_SECRETS,
      "secretsmanager:TagResource",
      "secretsmanager:UntagResource",
      "secretsmanager:UpdateSecret",
    ],
    elsewhere: USED,
    source: "seen",
  },
  aws_secretsmanager_secret_policy: {
    on: "secrets",
    read: ["secretsmanager:GetResourcePolicy"],
    write: ["secretsmanager:DeleteResourcePolicy", "secretsmanager:PutResourcePolicy"],
    source: "seen",
  },
  aws_secretsmanager_secret_version: {
    on: "generatedSecrets",
    read: ["kms:Decrypt", "secretsmanager:GetSecretValue"],
    write: ["secretsmanager:PutSecretValue"],
    also: ["kms:GenerateDataKey"],
    elsewhere: { "kms:Decrypt": ["secretKeys"], "kms:GenerateDataKey": ["servedKeys"] },
    source: "seen",
  },
  aws_secretsmanager_secret_rotation: {
    on: "secrets",
    read: ["secretsmanager:DescribeSecret"],
    write: ["secretsmanager:CancelRotateSecret", "secretsmanager:RotateSecret"],
    // Secrets Manager asks whether who says which function is called may call it.
    also: ["lambda:InvokeFunction"],
    elsewhere: { "lambda:InvokeFunction": ["rotationFunctions"] },
    source: "seen",
  },
  /** AWS makes one up for whoever asks: IAM knows no resource for it. */
  [RANDOM_PASSWORD]: {
    on: "anywhere",
    read: ["secretsmanager:GetRandomPassword"],
    write: [],
    source: "reference",
  },
};
