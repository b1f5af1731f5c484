import {
  asArray,
  asObject,
  asString,
  assign,
  beginsAsJson,
  entries,
  isArray,
  isEmpty,
  isObject,
  own,
  tryParse,
} from "../json";
import type { Json, JsonObject, Link, Links, Path, Rule, Subject } from "../types";

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

/** What a value holds under a key or an index. */
export function step(node: Json | undefined, key: string | number): Json | undefined {
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
  return typeof node === "object" && node !== null && !isEmpty(node);
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
  return beginsAsJson(text) && tryParse(text) === undefined ? undefined : text;
}

/** A copy of `tree` with `value` at `path`; missing objects and lists are made. */
export function put(tree: Json | undefined, path: Path, value: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === "string") {
    const copy: Record<string, Json> = {};
    for (const [name, child] of entries(asObject(tree))) assign(copy, name, child);
    assign(copy, key, put(own(copy, key), rest, value));
    return copy;
  }
  const list = [...asArray(tree)];
  while (list.length <= key) list.push(null);
  list[key] = put(list[key], rest, value);
  return list;
}

/**
 * Why a rule cannot tell: what it reads and nobody knows yet; empty when it can. A rule that takes an unknown for set
 * waits only for a block that is unknown as a whole: what it would set is not even written.
 *
 * @returns sorted, `policy` or `policy of aws_sqs_queue_policy.orders`
 */
export function blockers(rule: Rule, subject: Subject): string[] {
  if (isSettled(subject)) return [];
  const found = new Set<string>();
  const { attributes, links } = readsOf(rule);
  const isOpen = rule.unknown === "set" ? encloses : touches;
  for (const path of attributes) {
    if (isOpen(subject.unknown, path)) found.add(String(path[0]));
  }
  if (rule.unknown === "set") return [...found].sort();
  for (const name of links) {
    for (const reason of linkBlockers(subject, name)) found.add(reason);
  }
  return [...found].sort();
}

interface RuleReads {
  readonly attributes: readonly Path[];
  readonly links: readonly string[];
}

const known = new WeakMap<Rule, RuleReads>();

function readsOf(rule: Rule): RuleReads {
  const before = known.get(rule);
  if (before) return before;
  const below = (kind: string) =>
    rule.reads.filter((path) => path[0] === kind && typeof path[1] === "string");
  const reads = {
    attributes: below("after").map((path) => path.slice(1)),
    links: below("links").map((path) => String(path[1])),
  };
  known.set(rule, reads);
  return reads;
}

/** Most resources have nothing to wait for, nor have those linked to them. */
export function isSettled({ unknown, links, unresolved }: Subject): boolean {
  return isEmpty(unknown) && isEmpty(unresolved) && areKnown(links);
}

function areKnown(links: Links): boolean {
  for (const name in links) {
    for (const link of links[name] ?? []) {
      if (!isEmpty(link.unknown) || !areKnown(link.links)) return false;
    }
  }
  return true;
}

/** Whether a tree of unknowns has a leaf on the way to `path` or below it. */
function touches(tree: JsonObject, path: Path): boolean {
  return encloses(tree, path) || hasLeaf(path.reduce<Json | undefined>(step, tree));
}

/** Whether a tree of unknowns has a leaf on the way to `path`. */
function encloses(tree: JsonObject, path: Path): boolean {
  let node: Json | undefined = tree;
  for (const key of path) {
    if (node === true) return true;
    node = step(node, key);
  }
  return false;
}

/** Whether a tree of unknowns, or a mask, has any leaf. */
export function hasLeaf(tree: Json | undefined): boolean {
  if (typeof tree !== "object" || tree === null) return tree === true;
  if (isArray(tree)) return tree.some(hasLeaf);
  for (const key of Object.keys(tree)) if (hasLeaf(tree[key])) return true;
  return false;
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
