import { idleResources, isExpected, type IdleResource } from "../../model/cost/idle";
import { natZones } from "../../model/network/network";
import type { Environment } from "../../model/settle";

/** What somebody is told of when nobody uses it; nothing where the environment does not ask for that. */
export function watchedForIdleness({
  services,
  network,
  cost,
}: Pick<Environment, "services" | "network" | "cost">): IdleResource[] {
  const idle = cost?.idle;
  if (idle === undefined) return [];
  const zones = network === undefined ? [] : natZones(network);
  return idleResources(services, zones).filter((resource) => !isExpected(resource, idle.expected));
}

/** The zones whose NAT gateways are watched. */
export const watchedGateways = (environment: Environment): string[] =>
  watchedForIdleness(environment).flatMap(({ kind, name }) =>
    kind === "natGateway" ? [name] : [],
  );
