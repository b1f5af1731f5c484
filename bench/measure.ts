import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What one run of a whole process cost. */
export interface Run {
  /** User and system time of the process and its children, seconds. */
  readonly cpu: number;
  /** The most memory it held, MB; undefined where the system does not tell. */
  readonly rss: number | undefined;
  readonly stdout: string;
}

/** A command, and the exit codes with which it has done its work. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly codes: readonly number[];
}

/** `times` of a POSIX shell prints the time of its children: Node has no such number. */
const SCRIPT = '"$@"; code=$?; times >&2; exit $code';
const SAMPLE_MS = 10;

/** @throws Error with what it printed when it ends with another code */
export function measure({ command, args, cwd, codes }: Command): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn("sh", ["-c", SCRIPT, "sh", command, ...args], { cwd });
    const said = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
    let rss: number | undefined;
    const timer = setInterval(() => (rss = most(rss, peakOf(child.pid))), SAMPLE_MS);
    child.on("error", reject).on("close", (code) => {
      clearInterval(timer);
      if (codes.includes(code ?? -1)) resolve({ cpu: cpuIn(said.stderr), rss, ...said });
      else reject(new Error(`${command} ended with ${code}: ${said.stderr.slice(0, 2000)}`));
    });
  });
}

function cpuIn(stderr: string): number {
  const children = stderr.trim().split("\n").at(-1) ?? "";
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

function most(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

/** The high-water mark of a shell's child, which the kernel keeps: the last look before its end counts. */
function peakOf(shell: number | undefined): number | undefined {
  try {
    const child = readFileSync(`/proc/${shell}/task/${shell}/children`, "utf8").trim();
    const status = readFileSync(`/proc/${child}/status`, "utf8");
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
