import { Key } from "../../constructs/aws/key";
import { ServiceSecrets } from "../../constructs/aws/secrets/service_secrets";
import { tagAll } from "../../constructs/tags";
import type { TerraformJson } from "../../constructs/terraform_json";
import { LOCATION, synthesizeOne } from "../constructs/support/synth";
import type { Estate } from "./estate";

export const SECRETS_STACK = "secrets";
export const STRIPE_KEY = "test-c01-orders-stripe-key";
export const SESSION_KEY = "test-c01-orders-session-key";

const KEPT = { description: "Opens something.", recoveryWindowDays: 7 } as const;

/** A stack with the secrets of a service, one of a person's and one that is made up, and the key that encrypts them. */
export const secretsStack = (version = 1): TerraformJson =>
  synthesizeOne((stack) => {
    const key = new Key(stack, "key", {
      ...{ alias: "alias/test-c01-orders-secrets", description: "Encrypts secrets." },
      ...{ location: LOCATION, deletionWindowDays: 7 },
    });
    new ServiceSecrets(stack, "secrets", {
      nameOf: (name) => `test-c01-orders-${name}`,
      ...{ location: LOCATION, key },
      secrets: [
        { ...KEPT, name: "session-key", generated: { length: 24, punctuation: false, version } },
        { ...KEPT, name: "stripe-key", generated: undefined },
      ],
    });
    tagAll(stack, {
      ...{ service: "orders", owner: "commerce", environment: "test" },
      "cost-center": "cc-1001",
    });
  });

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
