import { asArray, asObject, canonical, entries, isArray, isObject, own } from "../json";
import type { Json, JsonObject } from "../types";

/**
 * Whether a plan was made of a synthesized stack. Stack and plan are joined by a name only; who goes back to an
 * earlier stack must show that the plan is of that one. Terraform's `configuration` keeps what was written, tokens
 * and all, so that the two can be laid side by side: resources, data sources, and each of their arguments.
 *
 * @param configuration of the plan, whole
 * @param config the synthesized stack
 */
export function isPlanOf(configuration: JsonObject, config: JsonObject): boolean {
  const module = asObject(configuration["root_module"]);
  const planned = new Map(
    asArray(module["resources"])
      .map(asObject)
      .map((one) => [String(one["address"]), writtenIn(asObject(one["expressions"]))]),
  );
  const written = new Map([
    ...blocksOf(config["resource"], ""),
    ...blocksOf(config["data"], "data."),
  ]);
  const modules = Object.keys(asObject(module["module_calls"])).length;
  return (
    modules === 0 &&
    agree(planned, written) &&
    agree(plannedProviders(configuration), writtenProviders(config))
  );
}

function agree(planned: ReadonlyMap<string, Json>, written: ReadonlyMap<string, Json>): boolean {
  const same = ([name, body]: [string, Json]) =>
    canonical(planned.get(name) ?? null) === canonical(body);
  return planned.size === written.size && [...written].every(same);
}

/** The settings of each provider, `aws` or `aws.alias`: where things are made. */
function plannedProviders(configuration: JsonObject): Map<string, Json> {
  const all = entries(asObject(configuration["provider_config"]));
  return settled(
    all.map(([name, value]) => [name, writtenIn(asObject(asObject(value)["expressions"]))]),
  );
}

function writtenProviders(config: JsonObject): Map<string, Json> {
  return settled(
    entries(asObject(config["provider"])).flatMap(([name, value]) =>
      (isArray(value) ? value : [value])
        .map(asObject)
        .map(({ alias, ...settings }): [string, Json] => [
          typeof alias === "string" ? `${name}.${alias}` : name,
          one(settings),
        ]),
    ),
  );
}

/** Without those that nothing is set of. */
const settled = (providers: readonly [string, Json][]): Map<string, Json> =>
  new Map(providers.filter(([, settings]) => !isEmpty(settings)));

/** Meta-arguments: not among a plan's expressions. */
const META = ["//", "provider", "depends_on", "lifecycle", "count", "for_each", "connection"];

function blocksOf(section: Json | undefined, prefix: string): [string, Json][] {
  return entries(merged(section)).flatMap(([type, named]) =>
    entries(merged(named)).map(([name, body]): [string, Json] => {
      const given = entries(merged(body)).filter(([key]) => !META.includes(key));
      return [`${prefix}${type}.${name}`, one(Object.fromEntries(given))];
    }),
  );
}

/** JSON syntax allows a list of objects wherever it allows an object. */
function merged(value: Json | undefined): JsonObject {
  if (!isArray(value)) return asObject(value);
  return Object.fromEntries(value.flatMap((part) => entries(asObject(part))));
}

/** Expressions as they were written. */
function writtenIn(expressions: JsonObject): Json {
  return one(Object.fromEntries(entries(expressions).map(([key, value]) => [key, text(value)])));
}

function text(expression: Json): Json {
  if (isArray(expression)) return expression.map(text);
  const constant = own(asObject(expression), "constant_value");
  return constant ?? writtenIn(asObject(expression));
}

/** One spelling of both: nulls and empty things are absent, a lone block stands without its list. */
function one(value: Json): Json {
  if (isArray(value)) {
    const [first, ...more] = value;
    return more.length === 0 && isObject(first) ? one(first) : value.map(one);
  }
  if (!isObject(value)) return value;
  const kept = entries(value).map(([key, child]) => [key, one(child)] as const);
  return Object.fromEntries(kept.filter(([, child]) => !isEmpty(child)));
}

const isEmpty = (value: Json): boolean =>
  value === null || (isArray(value) && value.length === 0) || canonical(value) === "{}";
