import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judge } from "../../../policies/gate";
import { toolPath } from "../../../tools/find";
import { file, now, policies } from "../fixtures";

/** What is said of a plan, in lines: `AWS-SQS-001 address message`. */
export interface Answer {
  readonly deny: readonly string[];
  readonly warn: readonly string[];
}

interface Row {
  readonly id: string;
  readonly address: string;
  readonly message: string;
}

const lines = (rows: readonly Row[]) =>
  rows.map(({ id, address, message }) => `${id} ${address} ${message}`).sort();

/** By the compiled rules. */
export async function byWasm(plan: unknown): Promise<Answer> {
  const { findings } = await judge([file(plan)], { now });
  const of = (verdict: string) => lines(findings.filter((one) => one.verdict === verdict));
  return { deny: of("deny"), warn: of("undetermined") };
}

const QUERY =
  "[both | some plan in data.plans; both := " +
  "{`deny`: data.main.deny, `warn`: data.main.warn} with input as plan]";

/** By one run of opa on the same Rego. */
export async function byRego(plans: readonly unknown[]): Promise<Answer[]> {
  const folder = mkdtempSync(join(tmpdir(), "plinth-differential-"));
  try {
    writeFileSync(join(folder, "plans.json"), JSON.stringify({ plans }));
    const data = ["-d", policies, "-d", join(folder, "plans.json")];
    const text = await opa(["eval", ...data, "-f", "raw", QUERY]);
    const answers = JSON.parse(text) as Record<"deny" | "warn", Row[]>[];
    return answers.map(({ deny, warn }) => ({ deny: lines(deny), warn: lines(warn) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function opa(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) =>
    execFile(toolPath("opa"), args, { maxBuffer: 1 << 28 }, (error, stdout, stderr) =>
      error ? reject(new Error(stderr || error.message)) : resolve(stdout),
    ),
  );
}

export interface Difference<T> {
  readonly made: T;
  readonly rego: Answer;
  readonly wasm: Answer;
}

/** The first of these whose plan the two judge differently. */
export async function firstDifference<T>(
  made: readonly T[],
  planOf: (one: T) => unknown,
): Promise<Difference<T> | undefined> {
  const plans = made.map(planOf);
  const [rego, wasm] = await Promise.all([byRego(plans), byWasmEach(plans)]);
  const i = made.findIndex((_, n) => JSON.stringify(rego[n]) !== JSON.stringify(wasm[n]));
  return i < 0 ? undefined : { made: made[i]!, rego: rego[i]!, wasm: wasm[i]! };
}

async function byWasmEach(plans: readonly unknown[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const plan of plans) answers.push(await byWasm(plan));
  return answers;
}
