import { fieldsOf, pickFields } from "./fields";
import { asObject, asString, isObject } from "../json";
import type { Json, JsonObject, Manifest } from "../types";

/**
 * What of an entry of `resource_changes` anybody looks at. The values before are gone but for whether there are
 * any, and of the others only those are kept that rules read: a plan of many megabytes becomes small.
 */
export function slimEntry(entry: Json, manifest: Manifest): Json {
  if (!isObject(entry) || !isObject(entry["change"])) return entry;
  const { address, previous_address, module_address, mode, type, name, deposed } = entry;
  const change = slimChange(entry["change"], fieldsOf(manifest, asString(type) ?? ""));
  const slim = { address, previous_address, module_address, mode, type, name, deposed, change };
  return slim as JsonObject;
}

function slimChange(change: JsonObject, fields: ReadonlySet<string>): JsonObject {
  const { actions, replace_paths, importing, before, after, after_unknown, after_sensitive } =
    change;
  const slim = {
    actions,
    replace_paths,
    importing,
    before: isObject(before) ? {} : before,
    after: isObject(after) ? pickFields(after, fields) : after,
    after_unknown: pickFields(asObject(after_unknown), fields),
    after_sensitive: after_sensitive === true || pickFields(asObject(after_sensitive), fields),
  };
  return slim as JsonObject;
}

/** What of a block of `configuration` anybody looks at: of its expressions those that set what rules read. */
export function slimBlock(block: JsonObject, manifest: Manifest): JsonObject {
  const { mode, type, name, provisioners, expressions } = block;
  const read = pickFields(asObject(expressions), fieldsOf(manifest, asString(type) ?? ""));
  return { mode, type, name, provisioners, expressions: read };
}
