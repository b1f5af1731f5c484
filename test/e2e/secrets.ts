import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { logGroupArn } from "../../constructs/aws/arn";
import { Key, logsMayUse } from "../../constructs/aws/key";
import { ServiceSecrets } from "../../constructs/aws/secrets/service_secrets";
import { tagAll } from "../../constructs/tags";
import type { TerraformJson } from "../../constructs/terraform_json";
import { awsNames } from "../../model/names";
import { bundleFunction } from "../../operations/bundle";
import { CODE, LOCATION, synthesizeOne } from "../constructs/support/synth";
import { repository } from "./commands";
import type { Estate } from "./estate";
import { writeStack } from "./local_stack";

export const SECRETS_STACK = "secrets";
export const STRIPE_KEY = "test-c01-orders-stripe-key";
export const SESSION_KEY = "test-c01-orders-session-key";
export const COOKIE_KEY = "test-c01-orders-cookie-key";

const NAMES = awsNames({ environment: "test", cell: "c01", name: "orders" });

/** The code that is shipped: AWS makes another value up, and nobody has to be told. */
const ROTATED = {
  ...{ code: "functions/rotation", everyDays: 30, random: true },
  ...{ timeoutSeconds: 60, logRetentionDays: 30 },
};

const KEPT = {
  ...{ description: "Opens something.", recoveryWindowDays: 7, rotation: undefined },
} as const;

/** A stack with the secrets of a service, one of a person's, one that is made up and one that code rotates, and the keys that encrypt them. */
export const secretsStack = (version = 1): TerraformJson =>
  synthesizeOne((stack) => {
    const key = new Key(stack, "key", {
      ...{ alias: "alias/test-c01-orders-secrets", description: "Encrypts secrets." },
      ...{ location: LOCATION, deletionWindowDays: 7 },
    });
    const logs = new Key(stack, "logs-key", {
      ...{ alias: "alias/test-c01-orders-logs", description: "Encrypts logs." },
      ...{ location: LOCATION, deletionWindowDays: 7 },
      statements: [
        logsMayUse([logGroupArn(LOCATION, NAMES.rotation("cookie-key").logGroup)], LOCATION),
      ],
    });
    const made = new ServiceSecrets(stack, "secrets", {
      nameOf: NAMES.secret,
      ...{ location: LOCATION, key },
      secrets: [
        { ...KEPT, name: "cookie-key", generated: undefined, rotation: ROTATED },
        { ...KEPT, name: "session-key", generated: { length: 24, punctuation: false, version } },
        { ...KEPT, name: "stripe-key", generated: undefined },
      ],
    });
    made.rotate({
      ...{ namesOf: NAMES.rotation, code: () => CODE, logKeyArn: logs.arn },
      environment: { SERVICE: "orders", ENVIRONMENT: "test" },
    });
    tagAll(stack, {
      ...{ service: "orders", owner: "commerce", environment: "test" },
      "cost-center": "cc-1001",
    });
  });

/** The stack, and beside it the code that rotates. */
export async function writeSecrets(estate: Estate, version = 1): Promise<void> {
  writeStack(estate, SECRETS_STACK, secretsStack(version));
  const entry = "functions/rotation/aws.ts";
  const { zip } = await bundleFunction({ entry, platform: "aws", root: repository });
  const file = join(estate.folder, "cdktf.out", "stacks", SECRETS_STACK, CODE.fileName);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, zip);
}

/** What Secrets Manager answers. */
export async function ask(
  { env }: Estate,
  action: string,
  data: object,
): Promise<Readonly<Record<string, unknown>>> {
  const answer = await fetch(env["AWS_ENDPOINT_URL"] ?? "", {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `secretsmanager.${action}`,
    },
    body: JSON.stringify(data),
  });
  return (await answer.json()) as Readonly<Record<string, unknown>>;
}
