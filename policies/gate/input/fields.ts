import { assign, own } from "../json";
import type { Json, JsonObject, Manifest } from "../types";

const known = new WeakMap<Manifest, Map<string, ReadonlySet<string>>>();
const NONE: ReadonlySet<string> = new Set();

/**
 * The attributes of a type that rules read or that relations need. Nothing else of a plan is
 * copied: it is faster, and what is not read cannot leak.
 */
export function fieldsOf(manifest: Manifest, type: string): ReadonlySet<string> {
  let types = known.get(manifest);
  if (!types) known.set(manifest, (types = collect(manifest)));
  return types.get(type) ?? NONE;
}

function collect(manifest: Manifest): Map<string, Set<string>> {
  const types = new Map<string, Set<string>>();
  const add = (type: string, names: readonly string[]) => {
    types.set(type, new Set([...(types.get(type) ?? []), ...names]));
  };
  for (const rule of manifest.rules) {
    const read = rule.reads.filter((path) => path[0] === "after").map((path) => String(path[1]));
    for (const type of rule.types) add(type, read);
  }
  for (const { on, from, via, to, by, carries } of manifest.relations) {
    add(from, via.slice(0, 1));
    add(to, by);
    add(on === "to" ? from : to, carries);
  }
  return types;
}

/** The named members of an object that are set. */
export function pickFields(object: JsonObject, names: ReadonlySet<string>): JsonObject {
  const found: Record<string, Json> = {};
  for (const name of names) {
    const value = own(object, name);
    if (value !== undefined && value !== null) assign(found, name, value);
  }
  return found;
}
