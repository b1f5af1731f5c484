import { storefront } from "../../../environments/services/storefront";
import type { AwsEnvironment } from "../../../model/environment";
import { NETWORKED } from "./synth";

/** A request-driven service and an event-driven one that keep relations and a cache. */
export const DATA_SERVICE = {
  ...storefront,
  name: "shop",
  dependsOn: [],
  objectives: [],
  stores: {
    ...storefront.stores,
    baskets: { kind: "relational", engine: "postgresql", readers: 1 },
    sessions: { kind: "cache", engine: "valkey", zones: ["a", "b"] },
  },
} as const;

export const WITH_DATA = {
  ...NETWORKED,
  name: "dev-data",
  services: [DATA_SERVICE],
} as const satisfies AwsEnvironment;
