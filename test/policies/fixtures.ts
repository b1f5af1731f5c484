import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { GateFile } from "../../policies/gate";

/* eslint-disable @typescript-eslint/no-explicit-any */
const root = join(__dirname, "..", "fixtures");
export const policies = join(__dirname, "..", "..", "policies");
export const now = new Date("2026-01-15T12:00:00Z");

/** Names of the good stacks: each has a plan that the real provider made of it. */
export const fixtures: readonly string[] = readdirSync(join(root, "plans"))
  .map((name) => name.replace(/\.json$/, ""))
  .sort();

export function load(path: string): any {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

export function file(value: unknown, name = "file.json"): GateFile {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Changes one resource of a fixture, at either stage, as its author would. */
export interface Editor {
  readonly json: any;
  /** Sets an attribute to what is written; undefined leaves it out. Blocks are lists. */
  set(address: string, attribute: string, value: unknown): void;
  remove(address: string): void;
  /** Adds a resource with these attributes. */
  add(address: string, attributes: Record<string, unknown>): void;
  /** Leaves a label or a tag out of what the provider gives to all. */
  untag(address: string, key: string): void;
}

const split = (address: string) => address.split(".") as [string, string];

export function synthEditor(path: string): Editor {
  const json = load(path);
  const body = (address: string) => json.resource[split(address)[0]][split(address)[1]];
  return {
    json,
    set: (address, attribute, value) => void (body(address)[attribute] = value),
    remove: (address) => void delete json.resource[split(address)[0]][split(address)[1]],
    add: (address, attributes) => {
      const [type, name] = split(address);
      (json.resource[type] ??= {})[name] = attributes;
    },
    untag: (_, key) => {
      for (const settings of [json.provider.aws, json.provider.google]) {
        delete settings?.[0].default_tags?.[0].tags[key];
        delete settings?.[0].default_labels?.[key];
      }
    },
  };
}

export function planEditor(path: string): Editor & {
  act(address: string, actions: string[], replacePaths?: unknown[]): void;
  hide(address: string, attribute: string): void;
} {
  const json = load(path);
  const change = (address: string) =>
    json.resource_changes.find((entry: any) => entry.address === address).change;
  const configured = json.configuration.root_module.resources;
  const expressions = (address: string) =>
    configured.find((entry: any) => entry.address === address).expressions;
  const drop = (list: any[], address: string) =>
    list.splice(
      list.findIndex((entry) => entry.address === address),
      1,
    );
  return {
    json,
    set: (address, attribute, value) => {
      const { after, after_unknown } = change(address);
      delete after[attribute];
      delete after_unknown[attribute];
      delete expressions(address)[attribute];
      if (value === undefined) after_unknown[attribute] = true;
      else {
        after[attribute] = value;
        expressions(address)[attribute] = { constant_value: value };
      }
    },
    remove: (address) => {
      drop(json.resource_changes, address);
      drop(configured, address);
    },
    add: (address, attributes) => {
      const [type, name] = split(address);
      const common = { address, mode: "managed", type, name };
      const expressed = Object.entries(attributes).map(([key, value]) => {
        const text = typeof value === "string" ? value : "";
        const references = [...text.matchAll(/\$\{((\w+\.\w+)[^}]*)\}/g)].flatMap((match) => [
          match[1],
          match[2],
        ]);
        return [
          key,
          references.length > 0 ? { constant_value: value, references } : { constant_value: value },
        ];
      });
      const known = Object.entries(attributes).filter(([, value]) => !String(value).includes("${"));
      const after = Object.fromEntries(known);
      json.resource_changes.push({
        ...common,
        change: {
          actions: ["create"],
          before: null,
          after,
          after_unknown: { id: true },
          after_sensitive: {},
        },
      });
      configured.push({ ...common, expressions: Object.fromEntries(expressed) });
    },
    untag: (address, key) => {
      const { after } = change(address);
      for (const all of [after.tags_all, after.effective_labels]) if (all) delete all[key];
    },
    act: (address, actions, replacePaths = []) => {
      const one = change(address);
      one.actions = actions;
      one.before = one.after;
      one.replace_paths = replacePaths;
      if (!actions.includes("create") && !actions.includes("update")) one.after = null;
    },
    hide: (address, attribute) => {
      const one = change(address);
      delete one.after[attribute];
      one.after_unknown[attribute] = true;
      expressions(address)[attribute] = { references: ["random_id.other.hex", "random_id.other"] };
    },
  };
}
