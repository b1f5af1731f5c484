import type { Command } from "commander";
import { writeWhole } from "../write";
import { EXIT, type Report } from "./report";
import { findDrift } from "./run";
import { renderText } from "./text";

interface Flags {
  readonly env?: string;
  readonly synth: string;
  readonly json?: boolean;
  readonly output?: string;
}

/** `plinth drift`. */
export function register(program: Command): void {
  program
    .command("drift")
    .description("Plan stacks read-only and tell drift from what only looks like it.")
    .argument("[stacks...]", "ids of stacks; none: all that were synthesized")
    .option("--env <name>", "only the stacks of this environment")
    .option("--synth <folder>", "what cdktf wrote", "cdktf.out")
    .option("--json", "print plinth.drift/v1 instead of text")
    .option("--output <file>", "write there instead of standard output")
    .addHelpText("after", HELP)
    .action(async (stacks: string[], flags: Flags) => {
      const progress = (line: string) => void process.stderr.write(`${line}\n`);
      const report = await findDrift({ stacks, env: flags.env, synth: flags.synth, progress });
      write(report, flags);
      process.exitCode = EXIT[report.status];
    });
}

function write(report: Report, { json, output }: Flags): void {
  const plain = output === undefined ? undefined : false;
  const text =
    json === true ? `${JSON.stringify(report, undefined, 2)}\n` : renderText(report, plain);
  if (output === undefined) process.stdout.write(text);
  else writeWhole(output, text);
}

const HELP = `
Exit codes: 0 clean, 2 drifted, 3 incomplete (locked, racing, not authorised), 1 error.
A sensitive value is never shown. docs/drift.md explains the classes.

Examples:
  $ npx plinth drift                    all stacks of cdktf.out
  $ npx plinth drift dev-c01 --json     one stack, for a machine
  $ TERRAFORM_BINARY_NAME=tofu npx plinth drift --env dev`;
