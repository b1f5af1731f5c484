import { readFileSync } from "node:fs";
import { join } from "node:path";
import { InvalidArgumentError, type Command } from "commander";
import type { Move } from "../../constructs/ledger/ledger";
import type { TerraformJson } from "../../constructs/terraform_json";
import { environmentOf } from "../../policies/gate";
import { UserError, messageOf } from "../cli/errors";
import { findSynth, type SynthFile } from "../gate/files";
import { repositoryRoot } from "../repository";
import { writeWhole } from "../write";
import { ledgerPath, ledgerText, readLedger } from "./file";
import { type Answers, type Recorded, checkAnswers, record, type SynthesizedJson } from "./record";
import { tell } from "./text";

interface Flags {
  readonly synth: string;
  readonly root: string;
}

const NOTHING: Answers = { moved: [], gone: [] };

/** `plinth addresses`. */
export function register(program: Command): void {
  const command = program
    .command("addresses")
    .description(
      "Keep the address of every resource, so that a renamed construct moves what it stands for.",
    );
  withPlaces(command.command("check"))
    .description("Say what changed since the addresses were recorded; write nothing.")
    .addHelpText("after", CODES)
    .action((flags: Flags) => run(flags, NOTHING, false));
  withPlaces(command.command("record"))
    .description("Write them to environments/addresses/, and each move with them.")
    .option("--moved <from=to>", "an address that moved, where its content changed too", toMove, [])
    .option("--gone <address>", "an address that is to be destroyed", toList, [])
    .addHelpText("after", `${CODES}${EXAMPLES}`)
    .action((flags: Flags & Answers) => run(flags, flags, true));
}

const withPlaces = (command: Command): Command =>
  command
    .option("--synth <folder>", "what cdktf wrote", "cdktf.out")
    .option("--root <folder>", "the clone whose environments/addresses/ it is", repositoryRoot);

const toList = (value: string, before: readonly string[]): string[] => [...before, value];

function toMove(value: string, before: readonly Move[]): Move[] {
  const [from, to, ...rest] = value.split("=");
  if (!from || !to || rest.length > 0)
    throw new InvalidArgumentError("expected FROM=TO, two addresses");
  return [...before, { from, to }];
}

function run({ synth, root }: Flags, answers: Answers, write: boolean): void {
  const environments = byEnvironment(findSynth(synth));
  if (environments.size === 0)
    throw new UserError(`--synth ${synth}: expected synthesized stacks, found none; run npm start`);
  const recorded = [...environments].map(([name, stacks]) => {
    const before = readLedger(root, name);
    return { name, before, ...record(before, stacks, answers) };
  });
  checkAnswers(
    answers,
    recorded.flatMap(({ asked }) => asked),
  );
  process.stdout.write(recorded.map(told).join(""));
  const open = recorded.some(({ changes }) => changes.some((change) => change.open.length > 0));
  const stale = recorded.filter(({ before, ledger }) => ledgerText(before) !== ledgerText(ledger));
  if (write && !open)
    for (const { name, ledger } of stale)
      writeWhole(join(root, ledgerPath(name)), ledgerText(ledger));
  process.exitCode = open || (!write && stale.length > 0) ? 2 : 0;
}

function told({ changes, dropped }: Recorded): string {
  const left = dropped.map(
    (stack) =>
      `${stack}\n  is no longer synthesized; what it made stays until its state is destroyed\n`,
  );
  return tell(changes) + left.join("");
}

function byEnvironment(files: readonly SynthFile[]): Map<string, SynthesizedJson[]> {
  const found = new Map<string, SynthesizedJson[]>();
  for (const file of files) {
    const name = environmentOf(file.stack);
    if (name === undefined) continue;
    found.set(name, [...(found.get(name) ?? []), { stack: file.stack, json: read(file) }]);
  }
  return found;
}

function read({ path }: SynthFile): TerraformJson {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as TerraformJson;
  } catch (error) {
    throw new UserError(`${path}: expected a synthesized stack: ${messageOf(error)}`);
  }
}

const CODES = `
Exit codes: 0 as recorded, 2 something is open or not recorded, 1 could not tell or wrong flags.`;

const EXAMPLES = `

Examples:
  $ npx plinth addresses record
  $ npx plinth addresses record --moved aws_sqs_queue.orders_events=aws_sqs_queue.orders_intake`;
