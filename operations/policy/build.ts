/** Compiles a folder of policies: `npm run policies:build`, and `plinth policy build DIR`. Needs opa. */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { dispatchText } from "../../policies/gate/dispatch";
import { MANIFEST_SECTION } from "../../policies/gate/bundle";
import { rulesOf } from "../../policies/gate/metadata";
import type { Inspection } from "../../policies/gate/metadata";
import type { Manifest, Path, Relation, Rule } from "../../policies/gate/types";
import { repositoryRoot } from "../repository";
import { withSection } from "../../policies/gate/section";

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
 * Compiles the policies below `dir`. The same sources give the same bytes, wherever they lie:
 * opa writes file names into the Wasm, so it runs in a scratch folder with relative paths.
 *
 * @throws Error with opa's own message when the Rego does not compile
 */
export function buildPolicies(dir: string, options: BuildOptions = {}): Built {
  const shared = options.shared ?? policiesFolder;
  const scratch = mkdtempSync(join(tmpdir(), "plinth-policies-"));
  try {
    stage(dir, shared, scratch);
    return compile(scratch, shared, opaIn(scratch, options.opa ?? "opa"));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
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

type Opa = (...args: readonly string[]) => string;

function opaIn(cwd: string, command: string): Opa {
  return (...args) => {
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
  };
}

/** Copies the rules: no tests, no entry for raw plans, nothing generated. */
function stage(dir: string, shared: string, scratch: string): void {
  const lib = existsSync(join(dir, "lib")) ? dir : shared;
  for (const root of new Set([lib, dir])) {
    const wanted =
      root === dir ? rulesBelow(root) : rulesBelow(root).filter((name) => name.startsWith("lib/"));
    for (const name of wanted) {
      mkdirSync(dirname(join(scratch, name)), { recursive: true });
      cpSync(join(root, name), join(scratch, name));
    }
  }
}

const NOT_RULES = [
  /_test\.rego$/,
  /^main\.rego$/,
  /^dispatch\.rego$/,
  /^lib\/(plan|pseudo|drift|expect)\.rego$/,
];

/** Names relative to `root`, with forward slashes. */
function rulesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => name.endsWith(".rego") && !NOT_RULES.some((pattern) => pattern.test(name)))
    .sort();
}

function compile(scratch: string, shared: string, opa: Opa): Built {
  writeFileSync(join(scratch, "capabilities.json"), capabilities(opa, shared));
  opa("check", "--strict", "--capabilities", "capabilities.json", ".");
  const inspection = JSON.parse(opa("inspect", "-a", "-f", "json", ".")) as Inspection;
  const filesOf = (name: string) => inspection.namespaces[`data.${name}`] ?? [];
  const rules = rulesOf(inspection).map((rule): Rule => ({
    ...rule,
    reads: reads(opa, rule.package, filesOf(rule.package)),
  }));
  if (rules.length === 0) throw new Error("no policy found: METADATA with custom.id is missing");
  const manifest: Manifest = { schema: "plinth.policies/v1", rules, ...relations(opa) };
  const dispatchFile = join(scratch, "dispatch.rego");
  writeFileSync(dispatchFile, dispatchText(rules));
  opa("fmt", "-w", "dispatch.rego");
  const dispatch = readFileSync(dispatchFile, "utf8");
  opa(
    "build",
    "-t",
    "wasm",
    "-e",
    "dispatch/findings",
    "--capabilities",
    "capabilities.json",
    "--ignore",
    "capabilities.json",
    ".",
  );
  execFileSync("tar", ["xzf", "bundle.tar.gz", "/policy.wasm"], { cwd: scratch, stdio: "pipe" });
  const wasm = readFileSync(join(scratch, "policy.wasm"));
  return {
    wasm: withSection(wasm, MANIFEST_SECTION, JSON.stringify(manifest)),
    manifest,
    dispatch,
  };
}

/** Only builtins that the Wasm has: another one is then an error here, not a throw while judging. */
function capabilities(opa: Opa, shared: string): string {
  const names = new Set(readFileSync(join(shared, "builtins.txt"), "utf8").split("\n"));
  const current = JSON.parse(opa("capabilities", "--current")) as { builtins: { name: string }[] };
  const builtins = current.builtins.filter((builtin) => names.has(builtin.name));
  return JSON.stringify({ ...current, builtins });
}

interface Dependencies {
  readonly base?: readonly (readonly { readonly value: string | number }[])[];
}

/**
 * The paths below `input` that a policy reads, through its helpers too. Its own files and `lib/` are
 * enough for nearly every policy, and opa then does not compile all policies once for each.
 */
function reads(opa: Opa, name: string, files: readonly string[]): Path[] {
  const near = alone(() => dependencies(opa, name, new Set(["lib", ...files])));
  return (near ?? dependencies(opa, name, ["."]))
    .filter((path) => path[0] === "input")
    .map((path) => path.slice(1))
    .filter((path) => path.length > 0);
}

function dependencies(opa: Opa, name: string, sources: Iterable<string>): Path[] {
  const data = [...sources].flatMap((source) => ["-d", source]);
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

function relations(opa: Opa): Pick<Manifest, "relations" | "echoes" | "derived"> {
  const text = opa("eval", "-d", "lib", "-f", "raw", "data.lib.relations");
  const found = JSON.parse(text) as { table: Relation[] } & Pick<Manifest, "echoes" | "derived">;
  return { relations: found.table, echoes: found.echoes, derived: found.derived };
}

if (require.main === module) {
  const { manifest, wasm } = buildShipped({ opa: process.env["OPA"] ?? "opa" });
  process.stderr.write(`${manifest.rules.length} rules, ${wasm.length} bytes of Wasm\n`);
}
