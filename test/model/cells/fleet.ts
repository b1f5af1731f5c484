import { dev } from "../../../environments/dev";
import { catalogImages } from "../../../environments/services/catalog-images";
import { checkout } from "../../../environments/services/checkout";
import { orders } from "../../../environments/services/orders";
import { prod } from "../../../environments/prod";
import type { FleetDeclaration } from "../../../model/cells/declaration";
import type { ServiceDeclaration } from "../../../model/declaration";
import type { AwsEnvironment } from "../../../model/environment";

/** An API at the edge leads to one cell, and is a problem in several. */
export const withoutApisAtEdge = (services: readonly ServiceDeclaration[]): ServiceDeclaration[] =>
  services.map((service) => {
    if (service.workload.kind !== "requestDriven") return service;
    const { edge, ...workload } = service.workload;
    return edge === undefined ? service : { ...service, workload };
  });

/** An environment in some cells, with all that `prod` has but its API at the edge. */
export const fleetOf = (cells: FleetDeclaration, environment: AwsEnvironment = prod) => ({
  ...environment,
  services: withoutApisAtEdge(environment.services),
  cells,
});

/** An environment of functions, containers and deliveries in three cells; c03 is for a tenant of its own. */
export const FLEET = {
  ...dev,
  name: "dev-fleet",
  network: { pool: "10.32.0.0/12", nat: "single" },
  dns: { zone: "dev.example.com", id: "Z0123456789DEVELOPING" },
  services: [orders, checkout, catalogImages],
  cells: {
    fleet: ["c01", "c02", "c03"],
    weights: { c03: 0 },
    pinned: { "tenant-42": "c03" },
    sandbox: "c02",
  },
} as const satisfies AwsEnvironment;
