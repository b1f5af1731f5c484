import { canonicalOf } from "../text/canonical";
import { configurationOf } from "./configuration";
import type { Keep } from "./configuration";
import { slimEntry } from "./entry";
import { CannotJudge } from "../errors";
import { planFingerprint, planOutline, sha256, stackFingerprint } from "./fingerprint";
import { checkLists } from "./lists";
import { asArray, asObject, asString, isArray, isObject } from "../json";
import type { Outline } from "../text/outline";
import { noText, whatElse, whyNot } from "../text/refusal";
import type { Slice } from "../text/scan";
import { Source } from "../text/source";
import { synthStack } from "./synth";
import type { GateFile, Json, JsonObject, Manifest } from "../types";

interface Read {
  readonly name: string;
  readonly sha256: string;
  readonly fingerprint: string;
  readonly stack: string | null;
}

export interface ReadPlan extends Read {
  readonly stage: "plan";
  /** The entries of `resource_changes`, slimmed to what the rules read; what is deferred too. */
  readonly changes: (manifest: Manifest) => readonly Json[];
  /** What was changed outside of Terraform; it is no part of the fingerprint. */
  readonly drift: readonly Json[];
  /** Parsed anew each time: it is large, and looked at once. */
  readonly configuration: (keep: Keep) => JsonObject;
  readonly checks: Json;
  /** False when Terraform deferred some of it. OpenTofu has no such key: its plans are whole. */
  readonly complete: boolean;
  /** Any member of the plan, whole. */
  readonly member: (name: string) => Json | undefined;
  /** The elements of a member that is a list, one after another. */
  readonly each: (name: string) => Iterable<Json>;
}

export interface ReadSynth extends Read {
  readonly stage: "synth";
  readonly config: JsonObject;
}

const MAX_BYTES = 400 * 1024 * 1024;
const PLAN_KEYS = ["planned_values", "resource_changes", "configuration", "errored"];
const SYNTH_KEYS = ["terraform", "resource", "provider"];
const BOM = [0xef, 0xbb, 0xbf];

/** A file is read once, however often it is asked about. */
const known = new WeakMap<GateFile, ReadPlan | ReadSynth>();

/**
 * Tells a plan from a synthesized stack and reads what is judged of it.
 *
 * @throws CannotJudge when the file is neither, is damaged, or holds a plan that failed
 */
export function read(file: GateFile): ReadPlan | ReadSynth {
  const before = known.get(file);
  if (before) return before;
  const found = readAnew(file);
  known.set(file, found);
  return found;
}

/** The stack that a file says it is of; undefined too for what cannot be judged. */
export function stackOf(file: GateFile): string | undefined {
  try {
    return read(file).stack ?? undefined;
  } catch (error) {
    if (error instanceof CannotJudge) return undefined;
    throw error;
  }
}

/** Whether a file is a plan. @throws CannotJudge when it is nothing that can be judged */
export function isPlan(file: GateFile): boolean {
  return read(file).stage === "plan";
}

function readAnew(file: GateFile): ReadPlan | ReadSynth {
  const bytes = textOf(file);
  const outline = outlined(file, bytes);
  const has = (name: string) => outline.slices.has(name);
  if (PLAN_KEYS.some(has) && has("format_version")) return readPlan(file, bytes, outline);
  if (SYNTH_KEYS.some(has) && !has("format_version")) return readSynth(file, bytes);
  throw new CannotJudge(file.name, whatElse(has));
}

/** Without the mark that some editors put before UTF-8. */
function textOf({ name, bytes }: GateFile): Uint8Array {
  if (bytes.length > MAX_BYTES) {
    throw new CannotJudge(name, "is larger than 400 MB: split the stack, or judge it in parts");
  }
  const isMarked = BOM.every((byte, i) => bytes[i] === byte);
  const text = isMarked ? bytes.subarray(BOM.length) : bytes;
  const problem = noText(text);
  if (problem !== undefined) throw new CannotJudge(name, problem);
  return text;
}

function outlined(file: GateFile, bytes: Uint8Array): Outline {
  const outline = careful(file, bytes, () => planOutline(bytes));
  if (outline) return outline;
  throw new CannotJudge(file.name, "is JSON, but not an object");
}

