import { assign, isArray, isEmpty, isObject, own } from "../json";
import type { Json, JsonObject, Manifest, Path, Subject } from "../types";

/** What the rules of one type read below `after`: the rest never crosses into Wasm. */
interface Fields {
  /** A rule reads the whole value. */
  whole: boolean;
  /** Rules index it: a block, which synthesized JSON may write without its list. */
  list: boolean;
  readonly keys: Map<string, Fields>;
}

/** What the rules of one type read of their input. */
interface Reads {
  readonly after: Fields;
  /** `actions`, `links`, `unknown`...: the members of the input that some rule looks at. */
  readonly members: Set<string>;
}

export type Projection = (subject: Subject) => JsonObject;

/** Derives the projection from what `opa deps` found; nothing is listed by hand. */
export function projectionOf(manifest: Manifest): Projection {
  const types = new Map<string, Reads>();
  for (const rule of manifest.rules) {
    for (const type of rule.types) {
      const reads = types.get(type) ?? { after: leaf(), members: new Set() };
      types.set(type, reads);
      for (const path of rule.reads) note(reads, path);
    }
  }
  const nothing = { after: leaf(), members: new Set<string>() };
  return (subject) => projected(subject, types.get(subject.type) ?? nothing);
}

function note({ after, members }: Reads, path: Path): void {
  members.add(String(path[0]));
  if (path[0] === "after") add(after, path.slice(1));
}

function leaf(): Fields {
  return { whole: false, list: false, keys: new Map() };
}

function add(fields: Fields, path: Path): void {
  const [step, ...rest] = path;
  if (step === undefined) fields.whole = true;
  else if (typeof step === "number") {
    fields.list = true;
    add(fields, rest);
  } else {
    const child = fields.keys.get(step) ?? leaf();
    fields.keys.set(step, child);
    add(child, rest);
  }
}

/** Empty members are left out: to a rule, nothing below an empty object and nothing at all are one. */
function projected(subject: Subject, { after, members }: Reads): JsonObject {
  const seen: Record<string, Json> = {
    type: subject.type,
    stage: subject.stage,
    address: subject.address,
    after: cut(subject.after, after),
  };
  for (const name of ["stack", "actions", "replacePaths"] as const) {
    if (members.has(name)) seen[name] = subject[name];
  }
  for (const name of ["unresolved", "links"] as const) {
    if (members.has(name) && !isEmpty(subject[name])) seen[name] = subject[name] as unknown as Json;
  }
  if (members.has("unknown") && !isEmpty(subject.unknown))
    seen["unknown"] = cut(subject.unknown, after);
  if (subject.gone) seen["gone"] = true;
  return seen;
}

/** The part of a value (or of its tree of unknowns) that rules read, in the shape of a plan. */
function cut(value: Json, fields: Fields): Json {
  if (fields.list && isObject(value)) return [cutOne(value, fields)];
  if (isArray(value)) return value.map((child) => cutOne(child, fields));
  return cutOne(value, fields);
}

function cutOne(value: Json, fields: Fields): Json {
  if (!isObject(value)) return value;
  const seen: Record<string, Json> = {};
  for (const key of fields.whole ? Object.keys(value) : fields.keys.keys()) {
    const child = own(value, key);
    const below = fields.keys.get(key);
    if (child !== undefined) assign(seen, key, below ? cut(child, below) : child);
  }
  return seen;
}
