import { asArray, asObject, asString, entries, isArray, isObject, own } from "../json";
import type { Json, JsonObject } from "../types";

const TOKEN = /^\$\{data\.aws_iam_policy_document\.([\w-]+)\.(?:minified_)?json\}$/;

/**
 * The document that an `aws_iam_policy_document` of the same stack will render, as far as it is
 * written there; undefined when the token is something else or the document has parts elsewhere.
 *
 * @param token a whole token
 * @param config the synthesized stack
 */
export function documentOf(token: string, config: JsonObject): string | undefined {
  const name = TOKEN.exec(token)?.[1];
  if (name === undefined) return undefined;
  const documents = asObject(asObject(config["data"])["aws_iam_policy_document"]);
  const data = own(documents, name);
  if (data === undefined) return undefined;
  const body = asObject(data);
  const statements = list(body["statement"]);
  if (!isWhole(body, BODY) || !statements.every(isWrittenOut)) return undefined;
  const rendered = statements.map((statement) => render(asObject(statement)));
  return JSON.stringify({ Version: "2012-10-17", Statement: rendered });
}

const BODY = ["statement", "version", "policy_id", "//", "provider", "depends_on", "lifecycle"];
const LISTS = ["actions", "not_actions", "resources", "not_resources"];
const BLOCKS = ["principals", "not_principals", "condition"];
const STATEMENT = ["effect", "sid", ...LISTS, ...BLOCKS];

/** Whatever else is set (`dynamic`, `source_policy_documents`) adds parts that nobody can read here. */
function isWhole(object: JsonObject, names: readonly string[]): boolean {
  return entries(object).every(([name, value]) => value === null || names.includes(name));
}

/** False where a token stands for a block or for a whole list. */
function isWrittenOut(statement: Json): boolean {
  if (!isObject(statement) || !isWhole(statement, STATEMENT)) return false;
  const blocks = BLOCKS.flatMap((name) => list(statement[name]));
  const lists = [
    ...LISTS.map((name) => statement[name]),
    ...blocks.flatMap((block) => [asObject(block)["identifiers"], asObject(block)["values"]]),
  ];
  return blocks.every(isObject) && lists.every((value) => typeof value !== "string");
}

function render(statement: JsonObject): JsonObject {
  return {
    Effect: asString(statement["effect"]) ?? "Allow",
    ...some("Action", statement["actions"]),
    ...some("NotAction", statement["not_actions"]),
    ...some("Resource", statement["resources"]),
    ...some("NotResource", statement["not_resources"]),
    ...principals("Principal", statement["principals"]),
    ...principals("NotPrincipal", statement["not_principals"]),
    ...conditions(statement["condition"]),
  };
}

function some(name: string, value: Json | undefined): JsonObject {
  return value === undefined || value === null ? {} : { [name]: value };
}

function principals(name: string, blocks: Json | undefined): JsonObject {
  const named = list(blocks).map(asObject);
  if (named.length === 0) return {};
  if (named.some((block) => block["type"] === "*")) return { [name]: "*" };
  const grouped = new Map<string, Json[]>();
  for (const block of named) {
    const type = asString(block["type"]) ?? "";
    grouped.set(type, [...(grouped.get(type) ?? []), ...asArray(block["identifiers"])]);
  }
  return { [name]: Object.fromEntries(grouped) };
}

function conditions(blocks: Json | undefined): JsonObject {
  const named = list(blocks).map(asObject);
  if (named.length === 0) return {};
  const tests = new Map<string, JsonObject>();
  for (const block of named) {
    const test = asString(block["test"]) ?? "";
    const variable = asString(block["variable"]) ?? "";
    const before = entries(tests.get(test) ?? {});
    tests.set(test, Object.fromEntries([...before, [variable, block["values"] ?? []]]));
  }
  return { Condition: Object.fromEntries(tests) };
}

/** A block is written alone or in a list. */
function list(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return isArray(value) ? value : [value];
}