function careful<T>(file: GateFile, bytes: Uint8Array, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new CannotJudge(file.name, whyNot(bytes, error));
  }
}

function readPlan(file: GateFile, bytes: Uint8Array, outline: Outline): ReadPlan {
  const source = new Source(bytes);
  const part = (name: string): Json | undefined => {
    const slice = outline.slices.get(name);
    return slice && source.parse(slice);
  };
  checkHealth(file, part);
  checkLists(file.name, source, outline);
  const slice = outline.slices.get("configuration");
  const configuration = (keep: Keep) => (slice ? configurationOf(source, slice, keep) : {});
  const drift = asArray(part("resource_drift"));
  const deferred = asArray(part("deferred_changes")).map(asObject);
  return {
    stage: "plan",
    name: file.name,
    sha256: sha256(file.bytes),
    fingerprint: planFingerprint(outline.digests),
    stack: planStack(part("output_changes"), configuration),
    changes: changesOf(source, outline, { drift, deferred }),
    drift,
    configuration,
    checks: part("checks") ?? [],
    complete: part("complete") !== false && deferred.length === 0,
    member: part,
    each: (name) => eachOf(source, outline.slices.get(name)),
  };
}

function* eachOf(source: Source, list: Slice | undefined): Generator<Json> {
  for (const slice of list ? source.elements(list) : []) yield source.parse(slice);
}

interface Beside {
  readonly drift: readonly Json[];
  readonly deferred: readonly JsonObject[];
}

function changesOf(
  source: Source,
  outline: Outline,
  { drift, deferred }: Beside,
): ReadPlan["changes"] {
  const slices = outline.elements.get("resource_changes");
  const drifted = new Set(drift.map((entry) => asObject(entry)["address"]));
  const slim = (entry: Json, manifest: Manifest): Json =>
    drifted.has(asObject(entry)["address"]) ? entry : slimEntry(entry, manifest);
  // What Terraform puts off to a later plan is judged as far as it is known.
  const later = deferred.flatMap(({ resource_change: entry }) => (isObject(entry) ? [entry] : []));
  return (manifest) => [
    ...(slices ?? []).map((slice) => slim(source.parse(slice), manifest)),
    ...later.map((entry) => slim(entry, manifest)),
  ];
}

function checkHealth(file: GateFile, part: (name: string) => Json | undefined): void {
  if (part("errored") === true) {
    throw new CannotJudge(file.name, "is a plan that failed (`errored`): fix it and plan again");
  }
  const version = part("format_version");
  if (!/^[01]\./.test(asString(version) ?? "")) {
    const shown = JSON.stringify(version).slice(0, 20);
    const wanted = asString(version) === undefined ? "1.x as a text" : "1.x";
    throw new CannotJudge(file.name, `has format version ${shown}, the gate reads ${wanted}`);
  }
}

/** The id of the stack, from its output `plinth_stack`: a plan has no other trace of it. */
function planStack(
  changes: Json | undefined,
  configuration: ReadPlan["configuration"],
): string | null {
  const change = asObject(asObject(changes)["plinth_stack"]);
  const after = change["after_sensitive"] === true ? undefined : asString(change["after"]);
  if (after !== undefined) return after;
  const outputs = asObject(asObject(configuration(() => null)["root_module"])["outputs"]);
  const expression = asObject(asObject(outputs["plinth_stack"])["expression"]);
  return asString(expression["constant_value"]) ?? null;
}

function readSynth(file: GateFile, bytes: Uint8Array): ReadSynth {
  const canonical = careful(file, bytes, () => canonicalOf(bytes));
  const config = asObject(new Source(bytes).parse([0, bytes.length]));
  for (const name of SYNTH_KEYS) {
    const value = config[name];
    if (value !== undefined && !isObject(value) && !isArray(value)) {
      throw new CannotJudge(file.name, `has \`${name}\` that is not an object`);
    }
  }
  return {
    stage: "synth",
    name: file.name,
    sha256: sha256(file.bytes),
    fingerprint: stackFingerprint(canonical),
    stack: synthStack(config),
    config,
  };
}
