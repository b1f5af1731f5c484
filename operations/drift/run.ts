import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { TerraformError } from "../terraform/errors";
import { terraform, type Terraform, type ToolVersion } from "../terraform/terraform";
import { failedResult, inspect } from "./inspect";
import { readLock } from "./lock";
import { reportOf, type Report, type StackResult } from "./report";
import { findStacks, type SynthesizedStack } from "../terraform/stacks";

export interface DriftOptions {
  readonly stacks: readonly string[];
  readonly env?: string | undefined;
  /** The folder that cdktf wrote. */
  readonly synth: string;
  /** Told what happens while it happens. */
  readonly progress: (line: string) => void;
}

/** Plans in flight at once; each is a tool and its providers, and waits for the cloud most of its time. */
const AT_ONCE = 4;

/** How long a run in progress gets to end before its stack is given up. */
const PAUSE_MS = 10_000;

/**
 * Looks for drift in synthesized stacks. Changes nothing: neither cloud nor state nor lock.
 *
 * @throws {UserError} when the stacks cannot be found; what goes wrong with one stack is in its result
 */
export async function findDrift(options: DriftOptions): Promise<Report> {
  const startedAt = new Date().toISOString();
  const stacks = findStacks(options.synth, options.stacks, options.env);
  const tool = await toolOf(stacks);
  const key = randomBytes(32).toString("hex");
  // One after the other: a provider cache, where one is set, is not safe in parallel.
  const ready: (() => Promise<StackResult>)[] = [];
  for (const stack of stacks) ready.push(await setUp(stack, options.progress, key));
  const results = await inTurn(ready, AT_ONCE);
  const finishedAt = new Date().toISOString();
  return reportOf({ tool, commit: commitOf(), startedAt, finishedAt }, results);
}

async function toolOf(stacks: readonly SynthesizedStack[]): Promise<ToolVersion | null> {
  const [first] = stacks;
  return first === undefined ? null : terraform(first.directory).version();
}

/** Sets a stack up, and gives what then looks at it. */
async function setUp(
  stack: SynthesizedStack,
  progress: DriftOptions["progress"],
  key: string,
): Promise<() => Promise<StackResult>> {
  const tool = terraform(stack.directory);
  const failure = await tried(() => tool.init());
  if (failure !== undefined) return () => Promise.resolve(failedResult(stack, failure));
  return async () => {
    progress(`${stack.id}: planning`);
    const result = await inspect(
      stack,
      portsOf(tool, key, () => progress(`${stack.id}: waiting`)),
    );
    progress(`${stack.id}: ${result.status}`);
    return result;
  };
}

function portsOf(tool: Terraform, key: string, waiting: () => void) {
  const pause = async () => {
    waiting();
    await sleep(PAUSE_MS);
  };
  return { terraform: tool, readLock, pause, key };
}

async function tried(work: () => Promise<void>): Promise<TerraformError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof TerraformError) return error;
    throw error;
  }
}

/** Runs all of it, so many at once; results in the order given. */
async function inTurn<T>(work: readonly (() => Promise<T>)[], atOnce: number): Promise<T[]> {
  const results: T[] = [];
  const queue = work.map((one, index) => ({ one, index }));
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      results[next.index] = await next.one();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

function commitOf(): string | null {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return null;
  }
}
