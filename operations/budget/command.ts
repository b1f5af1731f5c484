import { type Command, Option } from "commander";
import { nowOption } from "../gate/flags";
import { findEnvironment } from "../gate/settings";
import { settledEnvironments } from "../settled";
import { writeWhole } from "../write";
import { prometheusAt } from "./prometheus";
import { reportBudgets, type BudgetReport } from "./report";
import { STATES, worst, type BudgetState } from "./state";
import { renderText } from "./text";

interface Flags {
  readonly prometheus: string;
  readonly env?: string;
  readonly missing?: BudgetState;
  readonly output?: string;
  readonly json?: boolean;
  readonly now?: Date;
}

/** `plinth budget`. */
export function register(program: Command): void {
  program
    .command("budget")
    .description(
      "Read error budgets from Prometheus: which services may release, which are frozen.",
    )
    .requiredOption("--prometheus <url>", "where the rules run: Prometheus, Thanos or Mimir")
    .option("--env <name>", "only this environment's (default: the worst of all)")
    .addOption(
      new Option(
        "--missing <state>",
        "what an SLO without data counts as (default: an error)",
      ).choices(STATES),
    )
    .option("--output <file>", "write plinth.budget/v1 there, whole or not at all")
    .option("--json", "print plinth.budget/v1 instead of text")
    .addOption(nowOption())
    .addHelpText("after", HELP)
    .action(run);
}

async function run(flags: Flags): Promise<void> {
  const at = flags.now ?? new Date();
  const token = process.env["PLINTH_PROMETHEUS_TOKEN"];
  const query = prometheusAt(flags.prometheus, { at, ...(token && { token }) });
  const report = await reportBudgets(wanted(flags.env), query, { at, missing: flags.missing });
  show(report, flags);
  process.exitCode = exitCodeOf(report);
}

const wanted = (name: string | undefined) =>
  name === undefined ? settledEnvironments() : [findEnvironment(name)];

function show(report: BudgetReport, { output, json }: Flags): void {
  const data = `${JSON.stringify(report, undefined, 2)}\n`;
  if (output !== undefined) {
    writeWhole(output, data);
    process.stderr.write(`plinth budget: written to ${output}\n`);
  }
  if (json === true && output === undefined) process.stdout.write(data);
  if (json !== true) process.stdout.write(renderText(report));
}

const CODES: Readonly<Record<BudgetState, number>> = { ok: 0, caution: 3, frozen: 2 };

export function exitCodeOf({ services }: BudgetReport): number {
  return CODES[worst(Object.values(services).map(({ state }) => state))];
}

const HELP = `
A service is frozen when nothing of a budget is left; caution when less than 25% is, or while an alert of it pages.
PLINTH_PROMETHEUS_TOKEN holds a bearer token, where one is needed.
Exit codes: 0 ok, 3 caution, 2 frozen, 1 could not tell or wrong flags.

Examples:
  $ npx plinth budget --prometheus http://localhost:9090 --env prod
  $ npx plinth budget --prometheus "$URL" --env prod --missing caution --output budget.json
  $ npx plinth gate plan.json --budget budget.json`;
