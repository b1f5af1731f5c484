import { statSync } from "node:fs";
import { UserError, messageOf } from "../cli/errors";
import { programOf } from "../program";
import type { Program } from "../program";

/** Runs opa in a folder; any exit code is an answer. */
export type Opa = Program;

export const opaOf = programOf;

/** One of the errors that opa prints with `-f json`. */
export interface OpaError {
  readonly message: string;
  readonly code: string;
  readonly location?: { readonly file: string; readonly row: number };
}

/** What opa's standard error holds: its list, or words when it did not come that far. */
export function errorsIn(stderr: string): OpaError[] {
  try {
    return (JSON.parse(stderr) as { errors: OpaError[] }).errors;
  } catch {
    return [{ code: "opa", message: stderr.trim() }];
  }
}

/** `team/names.rego:3: rego_parse_error: unexpected }`, one a line. */
export function errorText(errors: readonly OpaError[]): string {
  const place = ({ location }: OpaError) => (location ? `${location.file}:${location.row}: ` : "");
  return errors.map((one) => `${place(one)}${one.code}: ${one.message}`).join("\n");
}

/**
 * Does work on a folder of Rego that needs opa.
 *
 * @throws UserError naming the folder, or the opa that is missing
 */
export async function onFolder<T>(
  folder: string,
  command: string,
  work: () => T | Promise<T>,
): Promise<T> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UserError(`${folder}: expected a folder of Rego`);
  try {
    return await work();
  } catch (error) {
    if (messageOf(error).includes(`${command} ENOENT`))
      throw new UserError(`${command}: no such program; install OPA 1.x, or name it with --opa`);
    throw new UserError(`${folder}: ${messageOf(error)}`);
  }
}
