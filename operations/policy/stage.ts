import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** No tests, no entry for raw plans, nothing generated. */
const NOT_RULES = [
  /_test\.rego$/,
  /^main\.rego$/,
  /^dispatch\.rego$/,
  /^lib\/(plan|pseudo)\//,
  /^lib\/(drift|expect)\.rego$/,
];

/** The Rego to compile, relative to `root` and with forward slashes, sorted. */
export function rulesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => name.endsWith(".rego") && !NOT_RULES.some((pattern) => pattern.test(name)))
    .sort();
}

export function copyRules(root: string, names: readonly string[], to: string): void {
  for (const name of names) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    cpSync(join(root, name), join(to, name));
  }
}

/** Copies rules that stand alone: with the `lib/` of `shared` where they have none. */
export function stageAlone(dir: string, shared: string, to: string): void {
  if (!existsSync(join(dir, "lib"))) {
    const lib = rulesBelow(shared).filter((name) => name.startsWith("lib/"));
    copyRules(shared, lib, to);
  }
  copyRules(dir, rulesBelow(dir), to);
}

/** By which sources that were changed since are recognised. */
export function sourcesHash(root: string): string {
  const hash = createHash("sha256");
  for (const name of rulesBelow(root)) {
    hash.update(JSON.stringify([name, readFileSync(join(root, name), "utf8")]));
  }
  return hash.digest("hex");
}
