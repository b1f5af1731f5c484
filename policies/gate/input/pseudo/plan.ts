import { asArray, asObject, asString, entries, isArray } from "../../json";
import type { Node } from "../relations";
import type { Json, JsonObject } from "../../types";
import { countsPseudo } from "./changes";
import type { Change } from "./changes";
import { pseudoNode } from "./node";
import type { Found, Pseudo } from "./node";
import { providerPseudo } from "./provider";
import { outputPseudo, provisionerPseudo, variablePseudo } from "./synth";

/** What of a plan is looked at. */
export interface WholePlan {
  readonly changes: readonly Change[];
  readonly configuration: JsonObject;
  readonly complete: boolean;
}

/** What of a plan is judged beside its resources. */
export function planPseudos(plan: WholePlan, found: Omit<Found, "stage">): Node[] {
  const root = asObject(plan.configuration["root_module"]);
  const pseudos = [
    countsPseudo(plan.changes, plan.complete),
    ...entries(asObject(plan.configuration["provider_config"])).flatMap(provider),
    ...entries(asObject(root["variables"])).map(([name, body]) =>
      variablePseudo(name, asObject(body)),
    ),
    ...entries(asObject(root["outputs"])).map(([name, body]) => outputPseudo(name, asObject(body))),
    ...inModules(root, ""),
  ];
  return pseudos.map((pseudo) => pseudoNode(pseudo, { ...found, stage: "plan" }));
}

/** `aws`, `aws.west` or `module.m:aws`: a module's own provider bears no version of the root's. */
function provider([key, value]: [string, Json]): Pseudo[] {
  const body = asObject(value);
  const name = asString(body["name"]) ?? "";
  const path = asString(body["full_name"])?.split("/").slice(-2).join("/") ?? "";
  if (path.startsWith("builtin/")) return [];
  const [module, local] = key.includes(":") ? key.split(":") : ["", key];
  const expressions = asObject(body["expressions"]);
  return [
    providerPseudo({
      address: `${module === "" ? "" : `${module}.`}provider.${local}`,
      name,
      source: path,
      version: asString(body["version_constraint"]) ?? (module === "" ? undefined : "module"),
      set: [
        ...entries(expressions).map(([argument]) => argument),
        ...(body["alias"] === undefined ? [] : ["alias"]),
      ],
      literal: (argument) => literal(expressions[argument]),
    }),
  ];
}

function literal(expression: Json | undefined): Json | undefined {
  const { constant_value: value, references } = asObject(expression);
  return value === null || isArray(references) ? undefined : value;
}

/** Data sources and provisioners, however deep the module. */
function inModules(module: JsonObject, prefix: string): Pseudo[] {
  const here = asArray(module["resources"])
    .map(asObject)
    .flatMap((resource) => ofResource(resource, prefix));
  const below = entries(asObject(module["module_calls"])).flatMap(([name, call]) =>
    inModules(asObject(asObject(call)["module"]), `${prefix}module.${name}.`),
  );
  return [...here, ...below];
}

function ofResource(resource: JsonObject, prefix: string): Pseudo[] {
  const type = asString(resource["type"]) ?? "";
  const local = `${type}.${asString(resource["name"]) ?? ""}`;
  if (resource["mode"] === "data") {
    const address = `${prefix}data.${local}`;
    return [{ type: "terraform_data_source", address, after: { type } }];
  }
  const kinds = asArray(resource["provisioners"]).map((one) => asString(asObject(one)["type"]));
  return [...new Set(kinds)]
    .filter((kind) => kind !== undefined)
    .map((kind) => provisionerPseudo(prefix + local, kind));
}
