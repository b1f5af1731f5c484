import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { repositoryRoot } from "../repository";

/** Adds one command to the program. */
export type Register = (program: Command) => void;

/** Of `package.json`. */
export function plinthVersion(): string {
  const text = readFileSync(join(repositoryRoot, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** The `plinth` program with these commands, in the order in which its help shows them. */
export function createProgram(commands: readonly Register[]): Command {
  const program = new Command("plinth")
    .description("What cdktf lacks: judge stacks and plans, find drift, set up state.")
    .version(plinthVersion())
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError("(--help shows the flags and examples)");
  for (const register of commands) register(program);
  return program.addHelpText("after", EXAMPLES);
}

const EXAMPLES = `
Examples:
  $ npx plinth gate                     judge every synthesized stack
  $ npx plinth gate plan.json           judge a plan, joined with its synthesized stack
  $ npx plinth gate --help              flags, formats and exit codes of one command`;

/** Runs it. An action says how it ended by `process.exitCode`; a wrong flag ends with 1. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<number> {
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode;
  }
  return Number(process.exitCode ?? 0);
}
