import type { ScopeName } from "../scopes";
import type { NeedsByType } from "./needs";

/** Of a key by which a secret is encrypted: it is used by Secrets Manager, with the rights of who changes the secret. */
const KEY_OF_SECRETS = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"];

const USED: Readonly<Record<string, readonly ScopeName[]>> = Object.fromEntries(
  KEY_OF_SECRETS.map((action) => [action, ["servedKeys"]]),
);

/** Secrets without their values, which no role of a pipeline reads or writes. */
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
};
