import { join } from "node:path";
import type { Command } from "commander";
import { UserError } from "../cli/errors";
import { buildBeside } from "./beside";
import { buildPolicies, type Built } from "./build";
import { register as mutate } from "./mutate/command";
import { register as create } from "./new";
import { onFolder } from "./opa";
import { outdated, outputsOf, write, type Outputs } from "./outputs";

interface BuildFlags {
  readonly output?: string;
  readonly opa: string;
  readonly alone?: boolean;
  readonly check?: boolean;
  readonly json?: boolean;
}

/** `plinth policy new`, `build` and `mutate`. */
export function register(program: Command): void {
  const policy = program.command("policy").description("Work on policies.");
  create(policy);
  build(policy);
  mutate(policy);
}

function build(policy: Command): void {
  policy
    .command("build")
    .description(
      "Compile rules of one's own, beside Plinth's, to what `plinth gate --policy` takes.",
    )
    .argument("<folder>", "one folder a policy")
    .option("--output <file>", "where to write the Wasm (default: policy.wasm in the folder)")
    .option("--alone", "without Plinth's rules; the folder may bring its own lib/")
    .option("--check", "write nothing; fail where what is there is not what would be written")
    .option("--opa <program>", "the opa to run", "opa")
    .option("--json", "print what was built as JSON")
    .addHelpText("after", HELP)
    .action(run);
}

async function run(folder: string, flags: BuildFlags): Promise<void> {
  const built = await onFolder(folder, flags.opa, () => builtOf(folder, flags));
  const wasm = flags.output ?? join(folder, "policy.wasm");
  const outputs = new Map([[wasm, built.wasm], ...built.outputs]);
  if (flags.check === true) refuseOutdated(folder, outputs);
  else write(folder, outputs);
  process.stdout.write(flags.json === true ? jsonOf(wasm, built) : textOf(wasm, built));
}

interface Result extends Pick<Built, "wasm"> {
  readonly ids: readonly string[];
  /** How many of Plinth's rules are with them. */
  readonly shipped: number;
  readonly outputs: Outputs;
}

function builtOf(folder: string, { opa, alone }: BuildFlags): Result {
  if (alone === true) {
    const { wasm, manifest } = buildPolicies(folder, { opa });
    return { wasm, ids: manifest.rules.map(({ id }) => id), shipped: 0, outputs: new Map() };
  }
  const built = buildBeside(folder, opa);
  const ids = built.own.map(({ id }) => id);
  const shipped = built.manifest.rules.length - ids.length;
  return { wasm: built.wasm, ids, shipped, outputs: outputsOf(folder, built) };
}

function refuseOutdated(folder: string, outputs: Outputs): void {
  const paths = outdated(folder, outputs);
  if (paths.length === 0) return;
  throw new UserError(
    `not what the Rego builds to: ${paths.join(", ")}; run plinth policy build ${folder}`,
  );
}

function textOf(wasm: string, { ids, shipped }: Result): string {
  const beside = shipped === 0 ? "" : " beside Plinth's";
  return `${wasm}: ${ids.length} rule${ids.length === 1 ? "" : "s"}${beside}\n`;
}

function jsonOf(output: string, { wasm, ids, shipped }: Result): string {
  const summary = { output, bytes: wasm.byteLength, rules: ids, shipped };
  return `${JSON.stringify(summary, undefined, 2)}\n`;
}

const HELP = `
Needs opa. The same sources give the same bytes. Beside Plinth's, it also writes dispatch.rego, by which opa and
conftest find the rules, and their pages.
Exit codes: 0 built, 1 not.

Examples:
  $ npx plinth policy build rules
  $ npx plinth policy build rules --check           in CI
  $ npx plinth gate --policy rules/policy.wasm`;
