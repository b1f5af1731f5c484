import { existsSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import type { Opa } from "../opa";
import { readSource } from "./source";
import type { Source } from "./source";

/** The door for raw plans and what is generated: the differential test proves them. */
const NOT_RULES = /^(main|dispatch|lib\/plan)\.rego$/;

/** Every source below a folder with its tests, and `lib/` of Plinth where the folder has none. */
export async function sourcesBelow(folder: string, shared: string, opa: Opa): Promise<Source[]> {
  const lib = existsSync(join(folder, "lib")) ? [] : named(shared).filter(isLib);
  const sources: Source[] = [];
  for (const path of named(folder)) sources.push(await readSource(opa, folder, path));
  for (const path of lib) sources.push(await readSource(opa, shared, path));
  return sources;
}

function named(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => name.endsWith(".rego") && !NOT_RULES.test(name))
    .sort();
}

function isLib(path: string): boolean {
  return path.startsWith("lib/");
}
