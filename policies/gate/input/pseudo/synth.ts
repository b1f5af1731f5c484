import { blocksOf, merged, namedBlocks, originOf } from "../config";
import { asObject, asString, entries } from "../../json";
import type { Node } from "../relations";
import { hasToken } from "../tokens";
import type { Json, JsonObject } from "../../types";
import { pseudoNode } from "./node";
import type { Found, Pseudo } from "./node";
import { providerPseudo } from "./provider";

/** What of a synthesized stack is judged beside its resources. */
export function synthPseudos(config: JsonObject, found: Omit<Found, "stage">): Node[] {
  const resources = namedBlocks(config["resource"]);
  const pseudos = [
    backend(config),
    ...providers(config),
    ...dataSources(config),
    ...variables(config),
    ...outputs(config),
    ...removals(config),
    ...resources.flatMap(provisioners),
    ...resources.flatMap(lifecycle),
  ];
  return pseudos.map((pseudo) => pseudoNode(pseudo, { ...found, stage: "synth" }));
}

function backend(config: JsonObject): Pseudo {
  const [kind, settings] = entries(merged(merged(config["terraform"])["backend"]))[0] ?? [
    "local",
    {},
  ];
  const after = { ...merged(settings), kind };
  return { type: "terraform_backend", address: `terraform.backend.${kind}`, after };
}

/** Those that are configured and those that are only required. */
function providers(config: JsonObject): Pseudo[] {
  const required = merged(merged(config["terraform"])["required_providers"]);
  const configured = merged(config["provider"]);
  const names = [...new Set([...Object.keys(configured), ...Object.keys(required)])].sort();
  return names.flatMap((name) => {
    const blocks = blocksOf(configured[name]);
    return (blocks.length > 0 ? blocks : [{}]).map((block) => provider(name, block, required));
  });
}

function provider(name: string, block: JsonObject, required: JsonObject): Pseudo {
  const wanted = required[name];
  const alias = asString(block["alias"]);
  return providerPseudo({
    address: ["provider", name, ...(alias === undefined ? [] : [alias])].join("."),
    name,
    source: asString(asObject(wanted)["source"]) ?? `hashicorp/${name}`,
    version: asString(wanted) ?? asString(asObject(wanted)["version"]),
    set: entries(block).flatMap(([key, value]) => (value === null ? [] : [key])),
    literal: (argument) => literal(block[argument]),
  });
}

function literal(value: Json | undefined): Json | undefined {
  return value === undefined || value === null || hasToken(JSON.stringify(value))
    ? undefined
    : value;
}

function dataSources(config: JsonObject): Pseudo[] {
  return namedBlocks(config["data"]).map(([type, name, body]) => ({
    type: "terraform_data_source",
    address: `data.${type}.${name}`,
    after: { type },
    origin: originOf(body),
  }));
}

function variables(config: JsonObject): Pseudo[] {
  return entries(merged(config["variable"])).map(([name, body]) =>
    variablePseudo(name, merged(body)),
  );
}

/** Whether there is a default, never which. */
export function variablePseudo(name: string, body: JsonObject): Pseudo {
  const preset = body["default"] ?? null;
  const after = {
    name,
    sensitive: body["sensitive"] === true,
    preset: preset !== null && preset !== "",
  };
  return { type: "terraform_variable", address: `var.${name}`, after };
}

function outputs(config: JsonObject): Pseudo[] {
  return entries(merged(config["output"])).map(([name, body]) => outputPseudo(name, merged(body)));
}

export function outputPseudo(name: string, body: JsonObject): Pseudo {
  const after = { name, sensitive: body["sensitive"] === true };
  return { type: "terraform_output", address: `output.${name}`, after };
}

/** `removed` blocks: what Terraform shall no longer manage, and whether it destroys it. */
function removals(config: JsonObject): Pseudo[] {
  return blocksOf(config["removed"]).map((block) => {
    const from = asString(block["from"]) ?? "";
    const after = {
      type: /([a-z][a-z0-9]*_\w+)\.[\w-]+$/.exec(from)?.[1] ?? from,
      destroys: merged(block["lifecycle"])["destroy"] !== false,
    };
    return { type: "terraform_removed", address: `removed.${from}`, after };
  });
}

/** One for each kind: a resource may have many of a kind. */
function provisioners([type, name, body]: [string, string, JsonObject]): Pseudo[] {
  const kinds = blocksOf(body["provisioner"]).flatMap((block) => Object.keys(block));
  return [...new Set(kinds)].map((kind) => ({
    ...provisionerPseudo(`${type}.${name}`, kind),
    origin: originOf(body),
  }));
}

export function provisionerPseudo(address: string, kind: string): Pseudo {
  return {
    type: "terraform_provisioner",
    address: `${address}.provisioner.${kind}`,
    after: { kind },
  };
}

function lifecycle([type, name, body]: [string, string, JsonObject]): Pseudo[] {
  if (body["lifecycle"] === undefined || body["lifecycle"] === null) return [];
  const after = { ...merged(body["lifecycle"]), type };
  const address = `${type}.${name}.lifecycle`;
  return [{ type: "terraform_lifecycle", address, after, origin: originOf(body) }];
}
