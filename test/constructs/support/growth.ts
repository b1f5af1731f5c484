import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { prod } from "../../../environments/prod";
import { catalogImages } from "../../../environments/services/catalog-images";
import { orders } from "../../../environments/services/orders";
import { storefront } from "../../../environments/services/storefront";
import type { AwsEnvironment } from "../../../model/environment";
import { DATA_SERVICE } from "./data";
import { SIGN_IN } from "./sign_in";
import type { Plan } from "./terraform";

const network = { pool: "10.48.0.0/12", zones: ["a", "b", "c"] } as const;

/** `prod`, which keeps items, objects, relations and a cache, and has users besides. */
export const STANDING: AwsEnvironment = {
  ...prod,
  network: { ...network, nat: "perZone" },
  signIn: {
    domain: { host: "login.example.com" },
    clients: { shop: SIGN_IN.clients.shop },
    scopes: SIGN_IN.scopes,
  },
};

export const WITH_A_ZONE: AwsEnvironment = {
  ...STANDING,
  network: { ...network, nat: "perZone", zones: ["a", "b", "c", "d"] },
};

export const WITH_A_SERVICE: AwsEnvironment = {
  ...STANDING,
  services: [...STANDING.services, DATA_SERVICE],
};

/** Nothing of it is reached from outside of the network but by functions. */
export const QUIET: AwsEnvironment = {
  ...STANDING,
  network: { ...network, tiers: ["private", "isolated"] },
  services: [orders, storefront, catalogImages, DATA_SERVICE],
};

export const WITH_A_TIER: AwsEnvironment = { ...QUIET, network };

const STATEFUL = new Set([
  ...[
    ...readFileSync(
      join(__dirname, "..", "..", "..", "policies", "lib", "stateful.rego"),
      "utf8",
    ).matchAll(/^\t"(aws_\w+)": true,$/gm),
  ].map(([, type = ""]) => type),
  "aws_subnet",
]);

export interface Growth {
  /** Of what holds data, and subnets: the types that stand, and which resources a plan touches. */
  readonly standing: readonly string[];
  readonly touched: readonly string[];
  /** Anything that is removed or replaced. */
  readonly removed: readonly string[];
}

/** What a plan does to what stands. */
export function growthOf({ resource_changes: changes }: Plan): Growth {
  const said = changes.map(({ address, change }) => ({
    ...{ address, actions: actionsOf(change) },
    type: address.slice(0, address.indexOf(".")),
  }));
  const those = (which: (one: (typeof said)[number]) => boolean): string[] =>
    said.filter(which).map(({ address, actions }) => `${address} ${actions}`);
  const kept = said.filter(({ type, actions }) => STATEFUL.has(type) && actions !== "create");
  return {
    standing: [...new Set(kept.map(({ type }) => type))].sort(),
    touched: those(({ type, actions }) => STATEFUL.has(type) && !/^(no-op|create)$/.test(actions)),
    removed: those(({ actions }) => actions.includes("delete")),
  };
}

interface Changed {
  readonly actions: readonly string[];
  readonly before?: unknown;
  readonly after: unknown;
  readonly after_unknown: object;
}

/** The made-up state does not say which values are sensitive: that they are is an update to Terraform, which changes nothing. */
function actionsOf({ actions, before, after, after_unknown: unknown }: Changed): string {
  const same = isDeepStrictEqual(before, after) && !JSON.stringify(unknown).includes("true");
  return same && actions.join() === "update" ? "no-op" : actions.join();
}
