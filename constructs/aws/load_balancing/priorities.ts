import { createHash } from "node:crypto";

/** Rules of a listener are asked in this order, 1 to 50,000. Those with paths come first: what has none takes every path of its host. */
const HALF = 25_000;

interface Routed {
  readonly name: string;
  readonly paths: readonly string[];
}

/**
 * The priority of each service's route, which follows from its name: a service that joins or leaves changes no other's, unless two
 * names meet, and then the later by the alphabet takes the next that is free.
 */
export function prioritiesOf(services: readonly Routed[]): ReadonlyMap<string, number> {
  const taken = new Map<number, string>();
  for (const { name, paths } of [...services].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const first = paths.length > 0 ? 1 : HALF + 1;
    let place = numberOf(name) % HALF;
    while (taken.has(first + place)) place = (place + 1) % HALF;
    taken.set(first + place, name);
  }
  return new Map([...taken].map(([priority, name]) => [name, priority]));
}

const numberOf = (name: string): number =>
  createHash("sha256").update(name).digest().readUInt32BE(0);
