import { asArray, asObject, assign, entries, isArray, isObject, own, tryParse } from "../json";
import type { Json, JsonObject, Link, Links, Manifest, Relation, Subject } from "../types";

/** What an attribute says about other resources. */
export interface Mentions {
  /** Literal strings: names, ARNs, URLs. */
  readonly values: readonly string[];
  /** References as they stand in `configuration`, or between the braces of a token. */
  readonly references: readonly string[];
}

/** A subject while its links are being made. */
export interface Node {
  readonly subject: Subject;
  /** Address of the module instance with a dot behind it, or "". */
  readonly module: string;
  /** Address without the index: one block of configuration. */
  readonly block: string;
  /** `[0]`, `["a"]` or "". */
  readonly index: string;
  readonly mentions: (via: readonly string[]) => Mentions;
}

const OUTSIDE = /^data\./;
const UNRESOLVABLE = /^(var|local|module|each|count|self)\./;

/**
 * Links the nodes of one stack to each other, in place: O(resources), however many relations.
 *
 * @param nodes of one file
 */
export function relate(nodes: readonly Node[], manifest: Manifest): void {
  const index = new Index(nodes, manifest.relations);
  const byDepth = [...manifest.relations].sort((a, b) => a.depth - b.depth);
  for (const relation of byDepth) {
    for (const node of index.ofType(relation.from)) join(node, relation, index);
  }
}

function join(node: Node, relation: Relation, index: Index): void {
  const mentions = node.mentions(relation.via);
  if (mentions.values.length === 0 && mentions.references.length === 0) return;
  const targets = index.targets(node, mentions, relation);
  for (const target of targets) attach(node, target, relation);
  if (targets.length === 0 && isOpen(mentions)) leaveOpen(node, relation, index);
}

function attach(from: Node, to: Node, relation: Relation): void {
  const [holder, other] = relation.on === "from" ? [from, to] : [to, from];
  const links = (holder.subject.links[relation.name] ??= []);
  links.push(link(other.subject, relation));
}

/** A deeper row carries the shallower links of the other end; equal depth never nests. */
function link(other: Subject, relation: Relation): Link {
  return {
    address: other.address,
    after: pick(other.after, relation.carries),
    unknown: pick(other.unknown, relation.carries),
    links: relation.depth > 1 ? copy(other.links) : {},
  };
}

function copy(links: Links): Links {
  return Object.fromEntries(Object.entries(links).map(([name, list]) => [name, [...list]]));
}

function pick(object: JsonObject, keys: readonly string[]): JsonObject {
  const found: Record<string, Json> = {};
  for (const key of keys) {
    const value = own(object, key);
    if (value !== undefined) assign(found, key, value);
  }
  return found;
}

function isOpen(mentions: Mentions): boolean {
  return mentions.references.some((reference) => UNRESOLVABLE.test(reference));
}

/** Nobody can say what this one points at: each resource it could point at might be it. */
function leaveOpen(node: Node, relation: Relation, index: Index): void {
  const holders = relation.on === "from" ? [node] : index.ofType(relation.to);
  for (const holder of holders) holder.subject.unresolved[relation.name] = true;
}

class Index {
  private readonly types = new Map<string, Node[]>();
  /** A plan that names an address twice has two such nodes. */
  private readonly addresses = new Map<string, Node[]>();
  private readonly blocks = new Map<string, Node[]>();
  private readonly identities = new Map<string, Node[]>();

  constructor(nodes: readonly Node[], relations: readonly Relation[]) {
    const identifying = identifyingAttributes(relations);
    for (const node of nodes) if (!node.subject.gone) this.add(node, identifying);
  }

  ofType(type: string): readonly Node[] {
    return this.types.get(type) ?? [];
  }

  /** The resources of type `relation.to` that `mentions` names, each once, in the order of the file. */
  targets(node: Node, mentions: Mentions, relation: Relation): readonly Node[] {
    const named = mentions.values.flatMap((value) => this.identified(relation, value));
    const referenced = this.referenced(node, mentions.references);
    const all = [...named, ...referenced].filter((to) => to.subject.type === relation.to);
    if (all.length < 2) return all;
    return [...new Set(all)].sort((a, b) => (a.subject.address < b.subject.address ? -1 : 1));
  }

  private identified({ to, by, prefix = "" }: Relation, text: string): readonly Node[] {
    const value = text.startsWith(prefix) ? text.slice(prefix.length) : text;
    return by.flatMap((one) => this.identities.get(key(to, one, value)) ?? []);
  }

  private referenced(node: Node, references: readonly string[]): readonly Node[] {
    const inside = references.filter((reference) => !OUTSIDE.test(reference));
    const names = inside.map((reference) => node.module + reference);
    const exact = names.flatMap((name) => this.addresses.get(name) ?? []);
    if (exact.length > 0) return exact;
    const instances = names.flatMap((name) => this.blocks.get(name) ?? []);
    const same = instances.filter((to) => node.index !== "" && to.index === node.index);
    return same.length > 0 ? same : instances;
  }

  private add(node: Node, identifying: ReadonlyMap<string, ReadonlySet<string>>): void {
    const { type, address, after } = node.subject;
    push(this.types, type, node);
    push(this.addresses, address, node);
    push(this.blocks, node.block, node);
    for (const by of identifying.get(type) ?? []) {
      const value = own(after, by);
      if (typeof value === "string" && value !== "")
        push(this.identities, key(type, by, value), node);
    }
  }
}

function identifyingAttributes(relations: readonly Relation[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { to, by } of relations) found.set(to, new Set([...(found.get(to) ?? []), ...by]));
  return found;
}

function key(type: string, by: string, value: string): string {
  return `${type}\n${by}\n${value}`;
}

function push<K, V>(map: Map<K, V[]>, at: K, value: V): void {
  const list = map.get(at);
  if (list) list.push(value);
  else map.set(at, [value]);
}

/** The values that lie at `via`, in a block or in each block of a list. */
export function valuesAt(root: JsonObject, via: readonly string[]): Json[] {
  const [name, ...rest] = via;
  if (name === undefined) return [root];
  const value = own(root, name);
  if (value === undefined) return [];
  if (rest.length === 0) return [value];
  const blocks = isArray(value) ? value : [value];
  return blocks.flatMap((block) => valuesAt(asObject(block), rest));
}

/** Strings in a value; a text that is a JSON document is opened. */
export function stringsIn(value: Json): string[] {
  if (isArray(value)) return value.flatMap(stringsIn);
  if (isObject(value)) return entries(value).flatMap(([, child]) => stringsIn(child));
  if (typeof value !== "string") return [];
  const opened = value.startsWith("{") ? tryParse(value) : undefined;
  return isObject(opened) ? stringsIn(opened) : [value];
}

/** References of the expressions at `via` in `configuration`. */
export function referencesAt(expressions: JsonObject, via: readonly string[]): string[] {
  return valuesAt(expressions, via).flatMap((expression) =>
    asArray(asObject(expression)["references"]).filter((ref) => typeof ref === "string"),
  );
}
