import { statSync } from "node:fs";
import type { Command } from "commander";
import { buildPolicies } from "./build";
import { UserError, messageOf } from "../cli/errors";
import { writeWhole } from "../write";

interface BuildFlags {
  readonly output: string;
  readonly opa: string;
  readonly json?: boolean;
}

/** `plinth policy build`. */
export function register(program: Command): void {
  program
    .command("policy")
    .description("Work on policies.")
    .command("build")
    .description("Compile a folder of Rego to the Wasm that `plinth gate --policy` takes.")
    .argument("<folder>", "one folder a policy; lib/ is Plinth's where the folder has none")
    .option("--output <file>", "where to write it", "policy.wasm")
    .option("--opa <program>", "the opa to run", "opa")
    .option("--json", "print what was built as JSON")
    .addHelpText("after", HELP)
    .action((folder: string, flags: BuildFlags) => {
      const { wasm, manifest } = build(folder, flags);
      writeWhole(flags.output, wasm);
      const rules = manifest.rules.map(({ id }) => id);
      const text = `${flags.output}: ${rules.length} rules, ${wasm.byteLength} bytes`;
      const json = JSON.stringify(
        { output: flags.output, bytes: wasm.byteLength, rules },
        undefined,
        2,
      );
      process.stdout.write(`${flags.json === true ? json : text}\n`);
    });
}

function build(folder: string, { opa }: BuildFlags) {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UserError(`${folder}: expected a folder of Rego`);
  try {
    return buildPolicies(folder, { opa });
  } catch (error) {
    if (messageOf(error).includes(`${opa} ENOENT`))
      throw new UserError(`${opa}: no such program; install OPA 1.x, or name it with --opa`);
    throw new UserError(`${folder}: ${messageOf(error)}`);
  }
}

const HELP = `
Needs opa. The same sources give the same bytes.
Exit codes: 0 built, 1 not.

Examples:
  $ npx plinth policy build policies --output policy.wasm
  $ npx plinth gate --policy policy.wasm`;
