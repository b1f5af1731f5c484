/** Puts a mistake into a rule, every one in turn, and asks whether a test notices. */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { sourcesBelow } from "./folder";
import { fatesOf } from "./batch";
import type { Fate, Mutant, World } from "./batch";
import { graphOf } from "./graph";
import { editsOf } from "./mutations";
import type { Opa } from "../opa";
import type { Source } from "./source";

export interface Judged extends Mutant {
  readonly fate: Fate;
}

export interface Options {
  readonly opa: Opa;
  /** Plinth's own policies, for `lib/` where the folder has none. */
  readonly shared: string;
  /** Whether a source is mutated; @default all but tests and the door for raw plans */
  readonly wanted?: (path: string) => boolean;
  readonly onProgress?: (done: number, of: number) => void;
}

/** @throws Error when a test fails without any mistake, or nothing is to be mutated */
export async function mutate(folder: string, options: Options): Promise<Judged[]> {
  const sources = await sourcesBelow(folder, options.shared, options.opa);
  const world: World = { sources, graph: graphOf(sources), opa: options.opa };
  const targets = sources.filter((source) => isTarget(folder, source, options));
  const all = await judgeAll(world, targets.flatMap(mutantsOf), options);
  mustPassUnchanged(all);
  return all.filter(({ edit, fate }) => edit && fate !== "invalid");
}

/** Not what is borrowed from Plinth: the folder's tests are not meant to prove it. */
function isTarget(folder: string, { path }: Source, { wanted = () => true }: Options): boolean {
  const proved = !/_test\.rego$|^lib\/(expect|relations)\.rego$/.test(path);
  return proved && wanted(path) && existsSync(join(folder, path));
}

type Unjudged = Omit<Mutant, "seenBy">;

function mutantsOf(source: Source): Unjudged[] {
  return [{ source }, ...editsOf(source).map((edit) => ({ source, edit }))];
}

/** The tests beside a source first: most mistakes need no others, and many policies may use a library. */
async function judgeAll(world: World, mutants: readonly Unjudged[], options: Options) {
  const near = mutants.map((one) => ({ ...one, seenBy: seenNear(world, one) }));
  const first = await judge(world, near, options);
  const open = first.filter(({ source, seenBy, fate }) => {
    return fate === "survived" && world.graph.dependentsOf(source.package).size > seenBy.size;
  });
  const far = open.map((one) => ({ ...one, seenBy: world.graph.dependentsOf(one.source.package) }));
  return [...first.filter((one) => !open.includes(one)), ...(await judge(world, far, options))];
}

function seenNear({ graph, sources }: World, { source }: Unjudged): ReadonlySet<string> {
  const all = graph.dependentsOf(source.package);
  const beside = sources.filter(({ path }) => dirname(path) === dirname(source.path));
  return new Set(beside.map((one) => one.package).filter((name) => all.has(name)));
}

async function judge(world: World, mutants: readonly Mutant[], options: Options) {
  const batches = inBatches(world, mutants);
  let done = 0;
  const judged = await inPool(batches, async (batch) => {
    const fates = await fatesOf(world, batch);
    options.onProgress?.((done += 1), batches.length);
    return batch.map((mutant, i): Judged => ({ ...mutant, fate: fates[i] ?? "invalid" }));
  });
  return judged.flat();
}

/** Files in one run of opa: enough to share its start, few enough for its memory. */
const FILES = 400;

function inBatches({ sources }: World, mutants: readonly Mutant[]): Mutant[][] {
  const batches: Mutant[][] = [];
  let files = FILES;
  for (const mutant of mutants) {
    files += sources.filter((source) => mutant.seenBy.has(source.package)).length;
    if (files > FILES) {
      batches.push([]);
      files = 0;
    }
    batches.at(-1)?.push(mutant);
  }
  return batches;
}

/** In order, as many at a time as there are processors. */
async function inPool<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [i, item] of queue) results[i] = await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}

function mustPassUnchanged(all: readonly Judged[]): void {
  const broken = all.filter(({ edit, fate }) => !edit && fate !== "survived");
  if (all.length === 0) throw new Error("no policy to mutate");
  if (broken.length === 0) return;
  const paths = broken.map(({ source }) => source.path).join(", ");
  throw new Error(`the tests must pass before anything is mutated: run \`opa test\` (${paths})`);
}
