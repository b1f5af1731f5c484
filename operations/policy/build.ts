/** Compiles a folder of policies: `npm run policies:build`, and `plinth policy build DIR`. Needs opa. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dispatchText } from "../../policies/gate/rules/dispatch";
import { rulesOf } from "../../policies/gate/rules/metadata";
import type { Inspection } from "../../policies/gate/rules/metadata";
import type { Manifest, Rule } from "../../policies/gate/types";
import { repositoryRoot } from "../repository";
import { inspect, onWorkbench, readsOf, relationsIn, wasmOf, writeRego } from "./compile";
import type { Workbench } from "./compile";
import { sourcesHash, stageAlone } from "./stage";

export interface Built {
  /** What `--policy` takes. */
  readonly wasm: Uint8Array;
  readonly manifest: Manifest;
  /** The generated dispatcher, `dispatch.rego`. */
  readonly dispatch: string;
}

export interface BuildOptions {
  /**
   * The opa to run.
   *
   * @default "opa", from the PATH
   */
  readonly opa?: string;

  /**
   * Folder with the shared Rego (`lib/`) and `builtins.txt`, used where `dir` has none.
   *
   * @default - `policies` of Plinth
   */
  readonly shared?: string;
}

/** The sources of the shipped policies. */
export const policiesFolder = join(repositoryRoot, "policies");

/**
 * Compiles the policies below `dir`, and no others. The same sources give the same bytes, wherever they lie.
 *
 * @throws Error with opa's own message when the Rego does not compile
 */
export function buildPolicies(dir: string, options: BuildOptions = {}): Built {
  const { opa = "opa", shared = policiesFolder } = options;
  return onWorkbench(opa, (bench) => {
    stageAlone(dir, shared, bench.folder);
    const sources = sourcesHash(bench.folder);
    const inspection = inspect(bench, join(shared, "builtins.txt"));
    const rules = rulesOf(inspection).map((rule): Rule => {
      const near = ["lib", ...filesOf(inspection, rule.package)];
      return withReads(rule, readsOf(bench, rule.package, near));
    });
    return compiled(bench, rules, sources);
  });
}

/** @throws Error when it reads attributes whose names it does not say, which a plan would not hand it */
function withReads(rule: Omit<Rule, "reads">, reads: Rule["reads"]): Rule {
  if (reads.some((path) => path[0] === "after" && path.length === 1))
    throw new Error(
      `${rule.id}: expected attributes by name, such as \`input.after.name\`, got \`input.after\` as a whole: the gate hands a rule what it names, and knows of nothing else whether it is known yet`,
    );
  return { ...rule, reads };
}

/** The files of a package. */
export function filesOf({ namespaces }: Inspection, name: string): readonly string[] {
  return namespaces[`data.${name}`] ?? [];
}

function compiled(bench: Workbench, rules: readonly Rule[], sources: string): Built {
  if (rules.length === 0) throw new Error("no policy found: METADATA with custom.id is missing");
  const manifest: Manifest = {
    schema: "plinth.policies/v1",
    sources,
    rules,
    ...relationsIn(bench, "lib"),
  };
  const dispatch = writeRego(bench, "dispatch.rego", dispatchText(rules));
  return { wasm: wasmOf(bench, manifest), manifest, dispatch };
}

/** Builds the shipped bundle and writes it, its manifest and the dispatcher. */
export function buildShipped(options: BuildOptions = {}): Built {
  const root = policiesFolder;
  const built = buildPolicies(root, options);
  writeFileSync(join(root, "dispatch.rego"), built.dispatch);
  const bundle = join(root, "gate", "bundle");
  mkdirSync(bundle, { recursive: true });
  writeFileSync(join(bundle, "policy.wasm"), built.wasm);
  writeFileSync(join(bundle, "manifest.json"), manifestText(built.manifest));
  return built;
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

if (require.main === module) {
  const { manifest, wasm } = buildShipped({ opa: process.env["OPA"] ?? "opa" });
  process.stderr.write(`${manifest.rules.length} rules, ${wasm.length} bytes of Wasm\n`);
}
