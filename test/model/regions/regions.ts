import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import { storefront } from "../../../environments/services/storefront";
import type { KeyValueDeclaration, ServiceDeclaration } from "../../../model/declaration";
import type { AwsEnvironment } from "../../../model/environment";
import type { RegionsDeclaration } from "../../../model/regions/declaration";
import { withoutApisAtEdge } from "../cells/fleet";

/** With tables that tell their changes, which is what a second region takes of them. */
export const ready = (service: ServiceDeclaration): ServiceDeclaration => ({
  ...service,
  stores: Object.fromEntries(
    Object.entries(service.stores).map(([name, store]) => [
      name,
      { ...(store as KeyValueDeclaration), stream: { view: "newAndOld" } },
    ]),
  ),
});

/** An environment of an API and of a service of events, in one region. */
export const SINGLE = {
  ...dev,
  name: "dev-two",
  dns: { zone: "dev.example.com", id: "Z0123456789DEVELOPING" },
  services: withoutApisAtEdge([orders, storefront]).map(ready),
} as const satisfies AwsEnvironment;

export const PASSIVE = {
  second: "us-west-2",
  mode: "activePassive",
  services: { orders: {}, storefront: {} },
} as const satisfies RegionsDeclaration;

/** The same in two regions. */
export const inTwo = (
  regions: Partial<RegionsDeclaration> = {},
  environment: AwsEnvironment = SINGLE,
): AwsEnvironment => ({ ...environment, regions: { ...PASSIVE, ...regions } });
