import { execFile } from "node:child_process";

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** Runs a program in a folder; any exit code is an answer, and one that cannot be started is an error. */
export type Program = (
  args: readonly string[],
  folder: string,
  /** Beside those of this process. */
  variables?: Readonly<Record<string, string>>,
) => Promise<Ran>;

export function programOf(command: string): Program {
  return (args, cwd, variables) =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, ...variables };
      execFile(command, [...args], { cwd, env, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
        const code = error?.code ?? 0;
        if (typeof code === "number") resolve({ stdout, stderr, code });
        else reject(error as Error);
      });
    });
}
