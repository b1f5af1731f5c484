import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { GateFile } from "../../policies/gate/types";
import { UserError, messageOf, systemCode } from "../cli/errors";

/** What `-` is called in a verdict. */
const STDIN = "stdin";

/**
 * Reads what was named on the command line; `-` is standard input.
 *
 * @throws UserError naming the file and why it cannot be read
 */
export function readFiles(names: readonly string[]): GateFile[] {
  if (names.filter((name) => name === "-").length > 1)
    throw new UserError("-: standard input can be read once only");
  return names.map((name) => ({
    name: name === "-" ? STDIN : name,
    bytes: name === "-" ? readInput(0, STDIN) : readInput(name, name),
  }));
}

/** @param from - a path, or 0 for standard input */
export function readInput(from: string | 0, name: string): Uint8Array {
  try {
    return readFileSync(from);
  } catch (error) {
    throw new UserError(`${name}: ${whyNot(error)}`);
  }
}

function whyNot(error: unknown): string {
  const code = systemCode(error);
  if (code === "ENOENT") return "no such file";
  if (code === "EISDIR") return "is a folder; name files, or give --synth a folder of cdktf";
  if (code === "EACCES" || code === "EPERM") return "may not be read by this user";
  if (code === "ERR_FS_FILE_TOO_LARGE") return "is larger than 2 GB; split the stack";
  return messageOf(error);
}

/** A synthesized stack on disk. */
export interface SynthFile {
  /** Its folder's name, which is the stack's id. */
  readonly stack: string;
  readonly path: string;
}

/**
 * The stacks in cdktf's output folder, sorted; none where the folder does not exist.
 *
 * @throws UserError where it is a file
 */
export function findSynth(outdir: string): SynthFile[] {
  if (statSync(outdir, { throwIfNoEntry: false })?.isFile() === true)
    throw new UserError(`--synth ${outdir}: is a file; give the folder that cdktf wrote`);
  const folder = join(outdir, "stacks");
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((stack) => ({ stack, path: `${outdir.replace(/\/+$/, "")}/stacks/${stack}/cdk.tf.json` }))
    .filter(({ path }) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
