import { createHash } from "node:crypto";
import { asArray, entries, isArray, isObject, own } from "../json";
import type { Json, Path } from "../types";
import { leaves, put, step } from "./unknowns";

/** What stands for a sensitive value: equal values have equal stand-ins, and nothing can be read back. */
export function standIn(value: Json): string {
  const digest = createHash("sha256").update(JSON.stringify(value)).digest("hex");
  return `sha256:${digest.slice(-16)}`;
}

/**
 * What rules see of a sensitive value: nothing, as of one that is not known yet. Whatever stood in its place would be
 * compared with numbers or names, and be wrong.
 */
export const concealed = (): Json => null;

/**
 * Replaces what the mask (`after_sensitive`: true, or a tree that ends in true) covers.
 * Runs before anything else sees a value.
 *
 * @param by what stands for a value that is there
 */
export function redact(value: Json, mask: Json | undefined, by: (value: Json) => Json): Json {
  if (mask === true) return value === null ? null : by(value);
  if (isArray(value)) return value.map((child, i) => redact(child, asArray(mask)[i], by));
  if (!isObject(value) || !isObject(mask)) return value;
  return Object.fromEntries(
    entries(value).map(([key, child]) => [key, redact(child, own(mask, key), by)]),
  );
}

/**
 * What is sensitive cannot be judged either: joins the leaves of the mask into the tree of
 * unknowns, and nothing else of it: an empty list in the mask is no unknown. A mask over a value
 * that is not there (null) covers nothing.
 */
export function unknownAndSensitive(unknown: Json, mask: Json | undefined, value: Json): Json {
  return leaves(mask)
    .filter((path) => isThere(value, path))
    .reduce((tree, path) => (isWhole(tree, path) ? tree : put(tree, path, true)), unknown);
}

function isThere(value: Json, path: Path): boolean {
  return (path.reduce<Json | undefined>(step, value) ?? null) !== null;
}

/** Whether a leaf of the tree lies on the way. */
function isWhole(tree: Json, path: Path): boolean {
  return path.some((_, i) => path.slice(0, i).reduce<Json | undefined>(step, tree) === true);
}
