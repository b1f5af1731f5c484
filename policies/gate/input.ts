import { CannotJudge } from "./errors";
import { PLAN_PARTS, planFingerprint, sha256, synthFingerprint } from "./fingerprint";
import { asArray, asObject, asString, isArray, isObject } from "./json";
import { decode, scanObject } from "./scan";
import type { Slice } from "./scan";
import { synthStack } from "./synth";
import type { GateFile, Json, JsonObject } from "./types";

interface Read {
  readonly name: string;
  readonly sha256: string;
  readonly fingerprint: string;
  readonly stack: string | null;
}

export interface ReadPlan extends Read {
  readonly stage: "plan";
  readonly changes: readonly Json[];
  readonly configuration: JsonObject;
  readonly checks: Json;
  /** False when Terraform deferred some of it. OpenTofu has no such key: its plans are whole. */
  readonly complete: boolean;
}

export interface ReadSynth extends Read {
  readonly stage: "synth";
  readonly config: JsonObject;
}

/** A JavaScript string holds no more than about 512 MB. */
const MAX_BYTES = 400 * 1024 * 1024;
const PLAN_KEYS = ["planned_values", "resource_changes", "configuration", "errored"];
const SYNTH_KEYS = ["terraform", "resource", "provider"];
const PARSED = [...PLAN_PARTS, "errored", "format_version"];

/**
 * Tells a plan from a synthesized stack and reads what is judged of it.
 *
 * @throws CannotJudge when the file is neither, is damaged, or holds a plan that failed
 */
export function read(file: GateFile): ReadPlan | ReadSynth {
  if (file.bytes.length === 0) throw new CannotJudge(file.name, "is empty");
  if (file.bytes.length > MAX_BYTES) {
    throw new CannotJudge(
      file.name,
      "is larger than 400 MB: split the stack, or judge it in parts",
    );
  }
  const members = membersOf(file);
  if (PLAN_KEYS.some((key) => members.has(key)) && members.has("format_version")) {
    return readPlan(file, members);
  }
  if (SYNTH_KEYS.some((key) => members.has(key)) && !members.has("format_version")) {
    return readSynth(file, members);
  }
  throw new CannotJudge(file.name, whatElse(members));
}

/** Members of the outermost object, parsed when they are asked for. */
type Members = ReadonlyMap<string, () => Json>;

function membersOf(file: GateFile): Members {
  try {
    return lazily(file, scanObject(file.bytes));
  } catch {
    return wholly(file);
  }
}

function lazily(file: GateFile, slices: Map<string, Slice>): Members {
  return new Map(
    [...slices].map(([name, slice]) => [name, () => parsed(file, () => decode(file.bytes, slice))]),
  );
}

/** The scanner found something odd: `JSON.parse` decides, and says what is wrong. */
function wholly(file: GateFile): Members {
  const value = parsed(file, () => decode(file.bytes, [0, file.bytes.length]));
  if (!isObject(value)) throw new CannotJudge(file.name, "is JSON, but not an object");
  if (depth(value) > 500) throw new CannotJudge(file.name, "nests deeper than any plan does");
  return new Map(Object.entries(value).map(([name, member]) => [name, () => member ?? null]));
}

function depth(value: Json): number {
  let level: Json[] = [value];
  for (let deep = 0; ; deep++) {
    if (level.length === 0 || deep > 500) return deep;
    level = level.flatMap((one) =>
      isArray(one)
        ? [...one]
        : isObject(one)
          ? Object.values(one).map((child) => child ?? null)
          : [],
    );
  }
}

function parsed(file: GateFile, parse: () => unknown): Json {
  try {
    return parse() as Json;
  } catch (error) {
    throw new CannotJudge(file.name, damage(file.bytes, error as Error));
  }
}

/** Node quotes the text it fails on; a plan may hold secrets, so only the place is told. */
function damage(bytes: Uint8Array, error: Error): string {
  if (bytes[0] === 0xff || bytes[0] === 0xfe) {
    return "is UTF-16, not UTF-8 (PowerShell's `>` writes that): use `| Out-File -Encoding utf8`";
  }
  if (error.name === "TypeError") return "is not UTF-8";
  const log = new TextDecoder().decode(bytes.subarray(0, 200));
  if (log.includes('"@level"')) {
    return "is the log of `plan -json`: judge the output of `terraform show -json PLANFILE`";
  }
  const place = / at position \d+/.exec(error.message)?.[0] ?? "";
  return `is not JSON${place}; if it was cut short, write it again`;
}

function whatElse(members: Members): string {
  if (members.has("format_version") && members.has("values")) {
    return "is a state, not a plan: run `terraform show -json` on a plan file";
  }
  return "is neither a plan (`terraform show -json PLANFILE`) nor a synthesized stack (cdk.tf.json)";
}

function readPlan(file: GateFile, members: Members): ReadPlan {
  const parts = new Map(PARSED.flatMap((name) => part(members, name)));
  checkHealth(file, parts);
  const changes = parts.get("resource_changes") ?? [];
  if (!isArray(changes))
    throw new CannotJudge(file.name, "has `resource_changes` that is not a list");
  const configuration = asObject(parts.get("configuration"));
  return {
    stage: "plan",
    name: file.name,
    sha256: sha256(file.bytes),
    fingerprint: planFingerprint(parts),
    stack: planStack(parts.get("output_changes"), configuration),
    changes,
    configuration,
    checks: parts.get("checks") ?? [],
    complete:
      parts.get("complete") !== false && asArray(parts.get("deferred_changes")).length === 0,
  };
}

function part(members: Members, name: string): [string, Json][] {
  const member = members.get(name);
  return member ? [[name, member()]] : [];
}

function checkHealth(file: GateFile, parts: ReadonlyMap<string, Json>): void {
  if (parts.get("errored") === true) {
    throw new CannotJudge(file.name, "is a plan that failed (`errored`): fix it and plan again");
  }
  const version = asString(parts.get("format_version")) ?? "";
  if (!/^[01]\./.test(version)) {
    throw new CannotJudge(file.name, `has format version "${version}", the gate reads 1.x`);
  }
}

/** The id of the stack, from its output `plinth_stack`: a plan has no other trace of it. */
function planStack(changes: Json | undefined, configuration: JsonObject): string | null {
  const change = asObject(asObject(changes)["plinth_stack"]);
  const after = change["after_sensitive"] === true ? undefined : asString(change["after"]);
  if (after !== undefined) return after;
  const outputs = asObject(asObject(configuration["root_module"])["outputs"]);
  const expression = asObject(asObject(outputs["plinth_stack"])["expression"]);
  return asString(expression["constant_value"]) ?? null;
}

function readSynth(file: GateFile, members: Members): ReadSynth {
  const config = Object.fromEntries([...members].map(([name, member]) => [name, member()]));
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
    fingerprint: synthFingerprint(config),
    stack: synthStack(config),
    config,
  };
}
