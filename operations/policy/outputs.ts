import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../write";
import { PAGES, placeOf, type Beside } from "./beside";
import { NOTE, ownPages } from "./pages";

/** Path to content, of everything that a build writes. */
export type Outputs = ReadonlyMap<string, string | Uint8Array>;

/** The dispatcher, by which opa and conftest find the rules, and their pages. */
export function outputsOf(folder: string, { dispatch, own }: Beside): Outputs {
  const pages = ownPages(own, placeOf(folder));
  return new Map([
    [join(folder, "dispatch.rego"), dispatch],
    ...pages.map(({ path, text }): [string, string] => [join(folder, PAGES, path), text]),
  ]);
}

/** Writes them, and removes the pages of rules that there are not any more. */
export function write(folder: string, outputs: Outputs): void {
  for (const path of stale(folder, outputs)) rmSync(path);
  for (const [path, content] of outputs) writeWhole(path, content);
}

/** Every file that is not what was built: changed, missing, or of a rule that there is not any more. */
export function outdated(folder: string, outputs: Outputs): string[] {
  const changed = [...outputs]
    .filter(
      ([path, content]) => !existsSync(path) || !readFileSync(path).equals(Buffer.from(content)),
    )
    .map(([path]) => path);
  return [...changed, ...stale(folder, outputs)].sort();
}

function stale(folder: string, outputs: Outputs): string[] {
  const pages = join(folder, PAGES);
  if (!existsSync(pages)) return [];
  return readdirSync(pages)
    .map((name) => join(pages, name))
    .filter((path) => path.endsWith(".md") && !outputs.has(path))
    .filter((path) => readFileSync(path, "utf8").startsWith(NOTE));
}
