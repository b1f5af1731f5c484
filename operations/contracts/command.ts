import type { Command } from "commander";
import { compareContracts } from "./diff/compare";
import { renderText } from "./diff/report";

interface Flags {
  readonly base: string;
  readonly head: string;
  readonly rendered: string;
  readonly oasdiff: string;
  readonly buf: string;
  readonly json?: boolean;
}

/** `plinth contracts`. */
export function register(program: Command): void {
  const contracts = program
    .command("contracts")
    .description("Compare what services promise their callers.")
    .addHelpText("after", HELP);
  contracts
    .command("diff")
    .description(
      "Say what changed in OpenAPI, AsyncAPI, GraphQL and Protobuf contracts, and what breaks.",
    )
    .requiredOption("--base <ref>", "the commit that callers rely on, such as origin/main")
    .option("--head <ref>", "the commit that is to replace it", "HEAD")
    .option("--rendered <folder>", "where rendered files are committed", "test/golden")
    .option("--oasdiff <program>", "the oasdiff to run", "oasdiff")
    .option("--buf <program>", "the buf to run", "buf")
    .option("--json", "print plinth.contracts-diff/v1 instead of text")
    .addHelpText("after", HELP)
    .action(diff);
}

async function diff({ json, oasdiff, buf, ...wanted }: Flags): Promise<void> {
  const report = await compareContracts({ ...wanted, tools: { oasdiff, buf } }, process.cwd());
  process.stdout.write(
    json === true ? `${JSON.stringify(report, undefined, 2)}\n` : renderText(report),
  );
  process.exitCode = report.breaking > 0 ? 2 : 0;
}

const HELP = `
Compares commits of the repository in whose folder it is run. What is not committed is not looked at.
Exit codes: 0 nothing breaks, 2 something does, 1 could not compare. docs/contracts.md has the fields.

Examples:
  $ npx plinth contracts diff --base origin/main
  $ npx plinth contracts diff --base v1.4.0 --head v1.5.0 --json`;
