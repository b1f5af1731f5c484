import type { Command } from "commander";
import { percentOf } from "../../cli/percent";
import { policiesFolder } from "../build";
import { onFolder, opaOf } from "../opa";
import { readEquivalents } from "./known";
import { isEnough, renderText, reportOf } from "./report";
import { mutate } from "./run";

interface Flags {
  readonly least: number;
  readonly equivalent?: string;
  readonly opa: string;
  readonly json?: boolean;
}

/** `plinth policy mutate`. */
export function register(policy: Command): void {
  policy
    .command("mutate")
    .description("Put mistakes into policies, one at a time, and count those their tests notice.")
    .argument("<folder>", "one folder a policy, with its test; lib/ is Plinth's where it has none")
    .argument("[parts...]", "only these below it, such as aws/sqs; none: all")
    .option("--least <percent>", "fail below this", percentOf, 90)
    .option("--equivalent <file>", "JSON list of mutants that change nothing, with reasons")
    .option("--opa <program>", "the opa to run", "opa")
    .option("--json", "print plinth.mutants/v1 instead of text")
    .addHelpText("after", HELP)
    .action(run);
}

async function run(folder: string, parts: readonly string[], flags: Flags): Promise<void> {
  const { least, equivalent, json } = flags;
  const within = (path: string) => isWithin(path, parts);
  const known = equivalent === undefined ? [] : readEquivalents(equivalent);
  const opa = opaOf(flags.opa);
  const all = await onFolder(folder, flags.opa, () =>
    mutate(folder, { opa, shared: policiesFolder, wanted: within, onProgress }),
  );
  const report = reportOf(
    all,
    known.filter(({ file }) => within(file)),
    least,
  );
  const text =
    json === true ? `${JSON.stringify(report, undefined, 2)}\n` : renderText(report, folder);
  process.stdout.write(text);
  process.exitCode = isEnough(report) ? 0 : 1;
}

function isWithin(path: string, parts: readonly string[]): boolean {
  return (
    parts.length === 0 || parts.some((part) => `${path}/`.startsWith(part.replace(/\/*$/, "/")))
  );
}

function onProgress(done: number, of: number): void {
  process.stderr.write(`${done} of ${of} batches\n`);
}

const HELP = `
Conditions are dropped and turned round, comparisons and constants shifted, elements and rules left out, messages
changed. A mistake is noticed when a test of what uses that package fails. One that does not compile is none.
Exit codes: 0 enough are noticed, 1 too few, or a test fails as it is.

Examples:
  $ npx plinth policy mutate policies aws/sqs
  $ npx plinth policy mutate our-policies --least 95`;
