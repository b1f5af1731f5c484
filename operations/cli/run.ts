import { CommanderError } from "commander";
import { DeclarationError } from "../../model/problems";
import { CannotJudge } from "../../policies/gate/errors";
import { TerraformError } from "../terraform/errors";
import { UserError, messageOf, systemCode } from "./errors";

/**
 * Runs a command to its exit code. Mistakes of the user are told in a sentence, never with a stack; the
 * exit code is set and not forced, so that a pipe gets all of the output.
 */
export function runCommand(work: () => Promise<number>): void {
  process.stdout.on("error", endQuietly);
  void Promise.resolve()
    .then(work)
    .then(
      (code) => {
        process.exitCode = code;
      },
      (error: unknown) => {
        process.stderr.write(report(error, process.env));
        process.exitCode = exitCodeOf(error);
      },
    );
}

/** Whoever reads may stop early: `plinth gate | head`. */
function endQuietly(error: Error): void {
  if (systemCode(error) !== "EPIPE") throw error;
  process.exit();
}

export function exitCodeOf(error: unknown): number {
  return error instanceof UserError || error instanceof CommanderError ? error.exitCode : 1;
}

const EXPECTED = [UserError, CannotJudge, DeclarationError, TerraformError];

/** @param environment - `PLINTH_TRACE` shows where a defect was thrown */
export function report(error: unknown, environment: NodeJS.ProcessEnv): string {
  // Commander has said it already.
  if (error instanceof CommanderError) return "";
  const known = EXPECTED.some((type) => error instanceof type) || systemCode(error) !== undefined;
  const lines = messageOf(error)
    .split("\n")
    .map((line) => `plinth: ${line}\n`);
  if (known) return lines.join("");
  return [...lines, defect(error, environment)].join("");
}

function defect(error: unknown, environment: NodeJS.ProcessEnv): string {
  if (environment.PLINTH_TRACE && error instanceof Error) return `${error.stack ?? ""}\n`;
  return "plinth: this is a defect of Plinth; run again with PLINTH_TRACE=1 and report what it prints\n";
}
