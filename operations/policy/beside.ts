import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { shippedBundle } from "../../policies/gate";
import { dispatchText } from "../../policies/gate/rules/dispatch";
import { rulesOf } from "../../policies/gate/rules/metadata";
import type { Inspection } from "../../policies/gate/rules/metadata";
import type { Manifest, Rule } from "../../policies/gate/types";
import { filesOf, policiesFolder } from "./build";
import type { Built } from "./build";
import { inspect, onWorkbench, readsOf, wasmOf, writeRego } from "./compile";
import type { Workbench } from "./compile";
import { copyRules, rulesBelow, sourcesHash } from "./stage";

/** A team's rules, compiled together with those that ship. */
export interface Beside extends Built {
  /** The team's, sorted by id; `dispatch` calls these only. */
  readonly own: readonly Rule[];
}

/** Where generated pages of a team's rules lie, below its folder. */
export const PAGES = "pages";

const SHIPPED = "policies";

/**
 * Compiles a team's rules beside the shipped ones. The same sources in the same folder of a repository
 * give the same bytes.
 *
 * @throws Error naming both files where an id, or a package, is used twice
 */
export function buildBeside(folder: string, command = "opa"): Beside {
  const at = placeOf(folder);
  refuseMix(folder);
  return onWorkbench(command, (bench) => {
    copyRules(policiesFolder, rulesBelow(policiesFolder), join(bench.folder, SHIPPED));
    copyRules(folder, rulesBelow(folder), join(bench.folder, at));
    const inspection = inspect(bench, join(policiesFolder, "builtins.txt"));
    const own = ownRules(bench, inspection, at);
    const manifest = manifestOf(own);
    copyRules(policiesFolder, ["dispatch.rego"], join(bench.folder, SHIPPED));
    const dispatch = writeRego(bench, `${at}/dispatch.rego`, dispatchText(own, headOf(at)));
    return { wasm: wasmOf(bench, manifest), manifest, own, dispatch };
  });
}

/** How the folder is called in messages and links: its path in the repository, or its name where it lies elsewhere. */
export function placeOf(folder: string): string {
  const path = relative(process.cwd(), resolve(folder)).split(sep).join("/");
  const inside = path !== "" && !path.startsWith("..") && !isAbsolute(path);
  return inside ? path : basename(resolve(folder));
}

function refuseMix(folder: string): void {
  const path = relative(policiesFolder, resolve(folder));
  if (path === "" || !path.startsWith(".."))
    throw new Error("is Plinth's own: give rules of yours another folder, or build with --alone");
  if (existsSync(join(folder, "lib")))
    throw new Error("lib/ is Plinth's: give yours another name, or build with --alone");
  if (sourcesHash(policiesFolder) !== shippedBundle().manifest.sources)
    throw new Error("policies/ was changed since it was built: run `npm run policies:build` first");
}

function ownRules(bench: Workbench, inspection: Inspection, at: string): Rule[] {
  const isOwn = (file: string) => file.startsWith(`${at}/`);
  const problems = problemsOf(bench, inspection, isOwn);
  const all = rulesOf(inspection);
  const own = all.filter((rule) => filesOf(inspection, rule.package).some(isOwn));
  problems.push(...own.flatMap((rule) => misplaced(rule, filesOf(inspection, rule.package), at)));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  if (own.length === 0) throw new Error("no policy found: METADATA with custom.id is missing");
  return own.map((rule) => {
    const near = [`${SHIPPED}/lib`, ...filesOf(inspection, rule.package)];
    const page = `${at}/${PAGES}/${rule.id}.md`;
    return { ...rule, reads: readsOf(bench, rule.package, near), page };
  });
}

/** A package that Plinth has too would change its rule; one that denies without an id is never asked. */
function problemsOf(
  bench: Workbench,
  inspection: Inspection,
  isOwn: (file: string) => boolean,
): string[] {
  const known = new Set(rulesOf(inspection).map((rule) => rule.package));
  return Object.entries(inspection.namespaces).flatMap(([data, files]) => {
    const name = data.replace(/^data\./, "");
    const [own, shipped] = [files.filter(isOwn), files.filter((file) => !isOwn(file))];
    if (own.length > 0 && shipped.length > 0)
      return [`${own[0]}: package ${name} is of ${shipped[0]}: choose another`];
    const denies = own.find((file) =>
      /^deny\b/m.test(readFileSync(join(bench.folder, file), "utf8")),
    );
    return denies === undefined || known.has(name)
      ? []
      : [`${denies}: deny without METADATA above the package, with custom.id, is never asked`];
  });
}

/** The page of a rule links its package's folder. */
function misplaced(rule: Omit<Rule, "reads">, files: readonly string[], at: string): string[] {
  const folder = `${at}/${rule.package.replaceAll(".", "/")}`;
  return files
    .filter((file) => dirname(file) !== folder)
    .map((file) => `${file}: package ${rule.package} belongs in ${folder}/`);
}

function manifestOf(own: readonly Rule[]): Manifest {
  const { manifest, sha256 } = shippedBundle();
  const rules = [...manifest.rules, ...own].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...manifest, rules, beside: sha256 };
}

const headOf = (at: string) =>
  `# Generated by \`plinth policy build ${at}\` from the METADATA of its policies. Do not edit.
package dispatch
`;
