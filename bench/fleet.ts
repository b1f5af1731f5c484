/**
 * A fleet of cells in one process: the program starts, settles, synthesizes, writes every stack and ends. Against cdktf as it ships: every cell built, with
 * cdktf's own resolve and stack traces, and the same bytes.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesize } from "../constructs/synth";
import { restoreCdktf } from "../constructs/tf";
import { dev } from "../environments/dev";
import { checkout } from "../environments/services/checkout";
import { orders } from "../environments/services/orders";
import { storefront } from "../environments/services/storefront";
import { settle } from "../model/settle";
import type { RequestDrivenDeclaration } from "../model/workloads/request_declaration";
import { disk } from "../operations/disk";
import { measure } from "./measure";

type Contender = "plain" | "plinth";

const MANY = 1_000;
const FEW = 100;
/** Building a hundred with plain cdktf takes minutes on a busy machine; what each costs is the same for fewer. */
const COMPARED = 40;

const code = () => ({ fileName: "assets/code.zip", sha256Base64: "", sha256Hex: "" });

/** An API at the edge leads to one cell. */
const ofCells = {
  ...storefront,
  workload: { ...(storefront.workload as RequestDrivenDeclaration), edge: undefined as never },
};

const fleetOf = (cells: number) =>
  settle({
    ...dev,
    network: { pool: "10.64.0.0/10", nat: "single" },
    services: [orders, ofCells, checkout],
    cells: { fleet: cells, networkPrefix: 20 },
  });

/** One run, in its own process: prints the number of resources. */
function runOnce(contender: Contender, cells: number, outdir: string): void {
  if (contender === "plain") restoreCdktf();
  const stacks = synthesize({
    ...{ environments: [fleetOf(cells)], code, outdir },
    disk: contender === "plain" ? undefined : disk,
  });
  process.stdout.write(`${stacks.reduce((sum, { resources }) => sum + resources, 0)}`);
}

interface FleetRun {
  readonly wall: number;
  readonly cpu: number;
  readonly rss: number | undefined;
  readonly resources: number;
  /** Of every file. */
  readonly sha256: string;
}

/** A folder that nothing was written to. */
async function inFolder<T>(of: (outdir: string) => Promise<T>): Promise<T> {
  const outdir = mkdtempSync(join(tmpdir(), "plinth-bench-fleet-"));
  try {
    return await of(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

const fresh = (contender: Contender, cells: number): Promise<FleetRun> =>
  inFolder((outdir) => run(contender, cells, outdir));

/** The second finds what the first wrote. */
const twice = (cells: number): Promise<readonly [FleetRun, FleetRun]> =>
  inFolder(async (outdir) => [
    await run("plinth", cells, outdir),
    await run("plinth", cells, outdir),
  ]);

async function run(contender: Contender, cells: number, outdir: string): Promise<FleetRun> {
  const args = [__filename, contender, `${cells}`, outdir];
  const started = performance.now();
  const of = await measure({ command: process.execPath, args, cwd: outdir, codes: [0] });
  const wall = (performance.now() - started) / 1_000;
  const { cpu, rss, stdout } = of;
  return { wall, cpu, rss, resources: Number(stdout), sha256: hashOf(outdir) };
}

function hashOf(folder: string): string {
  const hash = createHash("sha256");
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((one) => join(one.parentPath, one.name));
  for (const file of files.sort())
    hash.update(file.slice(folder.length)).update(readFileSync(file));
  return hash.digest("hex");
}

export async function benchFleet(): Promise<void> {
  const [plain, plinth] = [await fresh("plain", COMPARED), await fresh("plinth", COMPARED)];
  const few = await fresh("plinth", FEW);
  const [many, again] = await twice(MANY);
  const per1000 = ({ cpu, resources }: FleetRun): number => (cpu / resources) * 1_000;
  const same = plain.sha256 === plinth.sha256 ? "the same bytes" : "OTHER BYTES";
  const lines = [
    `a fleet of ${MANY} cells, ${many.resources} resources, whole process`,
    `  wall ${many.wall.toFixed(1)} s, CPU ${many.cpu.toFixed(1)} s, ${many.rss?.toFixed(0) ?? "?"} MB`,
    `  unchanged, a second time: wall ${again.wall.toFixed(1)} s, CPU ${again.cpu.toFixed(1)} s, ${again.sha256 === many.sha256 ? "the same bytes" : "OTHER BYTES"}`,
    `  CPU of ${MANY} : ${FEW} cells  ${(many.cpu / few.cpu).toFixed(1)}`,
    `  CPU seconds per 1,000 resources, of ${COMPARED} cells: plinth ${per1000(plinth).toFixed(3)}, plain cdktf ${per1000(plain).toFixed(3)}, ratio ${(per1000(plain) / per1000(plinth)).toFixed(1)}, ${same}`,
    `  CPU seconds per 1,000 resources, of ${MANY} cells: plinth ${per1000(many).toFixed(3)}`,
    "",
  ];
  process.stdout.write(lines.join("\n"));
}

if (require.main === module) {
  const [contender, cells, outdir] = process.argv.slice(2);
  if (contender === "plain" || contender === "plinth")
    runOnce(contender, Number(cells), outdir ?? "");
}
