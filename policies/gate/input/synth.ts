import {
  asArray,
  asObject,
  asString,
  beginsAsJson,
  entries,
  isArray,
  isObject,
  own,
  tryParse,
} from "../json";
import { merged, namedBlocks, originOf } from "./config";
import { documentOf } from "./document";
import { synthPseudos } from "./pseudo/synth";
import { visible } from "./legible";
import type { Node } from "./relations";
import { stringsIn, valuesAt } from "./relations";
import { hasToken, isToken, references } from "./tokens";
import type { Json, JsonObject, Path, Subject } from "../types";
import { leaves, put } from "./unknowns";

/** `lifecycle` stays: no provider has an attribute of that name, and only this stage knows it. */
const META = [
  "//",
  "provider",
  "depends_on",
  "count",
  "for_each",
  "dynamic",
  "provisioner",
  "connection",
];

/** What each cloud's provider derives from its defaults and from the resource. */
const DEFAULTS = [
  { provider: "aws", block: "default_tags", key: "tags", own: "tags", derived: "tags_all" },
  {
    provider: "google",
    block: "",
    key: "default_labels",
    own: "labels",
    derived: "effective_labels",
  },
] as const;

/**
 * The resources of a synthesized stack, and what else of it is judged like one.
 *
 * @param file index of the file, for the verdict
 */
export function synthNodes(config: JsonObject, stack: string | null, file: number): Node[] {
  const context = { config, stack, file, moves: movesOf(config) };
  const resources = namedBlocks(config["resource"]).map(([type, name, body]) =>
    resourceNode(type, name, body, context),
  );
  return [...synthPseudos(config, { stack, file }), ...resources];
}

interface Context {
  readonly config: JsonObject;
  readonly stack: string | null;
  readonly file: number;
  /** Where a resource was, by where it is. */
  readonly moves: ReadonlyMap<string, string>;
}

/** The `moved` blocks of the stack. */
function movesOf(config: JsonObject): Map<string, string> {
  const blocks = isArray(config["moved"]) ? config["moved"] : [config["moved"] ?? null];
  return new Map(
    blocks.map(asObject).map(({ from, to }) => [asString(to) ?? "", asString(from) ?? ""]),
  );
}

/** Every address before this one, the latest first. */
function formerOf(address: string, moves: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>();
  let before = moves.get(address);
  while (before !== undefined && !found.has(before)) {
    found.add(before);
    before = moves.get(before);
  }
  return [...found];
}

function resourceNode(type: string, name: string, body: JsonObject, context: Context): Node {
  const address = `${type}.${name}`;
  const given = entries(body).filter(([key]) => !META.includes(key));
  const raw = Object.fromEntries([...given, ...derived(type, body, context.config)]);
  const settled = settle(raw, context.config);
  const written = withTokens(asObject(settled.after), settled.unknown, raw);
  const subject: Subject = {
    ...blank(type, address, context),
    after: asObject(visible(settled.after ?? null)),
    written: { ...written, ...merged(body["dynamic"]) },
    unknown: { ...asObject(settled.unknown), ...generated(body) },
    origin: originOf(body),
  };
  return {
    subject,
    module: "",
    block: address,
    index: "",
    mentions: (via) => {
      const texts = valuesAt(raw, via).flatMap(stringsIn);
      return {
        values: texts.filter((text) => !hasToken(text)),
        references: texts.flatMap(references),
      };
    },
  };
}

/** The values, and the text of each token among what is not known. */
function withTokens(after: JsonObject, unknown: Json | undefined, raw: JsonObject): JsonObject {
  const at = (path: Path) =>
    path.reduce<Json | undefined>(
      (node, key) => (typeof key === "number" ? asArray(node)[key] : own(asObject(node), key)),
      raw,
    );
  return leaves(unknown).reduce((tree, path) => asObject(put(tree, path, at(path) ?? null)), after);
}

/** Blocks that Terraform will generate: nobody knows here how many, or what they hold. */
function generated(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(merged(body["dynamic"])).map((name) => [name, true]));
}

function blank(type: string, address: string, { stack, file, moves }: Context): Subject {
  return {
    type,
    address,
    stack,
    stage: "synth",
    actions: [],
    replacePaths: [],
    gone: false,
    after: {},
    written: {},
    unknown: {},
    unresolved: {},
    links: {},
    origin: { construct: null, source: null, path: null },
    former: formerOf(address, moves),
    file,
  };
}

interface Settled {
  readonly after: Json | undefined;
  readonly unknown: Json | undefined;
}

/** Splits what is written into values and unknowns, as a plan does. */
function settle(value: Json, config: JsonObject): Settled {
  if (value === null) return { after: undefined, unknown: undefined };
  if (typeof value === "string") return settleText(value, config);
  if (isArray(value)) return settleList(value, config);
  if (!isObject(value)) return { after: value, unknown: undefined };
  const settled = entries(value).map(([key, child]) => [key, settle(child, config)] as const);
  const unknown = present(settled.map(([key, child]) => [key, child.unknown]));
  return {
    after: present(settled.map(([key, child]) => [key, child.after])),
    unknown: Object.keys(unknown).length > 0 ? unknown : undefined,
  };
}

function present(pairs: (readonly [string, Json | undefined])[]): JsonObject {
  return Object.fromEntries(pairs.filter((pair) => pair[1] !== undefined));
}

function settleList(list: readonly Json[], config: JsonObject): Settled {
  const settled = list.map((child) => settle(child, config));
  return {
    after: settled.map((child) => child.after ?? null),
    unknown: settled.some((child) => child.unknown !== undefined)
      ? settled.map((child) => child.unknown ?? false)
      : undefined,
  };
}

function settleText(text: string, config: JsonObject): Settled {
  const document = isToken(text) ? documentOf(text, config) : undefined;
  if (document !== undefined) return { after: document, unknown: undefined };
  const opaque =
    isToken(text) || (beginsAsJson(text) && hasToken(text) && tryParse(text) === undefined);
  return opaque
    ? { after: undefined, unknown: true }
    : { after: text.replaceAll("$${", "${"), unknown: undefined };
}

/** `tags_all` and `effective_labels`, which the provider computes in a plan. */
function derived(type: string, body: JsonObject, config: JsonObject): [string, Json][] {
  return DEFAULTS.filter(({ provider }) => type.startsWith(`${provider}_`)).map((rule) => {
    const settings = providerOf(rule.provider, body, config);
    const holder = rule.block === "" ? settings : merged(settings[rule.block]);
    const [common, given] = [holder[rule.key], body[rule.own]];
    const token = asString(common) ?? asString(given);
    return [rule.derived, token ?? { ...asObject(common), ...asObject(given) }];
  });
}

/** The configuration of the provider a resource uses: `aws`, or `aws.alias`. */
function providerOf(name: string, body: JsonObject, config: JsonObject): JsonObject {
  const settings = asObject(config["provider"])[name];
  const all = (isArray(settings) ? settings : [settings ?? {}]).map(asObject);
  const wanted = asString(body["provider"])?.split(".")[1];
  return all.find((one) => one["alias"] === wanted) ?? {};
}

/** The id of the stack, from its output `plinth_stack`. */
export function synthStack(config: JsonObject): string | null {
  for (const output of entries(merged(config["output"]))) {
    if (output[0] === "plinth_stack") return asString(merged(output[1])["value"]) ?? null;
  }
  const metadata = asObject(asObject(config["//"])["metadata"]);
  return asString(own(metadata, "stackName")) ?? null;
}
