import { existsSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { readSource } from "./source";
import type { Source } from "./source";

/** Generated from METADATA: the differential test proves it. */
const GENERATED = "dispatch.rego";

/** Every source below a folder with its tests, and `lib/` of Plinth where the folder has none. */
export function sourcesBelow(folder: string, shared: string): Source[] {
  const lib = existsSync(join(folder, "lib")) ? [] : named(shared).filter(isLib);
  return [
    ...named(folder).map((path) => readSource(folder, path)),
    ...lib.map((path) => readSource(shared, path)),
  ];
}

function named(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => name.endsWith(".rego") && name !== GENERATED)
    .sort();
}

function isLib(path: string): boolean {
  return path.startsWith("lib/");
}
