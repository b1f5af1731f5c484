import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MANIFEST_SECTION } from "../../policies/gate/bundle";
import type { Inspection } from "../../policies/gate/rules/metadata";
import { withSection } from "../../policies/gate/rules/section";
import type { Manifest, Path, Relation } from "../../policies/gate/types";

/**
 * A scratch folder with the Rego to compile, and the opa that runs in it. opa writes file names into the
 * Wasm: relative ones make the same bytes wherever the sources lie.
 */
export interface Workbench {
  readonly folder: string;
  readonly opa: (...args: readonly string[]) => string;
}

/** Works in a scratch folder, and removes it. */
export function onWorkbench<T>(command: string, work: (bench: Workbench) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "plinth-policies-"));
  try {
    return work({ folder, opa: (...args) => run(command, args, folder) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, args, {
      cwd,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: "pipe",
    });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new Error(`opa ${args[0]}: ${stderr?.trim() || message}`, { cause: error });
  }
}

/** What the Rego on the workbench says of itself. @throws Error in opa's words where it does not compile */
export function inspect({ folder, opa }: Workbench, builtins: string): Inspection {
  writeFileSync(join(folder, CAPABILITIES), capabilities(opa, builtins));
  opa("check", "--strict", "--capabilities", CAPABILITIES, ".");
  return JSON.parse(opa("inspect", "-a", "-f", "json", ".")) as Inspection;
}

const CAPABILITIES = "capabilities.json";

/** Only builtins that the Wasm has: another one is then an error here, not a throw while judging. */
function capabilities(opa: Workbench["opa"], file: string): string {
  const names = new Set(readFileSync(file, "utf8").split("\n"));
  const current = JSON.parse(opa("capabilities", "--current")) as { builtins: { name: string }[] };
  const builtins = current.builtins.filter((builtin) => names.has(builtin.name));
  return JSON.stringify({ ...current, builtins });
}

/** Writes Rego as `opa fmt` has it. @returns its text */
export function writeRego({ folder, opa }: Workbench, name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  opa("fmt", "-w", name);
  return readFileSync(join(folder, name), "utf8");
}

/** The Wasm of everything on the workbench, with its manifest in it. */
export function wasmOf({ folder, opa }: Workbench, manifest: Manifest): Uint8Array {
  const limits = ["--capabilities", CAPABILITIES, "--ignore", CAPABILITIES];
  opa("build", "-t", "wasm", "-e", "dispatch/findings", ...limits, ".");
  execFileSync("tar", ["xzf", "bundle.tar.gz", "/policy.wasm"], { cwd: folder, stdio: "pipe" });
  const wasm = readFileSync(join(folder, "policy.wasm"));
  return withSection(wasm, MANIFEST_SECTION, JSON.stringify(manifest));
}

interface Dependencies {
  readonly base?: readonly (readonly { readonly value: string | number }[])[];
}

/**
 * The paths below `input` that a policy reads, through its helpers too. Its own files and `lib/` are
 * enough for nearly every policy, and opa then does not compile all policies once for each.
 *
 * @param near its own files, and `lib/`
 */
export function readsOf({ opa }: Workbench, name: string, near: readonly string[]): Path[] {
  const found = alone(() => dependencies(opa, name, near));
  return (found ?? dependencies(opa, name, ["."]))
    .filter((path) => path[0] === "input")
    .map((path) => path.slice(1))
    .filter((path) => path.length > 0);
}

function dependencies(opa: Workbench["opa"], name: string, sources: readonly string[]): Path[] {
  const data = [...new Set(sources)].flatMap((source) => ["-d", source]);
  const text = opa("deps", ...data, "-f", "json", `data.${name}.deny`);
  const { base = [] } = JSON.parse(text) as Dependencies;
  return base.map((path) => path.map((term) => term.value));
}

/** Undefined where a policy needs more: it does not compile, or refers to data that is not there. */
function alone(find: () => Path[]): Path[] | undefined {
  try {
    const paths = find();
    return paths.some(([root]) => root === "data") ? undefined : paths;
  } catch {
    return undefined;
  }
}

/** What `lib/relations.rego` says. */
export function relationsIn(
  { opa }: Workbench,
  lib: string,
): Pick<Manifest, "relations" | "echoes" | "derived"> {
  const text = opa("eval", "-d", lib, "-f", "raw", "data.lib.relations");
  const found = JSON.parse(text) as { table: Relation[] } & Pick<Manifest, "echoes" | "derived">;
  return { relations: found.table, echoes: found.echoes, derived: found.derived };
}
