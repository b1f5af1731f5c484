import { sha256 } from "../input/fingerprint";
import { asArray, asObject, canonical, entries, isArray, isObject, own, tryParse } from "../json";
import type { Json, JsonObject, Link, Links, Path, Rule, Subject } from "../types";
import { leaves } from "../input/unknowns";

/** The resource at an address of the file that `subject` is of. */
export type Neighbour = (subject: Subject, address: string) => Subject | undefined;

/**
 * What an exemption is bound to: the fields of the resource, and of those linked to it, that the rule
 * reads, as `opa deps` found. No address is part of it, so that it outlives a move.
 *
 * @returns 32 hexadecimal digits
 */
export function boundFingerprint(rule: Rule, subject: Subject, neighbour: Neighbour): string {
  const reads = new Set(rule.reads.map((path) => path[0]));
  const seen = {
    rule: rule.id,
    type: subject.type,
    after: select(subject.written, treeOf(pathsBelow(rule, "after"))) ?? null,
    unknown: unknowns(subject, treeOf(pathsBelow(rule, "after", "unknown"))),
    actions: reads.has("actions") ? subject.actions : [],
    replacePaths: reads.has("replacePaths") ? subject.replacePaths : [],
    gone: subject.gone,
    unresolved: namesBelow(rule, "unresolved").filter((name) => subject.unresolved[name]),
    links: linked(subject.links, namesBelow(rule, "links"), subject, neighbour),
  };
  return sha256(canonical(seen)).slice(0, 32);
}

function pathsBelow(rule: Rule, ...kinds: readonly string[]): Path[] {
  return rule.reads.filter(([kind]) => kinds.includes(String(kind))).map((path) => path.slice(1));
}

function namesBelow(rule: Rule, kind: string): string[] {
  return [...new Set(pathsBelow(rule, kind).map(([name]) => String(name)))].sort();
}

/** Steps to what is read; one without further steps is read whole. */
type Tree = ReadonlyMap<string | number, Tree>;
const WHOLE: Tree = new Map();

function treeOf(paths: readonly Path[]): Tree {
  // What is read whole needs no path below it.
  const whole = (key: string | number) =>
    paths.some((path) => path.length === 1 && path[0] === key);
  const keys = [...new Set(paths.flatMap((path) => path.slice(0, 1)))];
  const below = (key: string | number) =>
    paths.filter((path) => path[0] === key).map((path) => path.slice(1));
  return new Map(keys.map((key) => [key, whole(key) ? WHOLE : treeOf(below(key))]));
}

/** What lies at the paths of `tree`; undefined where there is nothing. */
function select(value: Json | undefined, tree: Tree): Json | undefined {
  if (value === undefined || value === null) return undefined;
  if (tree.size === 0) return normal(value);
  // A token in place of a block.
  if (typeof value !== "object") return value;
  const found: [string, Json][] = [];
  for (const [step, below] of tree) {
    const child = select(stepInto(value, step), below);
    if (child !== undefined) found.push([String(step), child]);
  }
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** A synthesized stack may write a block without its list. */
function stepInto(value: Json, step: string | number): Json | undefined {
  if (typeof step === "string") return own(asObject(value), step);
  return isArray(value) ? value[step] : step === 0 ? value : undefined;
}

/** One spelling for what both stages mean: nulls and empty lists are absent, a lone block stands without its list. */
function normal(value: Json): Json | undefined {
  if (value === null) return undefined;
  if (typeof value === "string") return document(value);
  if (isObject(value)) return normalObject(value);
  if (!isArray(value)) return value;
  const [only, ...more] = value;
  if (only === undefined) return undefined;
  if (more.length === 0 && isObject(only)) return normalObject(only);
  return value.map((child) => normal(child) ?? null);
}

function normalObject(value: JsonObject): JsonObject {
  const found = entries(value).map(([key, child]) => [key, normal(child)] as const);
  return Object.fromEntries(found.filter((pair) => pair[1] !== undefined));
}

/** The provider writes a policy's JSON in another order and spacing than its author did. */
function document(text: string): string {
  const opened = /^\s*[{[]/.test(text) ? tryParse(text) : undefined;
  return isObject(opened) || isArray(opened) ? canonical(opened) : text;
}

/** What is read and nobody knows, each with its token where it is of a stack. */
function unknowns(
  { unknown, written }: Pick<Subject, "unknown" | "written">,
  tree: Tree,
): JsonObject {
  const read = leaves(unknown).filter((path) => isRead(path, tree));
  return Object.fromEntries(read.map((path) => [path.join("."), at(written, path)]));
}

/** Whether one of the two leads to the other. */
function isRead([step, ...rest]: Path, tree: Tree): boolean {
  if (step === undefined || tree.size === 0) return true;
  const below = tree.get(step);
  if (below !== undefined) return isRead(rest, below);
  const alone = typeof step === "string" ? tree.get(0) : undefined;
  return alone !== undefined && isRead([step, ...rest], alone);
}

function at(value: Json, path: Path): Json {
  const step = (node: Json, key: string | number): Json =>
    (typeof key === "number" ? asArray(node)[key] : own(asObject(node), key)) ?? null;
  return path.reduce<Json>(step, value);
}

/** In no order, and without addresses: what a linked resource is called is not read. */
function linked(
  links: Links,
  names: readonly string[],
  from: Subject,
  neighbour: Neighbour,
): JsonObject {
  const one = ({ address, after, unknown, links: below }: Link): string => {
    const written = neighbour(from, address)?.written ?? {};
    return canonical({
      after: normalObject(after),
      unknown: unknowns({ unknown, written }, WHOLE),
      links: linked(below, Object.keys(below), from, neighbour),
    });
  };
  return Object.fromEntries(names.map((name) => [name, asArray(links[name]?.map(one)).toSorted()]));
}
