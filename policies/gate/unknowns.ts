import { asArray, asObject, asString, entries, isArray, isObject, own, tryParse } from "./json";
import type { Json, JsonObject, Link, Links, Path, Rule, Subject } from "./types";

/**
 * The paths in a tree of unknowns, deepest first by key order.
 *
 * @param tree `after_unknown`, or what remains of it
 */
export function leaves(tree: Json | undefined, path: Path = []): Path[] {
  if (tree === true) return [path];
  if (isArray(tree)) return tree.flatMap((child, i) => leaves(child, [...path, i]));
  if (!isObject(tree)) return [];
  return entries(tree).flatMap(([key, child]) => leaves(child, [...path, key]));
}

/** Whether a node of `configuration` is an expression rather than a block. */
function isExpression(node: JsonObject): boolean {
  return Object.hasOwn(node, "references") || Object.hasOwn(node, "constant_value");
}

function step(node: Json | undefined, key: string | number): Json | undefined {
  if (typeof key === "number") return asArray(node)[key];
  return own(asObject(node), key);
}

/**
 * Whether the author set what lies at `path`. A provider leaves every computed attribute
 * unknown, set or not; only what is set can turn out to be good.
 *
 * @param expressions of the resource in `configuration`
 */
export function isConfigured(expressions: JsonObject, path: Path): boolean {
  let node: Json | undefined = expressions;
  for (const key of path) {
    if (isObject(node) && isExpression(node)) return true;
    const next: Json | undefined = step(node, key);
    // An index that the configuration lacks: a dynamic block or a set in another order.
    if (next === undefined) return typeof key === "number" && node !== undefined;
    node = next;
  }
  return Object.keys(asObject(node)).length > 0 || asArray(node).length > 0;
}

/**
 * A text written in JSON syntax stands in `configuration` with its tokens: what is written around
 * the tokens can be judged although Terraform does not know their values yet, as at synth.
 */
export function writtenText(expressions: JsonObject, path: Path): string | undefined {
  const node = path.reduce<Json | undefined>(step, expressions);
  const text = asString(asObject(node)["constant_value"]) ?? "";
  const isToken = text.startsWith("${") && text.endsWith("}");
  if (!text.includes("${") || isToken) return undefined;
  return text.startsWith("{") && !isObject(tryParse(text)) ? undefined : text;
}

/** A copy of `tree` with `value` at `path`; missing objects and lists are made. */
export function put(tree: Json | undefined, path: Path, value: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === "string") {
    const object = asObject(tree);
    return Object.fromEntries([...entries(object), [key, put(own(object, key), rest, value)]]);
  }
  const list = [...asArray(tree)];
  while (list.length <= key) list.push(null);
  list[key] = put(list[key], rest, value);
  return list;
}

/**
 * Why a rule cannot tell: what it reads and nobody knows yet; empty when it can.
 *
 * @returns sorted, `policy` or `policy of aws_sqs_queue_policy.orders`
 */
export function blockers(rule: Rule, subject: Subject): string[] {
  if (isSettled(subject)) return [];
  const found = new Set<string>();
  for (const [kind, name, ...rest] of rule.reads) {
    if (kind === "after" && typeof name === "string") {
      if (touches(subject.unknown, [name, ...rest])) found.add(name);
    } else if (kind === "links" && typeof name === "string") {
      for (const reason of linkBlockers(subject, name)) found.add(reason);
    }
  }
  return [...found].sort();
}

/** Most resources have nothing to wait for. */
function isSettled({ unknown, links, unresolved }: Subject): boolean {
  return [unknown, links, unresolved].every((part) => Object.keys(part).length === 0);
}

/** Whether a tree of unknowns has a leaf on the way to `path` or below it. */
function touches(tree: JsonObject, path: Path): boolean {
  let node: Json | undefined = tree;
  for (const key of path) {
    if (node === true) return true;
    node = step(node, key);
    if (node === undefined) return false;
  }
  return leaves(node).length > 0;
}

function linkBlockers(subject: Subject, name: string): string[] {
  const links = subject.links[name] ?? [];
  const unresolved = subject.unresolved[name] ? [`which ${name} belong to it`] : [];
  return [...unresolved, ...links.flatMap(unknownsOf)];
}

function unknownsOf(link: Link): string[] {
  const below: Links = link.links;
  return [
    ...Object.keys(link.unknown).map((key) => `${key} of ${link.address}`),
    ...Object.values(below).flatMap((links) => links.flatMap(unknownsOf)),
  ];
}
