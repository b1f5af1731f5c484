import { createHash } from "node:crypto";
import type { Hash } from "node:crypto";
import { canonical, isArray, isObject } from "./json";
import type { Json, JsonObject } from "./types";

/** What of a plan decides what an apply does and what the gate says of it; not when it was made, nor by which version of the tool. */
export const PLAN_PARTS = [
  "resource_changes",
  "output_changes",
  "deferred_changes",
  "configuration",
  "checks",
  "complete",
];

/** Of bytes or text, hexadecimal. */
export function sha256(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}

/**
 * The same for two plans that do the same: key order, white space, timestamp and tool version
 * do not count.
 *
 * @param parts the members of the plan that were parsed
 */
export function planFingerprint(parts: ReadonlyMap<string, Json>): string {
  const hash = createHash("sha256");
  for (const name of PLAN_PARTS) {
    const part = parts.get(name);
    if (part !== undefined) feed(hash.update(`\n${name}:`), part);
  }
  return hash.digest("hex");
}

/** Feeds the canonical form piece by piece: the whole text of a large plan would cost its size twice. */
function feed(hash: Hash, value: Json): void {
  if (isArray(value)) {
    hash.update("[");
    for (const child of value) hash.update(`${canonical(child)},`);
    hash.update("]");
  } else if (isObject(value)) {
    hash.update("{");
    for (const key of Object.keys(value).sort()) {
      feed(hash.update(`${JSON.stringify(key)}:`), value[key] ?? null);
    }
    hash.update("}");
  } else hash.update(canonical(value));
}

/** Of a synthesized stack: all of it. */
export function synthFingerprint(config: JsonObject): string {
  return sha256(canonical(config));
}
