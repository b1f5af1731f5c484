import { isContentDelivery, mayBeBalanced, type Service, type Workload } from "../service";
import type { Environment } from "../settle";
import { isFirstCell } from "./name";
import { inCell } from "./raw";

/**
 * The services of one cell. An environment's own list has each service once, as the first cell has it; every cell has them all, but for deliveries:
 * what caches near users hold is the same for users of every cell, and stands in the first. A second region has those that are declared to be there.
 */
export const servicesIn = (
  { services, regions }: Pick<Environment, "services"> & Partial<Pick<Environment, "regions">>,
  cell: string,
): Service[] =>
  services
    .filter((service) => isFirstCell(cell) || !isContentDelivery(service))
    .filter(({ name }) => cell !== regions?.cell || Object.hasOwn(regions.services, name))
    .map((service) => placedIn(serviceIn(service, cell), regions));

/** What is in the second region says so. */
const placedIn = (service: Service, regions: Environment["regions"]): Service =>
  service.cell === regions?.cell
    ? { ...service, region: { name: regions.second, waits: regions.mode === "activePassive" } }
    : service;

function serviceIn(service: Service, cell: string): Service {
  const extend = service.extend.map((raw) => ({
    ...raw,
    attributes: inCell(raw.attributes, cell) as AttributesOf,
  }));
  return { ...service, cell, workload: workloadIn(service, cell), extend };
}

/** Settings of the code, and what it is scaled by, name resources of the cell. */
function workloadIn(service: Service, cell: string): Workload {
  if (!mayBeBalanced(service)) return service.workload;
  // Behind the router all cells answer at the one host, to which only the edge's records lead.
  const { host, behindEdge, environment, scaling } = service.workload;
  return {
    ...service.workload,
    host: host === undefined || behindEdge ? host : hostIn(host, cell),
    environment: inCell(environment, cell),
    scaling: inCell(scaling, cell),
  } as Workload;
}

type AttributesOf = Service["extend"][number]["attributes"];

/** `shop.example.com` is the first cell's, `shop-c02.example.com` that of the second: one level deep as well, so that one certificate covers both. */
export function hostIn(host: string, cell: string): string {
  if (isFirstCell(cell)) return host;
  const [label = "", ...zone] = host.split(".");
  return [`${label}-${cell}`, ...zone].join(".");
}
