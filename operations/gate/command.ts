import type { Command } from "commander";
import { Option } from "commander";
import { exitCodeOf, parseVerdict, verify, type Verdict } from "../../policies/gate";
import { policyBytes } from "../rules";
import { readFiles, readInput } from "./files";
import {
  checkFreeze,
  formatOf,
  formatOption,
  freezeOptions,
  jsonOption,
  nowOption,
  outputOption,
  parseAge,
  policyOption,
  type GateFlags,
  type OutputFlags,
} from "./flags";
import { mergeVerdicts } from "./merge";
import { runGate } from "./run";
import { settingOf, tryEnvironmentOf } from "./settings";
import { show } from "./show";

/** `plinth gate`, `plinth gate verify` and `plinth gate render`. */
export function register(program: Command): void {
  const gate = program
    .command("gate")
    .description("Judge synthesized stacks and plan JSON by the policies.")
    .argument(
      "[files...]",
      "cdk.tf.json or `show -json` of a plan; - is standard input; none: --synth",
    )
    .enablePositionalOptions();
  for (const option of gateOptions()) gate.addOption(option);
  gate.addHelpText("after", GATE_HELP).action(async (files: string[], flags: GateFlags) => {
    formatOf(flags);
    checkFreeze(flags);
    finish(await runGate(files, flags), flags);
  });
  addVerify(gate);
  addRender(gate);
}

const gateOptions = (): Option[] => [
  new Option("--env <name>", "judge as this environment's, and refuse other stacks"),
  new Option("--stage <stage>", "what the files must be")
    .choices(["auto", "synth", "plan"])
    .default("auto"),
  new Option("--synth <folder>", "what cdktf wrote; plans are joined with it").default("cdktf.out"),
  formatOption(),
  jsonOption(),
  outputOption(),
  new Option(
    "--exemptions <file>",
    "the base branch's out/<environment>/gate/exemptions.json (default: none apply)",
  ),
  policyOption("the rules"),
  new Option("--cache <folder>", "keep judgements there, and do not judge twice what is the same"),
  nowOption(),
  ...freezeOptions(),
];

function addVerify(gate: Command): void {
  gate
    .command("verify")
    .description("Check that plans are those that a verdict allowed, and that it is fresh.")
    .argument("<plans...>", "`show -json` of what is about to be applied; - is standard input")
    .requiredOption("--verdict <file>", "what `plinth gate --json` printed")
    .addOption(
      new Option("--max-age <duration>", "how old it may be")
        .default(parseAge("24h"), "24h")
        .argParser(parseAge),
    )
    .addOption(policyOption("the rules it must be of"))
    .addOption(new Option("--exemptions <file>", "the exemptions it must be of (default: any)"))
    .addOption(new Option("--budget <file>", "the error budgets it must be of (default: any)"))
    .addOption(nowOption())
    .addOption(jsonOption())
    .addHelpText("after", VERIFY_HELP)
    .action((plans: string[], flags: VerifyFlags) => runVerify(plans, flags));
}

interface VerifyFlags {
  readonly verdict: string;
  readonly maxAge: number;
  readonly policy?: string;
  readonly exemptions?: string;
  readonly budget?: string;
  readonly now?: Date;
  readonly json?: boolean;
}

function runVerify(plans: readonly string[], flags: VerifyFlags): void {
  const verdict = parseVerdict(readInput(flags.verdict, flags.verdict), flags.verdict);
  const bundle = policyBytes(flags.policy);
  const { exitCode, problems } = verify(verdict, readFiles(plans), {
    now: flags.now ?? new Date(),
    maxAge: flags.maxAge,
    strict: (stack) => settingOf(tryEnvironmentOf(stack ?? undefined)).undetermined === "deny",
    ...(bundle !== undefined && { bundle }),
    ...given("exemptions", flags.exemptions),
    ...given("budget", flags.budget),
  });
  const said =
    exitCode === 0 ? [`verified: judged ${verdict.judgedAt}, ${verdict.verdict}`] : problems;
  process.stdout.write(
    flags.json === true
      ? `${JSON.stringify({ verified: exitCode === 0, problems }, undefined, 2)}\n`
      : said.map((line) => `${line}\n`).join(""),
  );
  process.exitCode = exitCode;
}

const given = <K extends string>(key: K, file: string | undefined) =>
  file === undefined ? {} : ({ [key]: readInput(file, file) } as Record<K, Uint8Array>);

function addRender(gate: Command): void {
  gate
    .command("render")
    .description("Show verdicts in another format, several as one; judges nothing again.")
    .argument("<verdicts...>", "what `plinth gate --json` printed; - is standard input")
    .addOption(formatOption())
    .addOption(jsonOption())
    .addOption(outputOption())
    .addOption(policyOption("the rules they are of, for titles and links"))
    .addHelpText("after", RENDER_HELP)
    .action((names: string[], flags: OutputFlags) => {
      const verdicts = readFiles(names).map(({ name, bytes }) => parseVerdict(bytes, name));
      show(mergeVerdicts(verdicts), flags);
    });
}

function finish(verdict: Verdict, flags: OutputFlags): void {
  show(verdict, flags);
  process.exitCode = exitCodeOf(verdict);
}

const GATE_HELP = `
Exit codes: 0 pass (undetermined findings are listed), 2 denied, 1 could not judge or wrong flags.

Examples:
  $ npx plinth gate                                 every stack in cdktf.out
  $ npx plinth gate --env prod --json               one environment, for a machine
  $ npx plinth gate plan.json                       a plan, joined with its synthesized stack
  $ terraform show -json plan.bin | npx plinth gate -
  $ npx plinth gate plan.json --budget budget.json --intent rollback --history applied
  $ npx plinth gate plan.json --cache .gate         again is faster: the same plan is judged once
  $ npx plinth gate --format sarif --output gate.sarif`;

const VERIFY_HELP = `
Exit codes: 0 these plans may be applied, 2 they may not, 1 could not tell.

Examples:
  $ npx plinth gate plan.json --json --output verdict.json
  $ npx plinth gate verify --verdict verdict.json --max-age 24h plan.json`;

const RENDER_HELP = `
Exit codes: 0 shown, whatever the verdict; 1 could not be read.

Examples:
  $ npx plinth gate render --format markdown --output comment.md verdicts/*.json
  $ npx plinth gate render --format github verdict.json`;
