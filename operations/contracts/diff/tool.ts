import { UserError, messageOf } from "../../cli/errors";
import { programOf, type Ran } from "../../program";

/** Runs a differ. @throws UserError naming the program that is missing, and where it comes from */
export async function runTool(
  command: string,
  args: readonly string[],
  folder: string,
  from: string,
): Promise<Ran> {
  try {
    return await programOf(command)(args, folder);
  } catch (error) {
    if (messageOf(error).includes(`${command} ENOENT`))
      throw new UserError(`${command}: no such program; ${from}`);
    throw new UserError(`${command}: ${messageOf(error)}`);
  }
}

/** What a program printed as JSON, else a message that quotes it. */
export function jsonOf<T>(text: string, command: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new UserError(`${command}: expected JSON, got ${JSON.stringify(text.slice(0, 200))}`);
  }
}
