import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";

export const repository = join(__dirname, "..", "..");

export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Where {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs a command to its end, whatever that is; `watch` sees its standard error while it runs. */
export async function execute(
  command: string,
  args: readonly string[],
  { cwd, env }: Where,
  watch?: (stderr: string, child: ChildProcess) => void,
): Promise<Ended> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: "pipe" });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (part) => (stdout += String(part)));
  child.stderr.on("data", (part) => {
    stderr += String(part);
    watch?.(stderr, child);
  });
  child.stdin.end();
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { code, stdout, stderr };
}

/** @throws with all that a command wrote, unless it ended with this exit code */
export function exited(ended: Ended, code: number): Ended {
  if (ended.code === code) return ended;
  throw new Error(`exit code ${ended.code}, not ${code}\n${ended.stdout}\n${ended.stderr}`);
}

/** As {@link execute}. @throws when it fails, with all it wrote */
export async function succeed(
  command: string,
  args: readonly string[],
  where: Where,
): Promise<string> {
  return exited(await execute(command, args, where), 0).stdout;
}

/** The built `plinth` command. */
export const plinth = (
  args: readonly string[],
  where: Where,
  watch?: Parameters<typeof execute>[3],
) =>
  execute(
    process.execPath,
    [join(repository, "dist", "operations", "plinth.js"), ...args],
    where,
    watch,
  );
