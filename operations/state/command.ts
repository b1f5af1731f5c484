import type { Command } from "commander";
import { bootstrap, type BootstrapResult } from "./bootstrap";
import { askToApply } from "./confirm";

interface Flags {
  readonly synth: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `plinth state`. */
export function register(program: Command): void {
  program
    .command("state")
    .description("Set up where state is kept.")
    .command("bootstrap")
    .description(
      "Make the state bucket of an environment and move the bootstrap stack's state into it.",
    )
    .argument("<environment>", "such as dev")
    .option("--synth <folder>", "what cdktf wrote", "cdktf.out")
    .option("--yes", "apply without asking")
    .option("--json", "print the result as JSON")
    .addHelpText("after", HELP)
    .action(run);
}

async function run(environment: string, { synth, yes, json }: Flags): Promise<void> {
  const result = await bootstrap({
    ...{ environment, synth, workspace: ".plinth/bootstrap" },
    confirm: yes === true ? () => Promise.resolve(true) : askToApply,
    progress: (line) => void process.stderr.write(`${line}\n`),
  });
  process.stdout.write(json === true ? asJson(result) : told(result));
  process.exitCode = result.outcome === "declined" ? 1 : 0;
}

function asJson({ stack, outcome, state }: BootstrapResult): string {
  const { serial, lineage, addresses } = state ?? {};
  const shown = { stack, outcome, state: state === null ? null : { serial, lineage, addresses } };
  return `${JSON.stringify(shown, undefined, 2)}\n`;
}

function told({ stack, outcome, state }: BootstrapResult): string {
  const what = `${state?.addresses.length ?? 0} resources, serial ${state?.serial ?? 0}`;
  const texts = {
    bootstrapped: `${stack}: applied, and its state is in the bucket (${what})`,
    already: `${stack}: its state is in the bucket already (${what}); plan it like any stack`,
    declined: `${stack}: nothing was changed`,
  };
  return `${texts[outcome]}\n`;
}

const HELP = `
Goes on where an interrupted run ended; the state is kept in .plinth/bootstrap until it is in the bucket.
Exit codes: 0 done, 1 declined or failed. docs/state.md says what to do then.

Example:
  $ npx plinth state bootstrap dev`;
