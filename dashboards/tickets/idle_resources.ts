import { idleResources, isExpected, type IdleResource } from "../../model/cost/idle";
import { natZones } from "../../model/network/network";
import type { Service } from "../../model/service";
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
  return idleResources(services.filter(isInUse), zones).filter(
    (resource) => !isExpected(resource, idle.expected),
  );
}

/** What waits in a second region is meant to. */
const isInUse = ({ region }: Service): boolean => region?.waits !== true;

/** The zones whose NAT gateways are watched. */
export const watchedGateways = (environment: Environment): string[] =>
  watchedForIdleness(environment).flatMap(({ kind, name }) =>
    kind === "natGateway" ? [name] : [],
  );
