import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import { storefront } from "../../../environments/services/storefront";
import type { AwsEnvironment } from "../../../model/environment";
import type { SecretDeclaration } from "../../../model/secrets/declaration";
import { CONTAINED } from "./synth";

const SECRETS = {
  "stripe-key": { description: "Takes payments; made in the provider's console." },
  "webhook-key": { description: "Signs what we tell others." },
} as const satisfies Readonly<Record<string, SecretDeclaration>>;

/** An environment whose functions have secrets, and its containers too. */
export const WITH_SECRETS: AwsEnvironment = {
  ...CONTAINED,
  name: "dev-keys",
  edge: dev.edge as NonNullable<typeof dev.edge>,
  services: [orders, storefront, ...CONTAINED.services].map((service) => ({
    ...service,
    secrets: SECRETS,
  })),
};
