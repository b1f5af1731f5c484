import { createInterface } from "node:readline/promises";
import { UserError } from "../cli/errors";

/**
 * Shows a plan and asks, as the tools themselves do.
 *
 * @throws {UserError} where nobody can answer
 */
export async function askToApply(plan: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new UserError("nobody can be asked here (no terminal): read the plan, then add --yes");
  process.stderr.write(`${plan}\n`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question("Apply it? Only 'yes' will be accepted: ")) === "yes";
  } finally {
    terminal.close();
  }
}
