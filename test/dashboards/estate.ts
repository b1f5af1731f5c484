import { renderObservability } from "../../dashboards";
import { environments } from "../../environments";
import { dev } from "../../environments/dev";
import { devGcp } from "../../environments/dev-gcp";
import { catalogImages } from "../../environments/services/catalog-images";
import { checkout } from "../../environments/services/checkout";
import { orders } from "../../environments/services/orders";
import { storefront } from "../../environments/services/storefront";
import { settle, type Environment } from "../../model/settle";
import { BUSINESS } from "./indicators";
import { withoutApisAtEdge } from "../model/cells/fleet";

/** The environments of the repository, settled. */
export const estate: readonly Environment[] = environments.map((environment) =>
  settle(environment),
);

const ofBusiness = { ...orders, objectives: [...orders.objectives, BUSINESS] };

/** What may be declared and no environment of the repository does, by a name of its own. */
const variants: Readonly<Record<string, Environment>> = {
  "dev with business": settle({
    ...dev,
    services: [ofBusiness, storefront, checkout, catalogImages],
  }),
  "dev in cells": settle({
    ...dev,
    network: { pool: "10.32.0.0/12", nat: "single" },
    services: withoutApisAtEdge(dev.services),
    cells: { fleet: 2 },
  }),
  "dev-gcp with business": settle({ ...devGcp, services: [ofBusiness] }),
};

export function findEnvironment(name: string): Environment {
  const found = variants[name] ?? estate.find((environment) => environment.name === name);
  if (found === undefined) throw new Error(`no environment ${name}`);
  return found;
}

/** Everything that an environment's observability holds, by path, rendered anew. */
export const render = (name: string): ReadonlyMap<string, string> =>
  new Map(renderObservability(findEnvironment(name)).files.map(({ path, text }) => [path, text]));

const rendered = new Map<string, ReadonlyMap<string, string>>();

/** As {@link render}, once. */
export function filesOf(name: string): ReadonlyMap<string, string> {
  const files = rendered.get(name) ?? render(name);
  rendered.set(name, files);
  return files;
}
