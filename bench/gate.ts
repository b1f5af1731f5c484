/**
 * CPU time of the gate on a plan of 10,000 resources, against `opa eval` on the same rules.
 * Both start as a process of their own and read the same file; user and system time are added.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { policiesFolder } from "../operations/policy/build";
import { judge } from "../policies/gate";

interface Entry {
  address: string;
  name: string;
  type: string;
  change: { after: Record<string, unknown>; after_sensitive: unknown };
}

interface Plan {
  resource_changes: Entry[];
  configuration: { root_module: { resources: { address: string; name: string }[] } };
  planned_values: { root_module?: unknown };
}

/** Every so many services one is at fault, so that findings are compared too. */
const FAULTS: readonly [every: number, type: string, attribute: string, value: unknown][] = [
  [50, "aws_sqs_queue", "visibility_timeout_seconds", 10],
  [30, "aws_lambda_function", "reserved_concurrent_executions", -1],
  [25, "aws_dynamodb_table", "ttl", []],
  [40, "aws_cloudwatch_log_group", "retention_in_days", 0],
  [60, "aws_s3_bucket_public_access_block", "restrict_public_buckets", false],
];

/**
 * A plan as `terraform show -json` writes it, made of copies of a real one: one service of the
 * fixture after the other, each with names of its own.
 *
 * @param resources how many, rounded down to whole services
 */
export function planOf(resources: number): string {
  const fixture = join(policiesFolder, "..", "test", "fixtures", "plans", "aws.json");
  const plan = JSON.parse(readFileSync(fixture, "utf8")) as Plan;
  const changes = JSON.stringify(plan.resource_changes);
  const configured = JSON.stringify(plan.configuration.root_module.resources);
  const services = Math.floor(resources / plan.resource_changes.length);
  const copies = Array.from({ length: services }, (_, i) => i);
  plan.resource_changes = copies.flatMap((i) => faulty(copy<Entry>(changes, i), i));
  plan.configuration.root_module.resources = copies.flatMap((i) => copy(configured, i));
  plan.planned_values.root_module = { resources: plan.resource_changes.map(planned) };
  return JSON.stringify(plan);
}

/** Gives addresses and physical names a number. */
function copy<T extends { name: string }>(entries: string, i: number): T[] {
  const numbered = entries
    .replace(/(aws_\w+\.[a-z]+)/g, `$1_${i}`)
    .replaceAll("orders", `orders${i}`);
  return (JSON.parse(numbered) as T[]).map((entry) => ({ ...entry, name: `${entry.name}_${i}` }));
}

function faulty(entries: Entry[], i: number): Entry[] {
  for (const [every, type, attribute, value] of FAULTS) {
    const entry = entries.find((one) => one.type === type);
    if (entry && i % every === 0) entry.change.after[attribute] = value;
  }
  return entries;
}

function planned({ change, ...entry }: Entry): unknown {
  return { ...entry, values: change.after, sensitive_values: change.after_sensitive };
}

export interface GateBench {
  readonly resources: number;
  readonly megabytes: number;
  readonly findings: number;
  /** User and system time of the whole process, seconds, the least of the runs. */
  readonly gateCpu: number;
  readonly opaCpu: number;
  readonly ratio: number;
}

/**
 * Measures both, whole process.
 *
 * @param opa the opa to run
 * @param policies the folder of Rego
 * @throws Error when the two do not find the same
 */
export function benchGate(opa: string, policies: string, resources = 10_000, runs = 3): GateBench {
  const dir = mkdtempSync(join(tmpdir(), "plinth-bench-"));
  try {
    const file = join(dir, "plan.json");
    const text = planOf(resources);
    writeFileSync(file, text);
    const gate = best(runs, process.execPath, [__filename, "judge", file]);
    const query = "count({[f.id, f.address, f.message] | some f in data.main.deny})";
    const rego = best(runs, opa, ["eval", "-d", policies, "-i", file, "-f", "raw", query]);
    if (gate.output.trim() !== rego.output.trim()) {
      throw new Error(`the gate finds ${gate.output.trim()}, opa eval ${rego.output.trim()}`);
    }
    return {
      resources: (JSON.parse(text) as Plan).resource_changes.length,
      megabytes: Math.round(text.length / 1e5) / 10,
      findings: Number(gate.output),
      gateCpu: gate.cpu,
      opaCpu: rego.cpu,
      ratio: Math.round((rego.cpu / gate.cpu) * 10) / 10,
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function best(
  runs: number,
  command: string,
  args: readonly string[],
): { cpu: number; output: string } {
  const all = Array.from({ length: runs }, () => timed(command, args));
  return all.reduce((least, one) => (one.cpu < least.cpu ? one : least));
}

/** `times` of a POSIX shell prints the time of its children: Node has no such number. */
function timed(command: string, args: readonly string[]): { cpu: number; output: string } {
  const script = '"$@" && times >&2';
  const run = spawnSync("sh", ["-c", script, "sh", command, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(`${command} failed: ${run.stderr}`);
  const children = run.stderr.trim().split("\n").at(-1) ?? "";
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, m, s]) => Number(m) * 60 + Number(s),
  );
  return {
    cpu: Math.round(seconds.reduce((sum, part) => sum + part, 0) * 100) / 100,
    output: run.stdout,
  };
}

async function judgeFile(file: string): Promise<void> {
  const verdict = await judge([{ name: file, bytes: readFileSync(file) }], { now: new Date() });
  process.stdout.write(`${verdict.counts.deny}\n`);
}

if (require.main === module) {
  if (process.argv[2] === "judge") void judgeFile(process.argv[3] ?? "");
  else {
    const policies = join(process.cwd(), "policies");
    process.stdout.write(`${JSON.stringify(benchGate(process.env["OPA"] ?? "opa", policies))}\n`);
  }
}
