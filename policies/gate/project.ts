import { entries, isArray, isObject, own } from "./json";
import type { Json, JsonObject, Manifest, Path, Subject } from "./types";

/** What the rules of one type read below `after`: the rest never crosses into Wasm. */
interface Fields {
  /** A rule reads the whole value. */
  whole: boolean;
  /** Rules index it: a block, which synthesized JSON may write without its list. */
  list: boolean;
  readonly keys: Map<string, Fields>;
}

export type Projection = (subject: Subject) => JsonObject;

/** Derives the projection from what `opa deps` found; nothing is listed by hand. */
export function projectionOf(manifest: Manifest): Projection {
  const types = new Map<string, Fields>();
  for (const rule of manifest.rules) {
    for (const type of rule.types) {
      const fields = types.get(type) ?? types.set(type, leaf()).get(type);
      for (const path of rule.reads) if (fields && path[0] === "after") add(fields, path.slice(1));
    }
  }
  return (subject) => projected(subject, types.get(subject.type) ?? leaf());
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

function projected(subject: Subject, fields: Fields): JsonObject {
  return {
    type: subject.type,
    address: subject.address,
    stack: subject.stack,
    stage: subject.stage,
    actions: subject.actions,
    replacePaths: subject.replacePaths,
    gone: subject.gone,
    after: cut(subject.after, fields),
    unknown: cut(subject.unknown, fields),
    unresolved: subject.unresolved,
    links: subject.links as unknown as JsonObject,
  };
}

/** The part of a value (or of its tree of unknowns) that rules read, in the shape of a plan. */
function cut(value: Json, fields: Fields): Json {
  if (fields.list && isObject(value)) return [cutOne(value, fields)];
  if (isArray(value)) return value.map((child) => cutOne(child, fields));
  return cutOne(value, fields);
}

function cutOne(value: Json, fields: Fields): Json {
  if (!isObject(value)) return value;
  const source = fields.whole ? entries(value) : present(value, fields);
  return Object.fromEntries(
    source.map(([key, child]): [string, Json] => {
      const below = fields.keys.get(key);
      return [key, below ? cut(child, below) : child];
    }),
  );
}

function present(value: JsonObject, fields: Fields): [string, Json][] {
  const found: [string, Json][] = [];
  for (const key of fields.keys.keys()) {
    const child = own(value, key);
    if (child !== undefined) found.push([key, child]);
  }
  return found;
}
