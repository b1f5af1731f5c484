import type { Command } from "commander";
import { settledEnvironments } from "../settled";
import { register as mutate } from "./mutate/command";
import { reportSlos } from "./report";
import { renderText } from "./text";

interface Flags {
  readonly env?: string;
  readonly json?: boolean;
}

/** `plinth slo`. */
export function register(program: Command): void {
  const slo = program
    .command("slo")
    .description("Show each SLO with its budget, its alerts and how soon a total outage pages.")
    .argument("[service]", "only this service's; none: every service's")
    .option("--env <name>", "only this environment's")
    .option("--json", "print plinth.slo/v1 instead of text")
    .addHelpText("after", HELP)
    .action(run);
  mutate(slo);
}

function run(service: string | undefined, { env, json }: Flags): void {
  const report = reportSlos(settledEnvironments(), {
    ...(service !== undefined && { service }),
    ...(env !== undefined && { environment: env }),
  });
  process.stdout.write(
    json === true ? `${JSON.stringify(report, undefined, 2)}\n` : renderText(report),
  );
  process.exitCode = 0;
}

const HELP = `
Computed from the declarations alone: needs no Prometheus and says nothing of what was spent.
Exit codes: 0 shown, 1 a wrong declaration, or no such service or environment. docs/slo.md has the fields.

Examples:
  $ npx plinth slo                      every SLO of every environment
  $ npx plinth slo orders --env prod    one service in one environment
  $ npx plinth slo --json               for a machine`;
