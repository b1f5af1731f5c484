/** What Terraform's JSON syntax lets an author write in more than one way. */
import { asArray, asObject, asString, entries, isArray } from "../json";
import type { Json, JsonObject, Origin } from "../types";

/** JSON syntax allows a list of objects wherever it allows an object. */
export function merged(value: Json | undefined): JsonObject {
  if (!isArray(value)) return asObject(value);
  return Object.fromEntries(value.flatMap((part) => entries(asObject(part))));
}

/** A block is written alone or in a list. */
export function blocksOf(value: Json | undefined): JsonObject[] {
  if (value === undefined || value === null) return [];
  return (isArray(value) ? asArray(value) : [value]).map(asObject);
}

/** `resource` and `data`: type, name and body of each block. */
export function namedBlocks(value: Json | undefined): [string, string, JsonObject][] {
  return entries(merged(value)).flatMap(([type, named]) =>
    entries(merged(named)).map(([name, body]): [string, string, JsonObject] => [
      type,
      name,
      merged(body),
    ]),
  );
}

/** Where a block was declared: cdktf's construct path, and Plinth's line and path if there. */
export function originOf(body: JsonObject): Origin {
  const metadata = asObject(asObject(body["//"])["metadata"]);
  const plinth = asObject(metadata["plinth"]);
  const source = asObject(plinth["source"]);
  const file = asString(source["file"]);
  const line = source["line"];
  return {
    construct: asString(metadata["path"]) ?? null,
    source: file !== undefined && typeof line === "number" ? { file, line } : null,
    path: asString(plinth["path"]) ?? null,
  };
}
