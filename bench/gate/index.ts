/**
 * CPU time and memory of the gate, whole process, beside conftest and `opa eval` on the same Rego and Checkov with
 * its own checks. All read the same files; those with our rules must deny the same, or the bench fails.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkov, conftest, installed, opaEval, plinth, warmPlinth } from "./contenders";
import type { Contender } from "./contenders";
import { measure, median } from "../measure";
import type { Run } from "../measure";
import { planOf } from "./plan";

/** What is judged. */
interface Course {
  readonly title: string;
  readonly files: readonly string[];
  readonly contenders: readonly Contender[];
}

interface Result {
  readonly name: string;
  readonly runs: readonly Run[];
}

/** How large a plan Checkov is given; 10,000 takes it minutes: with `--all`. */
const CHECKOV_MOST = 2000;
const TURNS = 3;

/** Who takes longer, CPU seconds, has one turn: its ratio does not hang on tenths. */
const SLOW = 20;

/**
 * Measures and prints.
 *
 * @param isAll also what takes minutes
 * @throws Error when two of one set of rules do not deny the same
 */
export async function benchGate(isAll: boolean): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "plinth-bench-"));
  try {
    for (const size of [500, 2000, 10_000]) await race(single(dir, size, isAll));
    await race(many(dir));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function single(dir: string, size: number, isAll: boolean): Course {
  const file = write(dir, `plan-${size}.json`, planOf(size));
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  const slow = size <= CHECKOV_MOST || isAll ? peer("checkov", (path) => checkov(path, dir)) : [];
  return {
    title: `a plan of ${size.toLocaleString("en")} resources, ${megabytes} MB`,
    files: [file],
    contenders: [
      plinth("plinth gate", dir),
      warmPlinth("plinth gate, warm cache", dir),
      ...peer("opa", opaEval),
      ...peer("conftest", conftest),
      ...slow,
    ],
  };
}

function many(dir: string): Course {
  const files = Array.from({ length: 20 }, (_, i) =>
    write(dir, `stack-${i}.json`, planOf(500, i * 25)),
  );
  const contenders = [
    plinth("plinth gate", dir),
    warmPlinth("plinth gate, warm cache", dir),
    ...peer("conftest", conftest),
  ];
  return { title: "20 plans of 500 resources in one process", files, contenders };
}

function write(dir: string, name: string, text: string): string {
  const file = join(dir, name);
  writeFileSync(file, text);
  return file;
}

function peer(tool: string, make: (path: string) => Contender): Contender[] {
  const path = installed(tool);
  if (path === undefined) process.stderr.write(`${tool} is not installed: left out\n`);
  return path === undefined ? [] : [make(path)];
}

/** The contenders take turns, so that a busy machine slows all of them. */
async function race({ title, files, contenders }: Course): Promise<void> {
  const runs = new Map<Contender, Run[]>(contenders.map((contender) => [contender, []]));
  for (const one of contenders) if (one.isWarmed) await measure(one.command(files));
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [contender, own] of runs) {
      if ((own[0]?.cpu ?? 0) > SLOW) continue;
      process.stderr.write(`${title}: ${contender.name}, turn ${turn + 1}\n`);
      own.push(await measure(contender.command(files)));
    }
  }
  const denials = sameDenials(runs);
  print(
    `gate, ${title}: ${denials} denials on all sides`,
    [...runs].map(([{ name }, own]) => ({ name, runs: own })),
  );
}

function sameDenials(runs: ReadonlyMap<Contender, readonly Run[]>): number {
  const denied = [...runs].flatMap(([{ name, denied: of }, [first]]) =>
    of && first ? [{ name, lines: of(first.stdout) }] : [],
  );
  const [ours, ...others] = denied;
  for (const { name, lines } of others) {
    if (lines.join("\n") === ours?.lines.join("\n")) continue;
    throw new Error(`plinth gate denies ${ours?.lines.length}, ${name} ${lines.length}, or others`);
  }
  return ours?.lines.length ?? 0;
}

function print(title: string, results: readonly Result[]): void {
  const [ours] = results;
  const rows = results.map((result) => rowOf(result, result === ours ? undefined : ours));
  process.stdout.write(`${[title, HEAD, ...rows, ""].join("\n")}\n`);
}

const row = (name: string, ...columns: readonly string[]): string =>
  `  ${name.padEnd(24)}${columns.map((column) => column.padStart(9)).join("")}`.trimEnd();

/** CPU time is of the whole process with its children, memory the most that the process held; medians. */
const HEAD = row("", "CPU s", "peak", "turns", "ratio");

function rowOf({ name, runs }: Result, ours: Result | undefined): string {
  const memory = median(runs.flatMap(({ rss }) => rss ?? []));
  const ratio = ours === undefined ? "" : `${(cpuOf(runs) / cpuOf(ours.runs)).toFixed(1)}×`;
  const megabytes = Number.isNaN(memory) ? "" : `${memory.toFixed(0)} MB`;
  return row(name, cpuOf(runs).toFixed(2), megabytes, String(runs.length), ratio);
}

const cpuOf = (runs: readonly Run[]): number => median(runs.map(({ cpu }) => cpu));
