import { fieldsOf, pickFields } from "./fields";
import { asArray, asObject, asString, entries, isObject, own } from "../json";
import { visible } from "./legible";
import type { Node } from "./relations";
import { referencesAt, stringsIn, valuesAt } from "./relations";
import { concealed, redact, standIn, unknownAndSensitive } from "./sensitive";
import type { Json, JsonObject, Manifest, Path, Subject } from "../types";
import { hasLeaf, isConfigured, leaves, put, writtenText } from "./unknowns";

/** What of a plan is judged. */
export interface PlanParts {
  readonly changes: readonly Json[];
  readonly configuration: JsonObject;
}

const NO_ORIGIN = { construct: null, source: null, path: null };

/**
 * The managed resources of a plan. `planned_values` is never used: it keeps what is forgotten.
 *
 * @param file index of the file, for the verdict
 */
export function planNodes(
  parts: PlanParts,
  stack: string | null,
  file: number,
  manifest: Manifest,
): Node[] {
  const expressions = blockExpressions(asObject(parts.configuration["root_module"]), "");
  return parts.changes
    .map(asObject)
    .filter((change) => change["mode"] !== "data" && isObject(change["change"]))
    .map((change) => node(change, expressions, { stack, file, manifest }));
}

interface Context {
  readonly stack: string | null;
  readonly file: number;
  readonly manifest: Manifest;
}

function node(entry: JsonObject, blocks: ReadonlyMap<string, JsonObject>, context: Context): Node {
  const address = asString(entry["address"]) ?? "";
  const module = asString(entry["module_address"]);
  const prefix = module === undefined ? "" : `${module}.`;
  const type = asString(entry["type"]) ?? "";
  const local = `${type}.${asString(entry["name"]) ?? ""}`;
  const expressions = blocks.get(`${withoutIndexes(prefix)}${local}`);
  const subject = planSubject(entry, type, address, expressions, context);
  return {
    subject,
    module: prefix,
    block: prefix + local,
    index: address.slice(prefix.length + local.length),
    mentions: (via) => ({
      values: valuesAt(subject.after, via).flatMap(stringsIn),
      references: referencesAt(expressions ?? {}, via),
    }),
  };
}

/** `module.m["a.b"].module.n[0].` becomes `module.m.module.n.`: one entry per block. */
export function withoutIndexes(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, "");
}

function blockExpressions(module: JsonObject, prefix: string): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const resource of asArray(module["resources"]).map(asObject)) {
    const local = `${asString(resource["type"]) ?? ""}.${asString(resource["name"]) ?? ""}`;
    if (resource["mode"] !== "data") found.set(prefix + local, asObject(resource["expressions"]));
  }
  for (const [name, call] of entries(asObject(module["module_calls"]))) {
    const inner = asObject(asObject(call)["module"]);
    for (const [key, value] of blockExpressions(inner, `${prefix}module.${name}.`))
      found.set(key, value);
  }
  return found;
}

function planSubject(
  entry: JsonObject,
  type: string,
  address: string,
  expressions: JsonObject | undefined,
  { stack, file, manifest }: Context,
): Subject {
  const change = asObject(entry["change"]);
  const actions = asArray(change["actions"]).filter((action) => typeof action === "string");
  const deposed = asString(entry["deposed"]);
  const gone = deposed !== undefined || !isObject(change["after"]);
  const state = gone
    ? { after: {}, written: {}, unknown: {} }
    : values(change, type, expressions, manifest);
  const previous = asString(entry["previous_address"]);
  return {
    type,
    address,
    stack,
    stage: "plan",
    actions,
    replacePaths: replacePaths(change),
    gone,
    ...state,
    unresolved: {},
    links: {},
    origin: NO_ORIGIN,
    former: previous === undefined ? [] : [previous],
    file,
  };
}

function replacePaths(change: JsonObject): string[] {
  return asArray(change["replace_paths"]).map((path) => asArray(path).join("."));
}

/** Planned values and what is unknown of them, as rules see them. */
function values(
  change: JsonObject,
  type: string,
  expressions: JsonObject | undefined,
  manifest: Manifest,
): Pick<Subject, "after" | "unknown" | "written"> {
  const fields = fieldsOf(manifest, type);
  const only = (member: string) => pickFields(asObject(change[member]), fields);
  const mask = sensitiveOf(change["after_sensitive"] === true ? true : only("after_sensitive"));
  const set = (path: Path) => isSet(path, expressions, manifest);
  let after = withoutEchoes(only("after"), type, set, manifest);
  let unknown: Json = {};
  for (const path of leaves(only("after_unknown"))) {
    if (!set(path)) continue;
    const written = writtenText(expressions ?? {}, path);
    if (written === undefined) unknown = put(unknown, path, true);
    else after = asObject(put(after, path, written));
  }
  return {
    ...seen(after, mask),
    unknown: asObject(unknownAndSensitive(unknown, mask, after)),
  };
}

/** The values as rules see them; a hash stands for what is sensitive, everywhere in `written`. */
function seen(after: JsonObject, mask: Json | undefined): Pick<Subject, "after" | "written"> {
  const by = (stands: (value: Json) => Json) => asObject(visible(redact(after, mask, stands)));
  if (mask !== undefined) return { after: by(concealed), written: by(standIn) };
  const same = asObject(visible(after));
  return { after: same, written: same };
}

/** Terraform writes `{}` and `false` where nothing is sensitive. */
function sensitiveOf(mask: Json | undefined): Json | undefined {
  return hasLeaf(mask) ? mask : undefined;
}

function isSet(path: Path, expressions: JsonObject | undefined, manifest: Manifest): boolean {
  if (expressions === undefined) return true;
  return manifest.derived.includes(String(path[0])) || isConfigured(expressions, path);
}

function withoutEchoes(
  after: JsonObject,
  type: string,
  isWritten: (path: Path) => boolean,
  manifest: Manifest,
): JsonObject {
  const echoes = own(manifest.echoes as JsonObject, type);
  if (echoes === undefined) return after;
  const dropped = asArray(echoes).filter((name) => !isWritten([String(name)]));
  return Object.fromEntries(entries(after).filter(([name]) => !dropped.includes(name)));
}

/** The `check` blocks that failed: they do not fail a plan, so nobody else would tell. */
export function failedChecks(checks: Json | undefined): { address: string; message: string }[] {
  return asArray(checks)
    .map(asObject)
    .filter((check) => check["status"] === "fail" || check["status"] === "error")
    .map((check) => {
      const address = asString(asObject(check["address"])["to_display"]) ?? "check";
      return { address, message: checkMessage(address, check) };
    });
}

function checkMessage(address: string, check: JsonObject): string {
  const instances = asArray(check["instances"]).map(asObject);
  const problems = instances.flatMap((instance) => asArray(instance["problems"]).map(asObject));
  const texts = problems.map((problem) => asString(problem["message"]) ?? "").filter(Boolean);
  return texts.length > 0 ? `${address} failed: ${texts.join("; ")}` : `${address} failed`;
}
