import { type Command, InvalidArgumentError, Option } from "commander";
import { readBudget } from "../../policies/gate/freeze/budget";
import { UserError } from "../cli/errors";
import { readInput } from "../gate/files";
import { nowOption } from "../gate/flags";
import { findEnvironment, tryEnvironmentOf } from "../gate/settings";
import { deployAnnotation, OUTCOMES, type Outcome } from "./deploy";
import { freezeAnnotations } from "./freeze";
import { grafanaAt, type Annotation, type Grafana } from "./grafana";

interface Flags {
  readonly grafana: string;
  readonly json?: boolean;
}

interface DeployFlags extends Flags {
  readonly stack: string;
  readonly outcome: Outcome;
  readonly commit?: string;
  readonly link?: string;
  readonly now?: Date;
}

interface FreezeFlags extends Flags {
  readonly env: string;
  readonly budget: string;
}

/** `plinth annotate`. */
export function register(program: Command): void {
  const annotate = program
    .command("annotate")
    .description("Mark in Grafana, for the boards, what was deployed and when releases stop.")
    .addHelpText("after", HELP);
  common(annotate.command("deploy"))
    .description("Mark the end of an apply of one stack.")
    .requiredOption("--stack <id>", "such as dev-c01")
    .addOption(new Option("--outcome <name>", "how it ended").choices(OUTCOMES).default("success"))
    .option("--commit <sha>", "what was applied")
    .option("--link <url>", "where it can be read what was done", webAddress)
    .addOption(nowOption())
    .action(deploy);
  common(annotate.command("freeze"))
    .description("Mark each service whose release freeze is another than the one marked last.")
    .requiredOption("--env <name>", "of which the budgets are")
    .requiredOption("--budget <file>", "what `plinth budget` wrote")
    .action(freeze);
}

const common = (command: Command): Command =>
  command
    .requiredOption("--grafana <url>", "where the boards are")
    .option("--json", "print what was posted as JSON")
    .addHelpText("after", HELP);

function webAddress(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new InvalidArgumentError("expected an address of the web");
}

async function deploy({ now, ...flags }: DeployFlags): Promise<void> {
  const environment = tryEnvironmentOf(flags.stack);
  if (environment === undefined)
    throw new UserError(
      `--stack: expected a stack of an environment, such as dev-c01, got ${JSON.stringify(flags.stack)}`,
    );
  const annotation = deployAnnotation({ ...flags, at: now ?? new Date() }, environment);
  await post([annotation], grafanaOf(flags), flags);
}

async function freeze(flags: FreezeFlags): Promise<void> {
  const { name } = findEnvironment(flags.env);
  const budget = readBudget(readInput(flags.budget, flags.budget), flags.budget);
  const grafana = grafanaOf(flags);
  await post(await freezeAnnotations(budget, name, grafana.newest), grafana, flags);
}

const grafanaOf = ({ grafana }: Flags): Grafana =>
  grafanaAt(grafana, process.env["PLINTH_GRAFANA_TOKEN"] || undefined);

async function post(
  annotations: readonly Annotation[],
  grafana: Grafana,
  { json }: Flags,
): Promise<void> {
  for (const annotation of annotations) await grafana.post(annotation);
  process.stdout.write(json === true ? `${JSON.stringify(annotations)}\n` : told(annotations));
}

const told = (annotations: readonly Annotation[]): string =>
  annotations.length === 0
    ? "nothing new to mark\n"
    : annotations.map(({ text, tags }) => `marked: ${text} (${tags.join(", ")})\n`).join("");

const HELP = `
PLINTH_GRAFANA_TOKEN holds the token of a service account that may read and create annotations.
Exit codes: 0 marked, or nothing new to mark; 1 could not mark, or wrong flags.

Examples:
  $ npx plinth annotate deploy --grafana "$URL" --stack dev-c01 --commit "$(git rev-parse HEAD)"
  $ npx plinth annotate freeze --grafana "$URL" --env dev --budget budget.json`;
