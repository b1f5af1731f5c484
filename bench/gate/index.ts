/**
 * CPU time and memory of the gate, whole process, beside conftest and `opa eval` on the same Rego and Checkov with
 * its own checks. All read the same files; those with our rules must deny the same, or the bench fails.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkov, conftest, installed, opaEval, plinth } from "./contenders";
import type { Contender } from "./contenders";
import { measure, median } from "./measure";
import type { Run } from "./measure";
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
const RUNS = 3;

/**
 * Measures and prints.
 *
 * @param isAll also what takes minutes
 * @throws Error when two of one set of rules do not deny the same
 */
export async function benchGate(isAll: boolean): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "plinth-bench-"));
  try {
    for (const size of [500, 2000, 10_000]) await race(single(dir, size, isAll), RUNS);
    await race(many(dir), RUNS);
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
  const contenders = [plinth("plinth gate", dir), ...peer("conftest", conftest)];
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
async function race({ title, files, contenders }: Course, turns: number): Promise<void> {
  const runs = new Map<Contender, Run[]>(contenders.map((contender) => [contender, []]));
  for (let turn = 0; turn < turns; turn++) {
    for (const [contender, own] of runs) own.push(await measure(contender.command(files)));
  }
  const denials = sameDenials(runs);
  print(
    `gate, ${title} (CPU seconds of the whole process, median of ${turns}; ${denials} denials on all sides)`,
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
  const cpuOf = ({ runs }: Result) => median(runs.map(({ cpu }) => cpu));
  const [ours] = results;
  const lines = results.map((result) => {
    const memory = median(result.runs.flatMap(({ rss }) => rss ?? []));
    const ratio = ours && result !== ours ? `${(cpuOf(result) / cpuOf(ours)).toFixed(1)}×` : "";
    const megabytes = Number.isNaN(memory) ? "" : `${memory.toFixed(0)} MB`;
    return `  ${result.name.padEnd(22)}${cpuOf(result).toFixed(2).padStart(8)}${megabytes.padStart(10)}${ratio.padStart(9)}`;
  });
  process.stdout.write(`${[title, ...lines].join("\n")}\n`);
}
