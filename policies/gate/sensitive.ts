import { createHash } from "node:crypto";
import { asArray, asObject, entries, isArray, isObject, own } from "./json";
import type { Json, JsonObject } from "./types";

/** What stands for a sensitive value: equal values have equal stand-ins, and nothing can be read back. */
export function standIn(value: Json): string {
  const digest = createHash("sha256").update(JSON.stringify(value)).digest("hex");
  return `sha256:${digest.slice(-16)}`;
}

/**
 * Replaces what the mask (`after_sensitive`: true, or a tree that ends in true) covers.
 * Runs before anything else sees a value.
 */
export function redact(value: Json, mask: Json | undefined): Json {
  if (mask === true) return value === null ? null : standIn(value);
  if (isArray(value)) return value.map((child, i) => redact(child, asArray(mask)[i]));
  if (!isObject(value) || !isObject(mask)) return value;
  return Object.fromEntries(
    entries(value).map(([key, child]) => [key, redact(child, own(mask, key))]),
  );
}

/**
 * What is sensitive cannot be judged either: joins the leaves of the mask into the tree of
 * unknowns. A mask over a value that is not there (null) covers nothing.
 */
export function unknownAndSensitive(unknown: Json, mask: Json | undefined, value: Json): Json {
  if (unknown === true) return true;
  if (mask === true) return value === null || value === undefined ? unknown : true;
  if (isArray(mask)) return joinLists(asArray(unknown), mask, asArray(value));
  if (!isObject(mask)) return unknown;
  return joinObjects(asObject(unknown), mask, asObject(value));
}

function joinLists(unknown: readonly Json[], mask: readonly Json[], value: readonly Json[]): Json {
  const length = Math.max(unknown.length, mask.length);
  return Array.from({ length }, (_, i) =>
    unknownAndSensitive(unknown[i] ?? false, mask[i], value[i] ?? null),
  );
}

function joinObjects(unknown: JsonObject, mask: JsonObject, value: JsonObject): Json {
  const joined = entries(mask).map(([key, child]): [string, Json] => [
    key,
    unknownAndSensitive(own(unknown, key) ?? false, child, own(value, key) ?? null),
  ]);
  return Object.fromEntries([...entries(unknown), ...joined]);
}
