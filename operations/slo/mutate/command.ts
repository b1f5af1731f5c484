import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { percentOf } from "../../cli/percent";
import { UserError } from "../../cli/errors";
import { programOf } from "../../program";
import { settledEnvironments } from "../../settled";
import { proofsOf, type Proof } from "./proof";
import { isEnough, renderText, reportOf } from "./report";
import { mutateRules } from "./run";

interface Flags {
  readonly env?: string;
  readonly least: number;
  readonly every: number;
  readonly promtool: string;
  readonly json?: boolean;
}

/** `plinth slo mutate`. */
export function register(slo: Command): void {
  slo
    .command("mutate")
    .description(
      "Put mistakes into the generated rules, one at a time, and count those their tests notice.",
    )
    .argument("[services...]", "only these services' rules; none: all, and the alerts on alerting")
    .option("--env <name>", "only this environment's")
    .option("--least <percent>", "fail below this", percentOf, 95)
    .option("--every <count>", "only one mistake in so many: a sample", countOf, 1)
    .option("--promtool <program>", "the promtool to run", "promtool")
    .option("--json", "print plinth.rule-mutants/v1 instead of text")
    .addHelpText("after", HELP)
    .action(run);
}

async function run(services: readonly string[], flags: Flags): Promise<void> {
  const proofs = settledEnvironments()
    .flatMap(proofsOf)
    .filter(
      ({ environment, service }) =>
        (flags.env ?? environment) === environment &&
        (services.length === 0 || services.includes(service)),
    );
  mustBeSome(proofs, services, flags);
  const promtool = programOf(flags.promtool);
  const judged = await mutateRules(proofs, { promtool, every: flags.every, onProgress });
  const report = reportOf(judged, flags.least);
  process.stdout.write(
    flags.json === true ? `${JSON.stringify(report, undefined, 2)}\n` : renderText(report),
  );
  process.exitCode = isEnough(report) ? 0 : 1;
}

function mustBeSome(
  proofs: readonly Proof[],
  services: readonly string[],
  { env = "any environment" }: Flags,
): void {
  if (proofs.length > 0) return;
  const wanted = services.length === 0 ? "rules" : services.join(", ");
  throw new UserError(
    `expected services and an environment that are declared, got ${wanted} in ${env}`,
  );
}

function countOf(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new InvalidArgumentError("expected a whole number from 1 on");
}

function onProgress(done: number, of: number): void {
  if (done % 50 === 0) process.stderr.write(`${done} of ${of} mistakes\n`);
}

const HELP = `
Factors, windows, comparisons, operators, counted records and labels are changed, terms dropped, waits shifted. A mistake is
noticed when a generated promtool test of that objective fails. One that promtool cannot read is none.
Exit codes: 0 enough are noticed, 1 too few, or a test fails as it is.

Examples:
  $ npx plinth slo mutate orders --env dev
  $ npx plinth slo mutate --every 10      a sample, in a tenth of the time`;
