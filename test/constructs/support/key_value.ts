import { storefront } from "../../../environments/services/storefront";
import type { ServiceDeclaration } from "../../../model/declaration";
import { dev } from "../../../environments/dev";
import type { AwsEnvironment } from "../../../model/environment";

/** A request-driven service whose baskets are found by more than their own keys. */
export const KEYED_SERVICE = {
  ...storefront,
  name: "baskets",
  dependsOn: [],
  objectives: [],
  stores: {
    lines: {
      kind: "keyValue",
      partitionKey: "basketId",
      sortKey: { name: "line", type: "number" },
      indexes: {
        "by-customer": {
          partitionKey: "customerId",
          sortKey: { name: "changedAt", type: "number" },
          holds: ["title", "price"],
        },
        "by-digest": { partitionKey: { name: "digest", type: "binary" }, holds: "keys" },
        "by-title": { partitionKey: "title" },
      },
      replicate: { to: "us-west-2" },
      storageClass: "infrequent",
      access: ["get", "query", "put"],
    },
  },
} as const satisfies ServiceDeclaration;

export const WITH_KEYS = {
  ...dev,
  name: "dev-keys",
  services: [KEYED_SERVICE],
} as const satisfies AwsEnvironment;
