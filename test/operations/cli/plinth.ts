import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "../../..");

/** What Node starts the command with. */
export const plinthCommand = ["-r", join(__dirname, "swc.js"), join(root, "operations/plinth.ts")];

/** A terminal's and a runner's own settings would change the output. */
function environment(changes: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, ...changes };
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const scratch = (): string => mkdtempSync(join(tmpdir(), "plinth-cli-"));

/** Runs the real command as a child process, in a folder of its own unless told otherwise. */
export function plinth(
  args: readonly string[],
  {
    cwd = scratch(),
    input = "",
    env = {},
  }: { cwd?: string; input?: string | Buffer; env?: NodeJS.ProcessEnv } = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...plinthCommand, ...args], {
    ...{ cwd, input, env: environment(env), encoding: "utf8", maxBuffer: 256 << 20 },
  });
  return { code: status, stdout, stderr };
}

/** The same, still running. */
export function startPlinth(args: readonly string[], cwd: string): ChildProcess {
  return spawn(process.execPath, [...plinthCommand, ...args], { cwd, env: environment({}) });
}

/** Every file below a folder. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
