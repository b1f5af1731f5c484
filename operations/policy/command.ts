import type { Command } from "commander";
import { buildPolicies } from "./build";
import { register as mutate } from "./mutate/command";
import { onFolder } from "./opa";
import { writeWhole } from "../write";

interface BuildFlags {
  readonly output: string;
  readonly opa: string;
  readonly json?: boolean;
}

/** `plinth policy build` and `mutate`. */
export function register(program: Command): void {
  const policy = program.command("policy").description("Work on policies.");
  build(policy);
  mutate(policy);
}

function build(policy: Command): void {
  policy
    .command("build")
    .description("Compile a folder of Rego to the Wasm that `plinth gate --policy` takes.")
    .argument("<folder>", "one folder a policy; lib/ is Plinth's where the folder has none")
    .option("--output <file>", "where to write it", "policy.wasm")
    .option("--opa <program>", "the opa to run", "opa")
    .option("--json", "print what was built as JSON")
    .addHelpText("after", HELP)
    .action(async (folder: string, flags: BuildFlags) => {
      const { opa } = flags;
      const { wasm, manifest } = await onFolder(folder, opa, () => buildPolicies(folder, { opa }));
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

const HELP = `
Needs opa. The same sources give the same bytes.
Exit codes: 0 built, 1 not.

Examples:
  $ npx plinth policy build policies --output policy.wasm
  $ npx plinth gate --policy policy.wasm`;
