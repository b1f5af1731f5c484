import type { Change } from "./effects";
import { EFFECTS } from "./freeze";
import { withoutIndexes } from "../input/plan";
import type { Origin } from "../types";

/** Where the resources of a stack were declared, by address; from the synthesized stack. */
export type Origins = ReadonlyMap<string, Origin>;

/** What a plan does to one service. */
export interface Concern {
  /** Null where the change is of nobody that is known. */
  readonly service: string | null;
  /** The worst first, then by address. */
  readonly changes: readonly Change[];
  /** Everything that is the service's own is made by this plan. */
  readonly isNew: boolean;
}

/** In the tag `service` of what services share. */
export const SHARED = "platform";

/**
 * Sorts changes by the services that they may hurt. A resource is of every service that its tags name, before or after, and
 * of the one that declared it. What none names is shared: by the services of its stack, or, where the stack has
 * none, by all of them.
 *
 * @param all every service whose budget is known
 */
export function concernsOf(
  changes: readonly Change[],
  origins: Origins,
  all: readonly string[],
): Concern[] {
  const named = (change: Change) => servicesOf(change, origins);
  const declared = [...origins.values()].flatMap(serviceOfPath);
  const own = [...new Set([...declared, ...changes.flatMap(named)])];
  const sharers = own.length > 0 ? own : all.length > 0 ? all : [null];
  const old = new Set(changes.filter((one) => !one.isNew).flatMap(named));
  const made = new Set(changes.flatMap(named).filter((service) => !old.has(service)));
  const found = new Map<string | null, Change[]>();
  for (const change of changes.filter(({ effect }) => effect !== "none")) {
    const services = named(change);
    for (const service of services.length > 0 ? services : sharers)
      found.set(service, [...(found.get(service) ?? []), change]);
  }
  return [...found]
    .map(([service, list]) => ({
      service,
      changes: list.toSorted(worstFirst),
      isNew: service !== null && made.has(service),
    }))
    .sort((a, b) => (String(a.service) < String(b.service) ? -1 : 1));
}

function servicesOf({ address, tagged }: Change, origins: Origins): string[] {
  const origin = origins.get(withoutIndexes(address));
  const declared = origin === undefined ? [] : serviceOfPath(origin);
  return [...new Set([...declared, ...tagged.filter((service) => service !== SHARED)])];
}

/** `orders.workload.queue` is of `orders`. */
function serviceOfPath({ path }: Origin): string[] {
  const service = path?.split(".")[0] ?? "";
  return service === "" ? [] : [service];
}

function worstFirst(a: Change, b: Change): number {
  const rank = EFFECTS.indexOf(b.effect) - EFFECTS.indexOf(a.effect);
  return rank !== 0 ? rank : a.address < b.address ? -1 : 1;
}

/** Where to show what is said of a service: where the change was declared, else the first of the service's own resources. */
export function originOf({ service, changes }: Concern, origins: Origins): Origin {
  const [first] = changes;
  const own = first && origins.get(withoutIndexes(first.address));
  if (own !== undefined) return own;
  const [declared] = [...origins.values()]
    .filter((origin) => service !== null && serviceOfPath(origin).includes(service))
    .sort((a, b) => (a.source?.line ?? 0) - (b.source?.line ?? 0));
  return declared ?? { construct: null, source: null, path: null };
}
