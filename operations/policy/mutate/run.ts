/** Puts a mistake into a rule, every one in turn, and asks whether a test notices. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { sourcesBelow } from "./folder";
import { fatesOf } from "./batch";
import type { Fate, Mutant, World } from "./batch";
import { graphOf } from "./graph";
import { editsOf } from "./mutations";
import type { Opa } from "../opa";
import { inPool } from "../../pool";
import { parsed } from "./source";
import type { Parsed, Source } from "./source";
import { isTest, ownTests, testsOfUsers } from "./witnesses";

export interface Judged extends Mutant {
  readonly fate: Fate;
}

export interface Options {
  readonly opa: Opa;
  /** Plinth's own policies, for `lib/` where the folder has none. */
  readonly shared: string;
  /** Whether a source is mutated; @default all but tests and what only they use */
  readonly wanted?: (path: string) => boolean;
  readonly onProgress?: (done: number, of: number) => void;
}

/** @throws Error when a test fails without any mistake, or nothing is to be mutated */
export async function mutate(folder: string, options: Options): Promise<Judged[]> {
  const { opa, shared } = options;
  const sources = sourcesBelow(folder, shared);
  const wanted = sources.filter((source) => isTarget(folder, source, options));
  const targets = await inPool(wanted, (source) => parsed(opa, folder, source));
  const world: World = { sources, graph: graphOf(sources), opa };
  const all = await judgeAll(world, targets.flatMap(mutantsOf), options);
  mustPassUnchanged(all);
  return all.filter(({ edit, fate }) => edit && fate !== "invalid");
}

/** Not what is borrowed from Plinth: the folder's tests are not meant to prove it. */
function isTarget(folder: string, source: Source, { wanted = () => true }: Options): boolean {
  const { path } = source;
  const proved = path !== "lib/expect.rego" && !isTest(source);
  return proved && wanted(path) && existsSync(join(folder, path));
}

type Unjudged = Omit<Mutant, "seenBy">;

function mutantsOf(source: Parsed): Unjudged[] {
  return [{ source }, ...editsOf(source).map((edit) => ({ source, edit }))];
}

/** A source's own tests first: most mistakes need no others. */
async function judgeAll(world: World, mutants: readonly Unjudged[], options: Options) {
  const asking = (ask: typeof ownTests) => (one: Unjudged) => ({
    ...one,
    seenBy: ask(world, one.source),
  });
  const first = await judge(world, mutants.map(asking(ownTests)), options);
  const isOpen = ({ source, fate }: Judged) =>
    fate === "survived" && testsOfUsers(world, source).size > 0;
  const open = first.filter(isOpen).map(asking(testsOfUsers));
  return [...first.filter((one) => !isOpen(one)), ...(await judge(world, open, options))];
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

function mustPassUnchanged(all: readonly Judged[]): void {
  const broken = all.filter(({ edit, fate }) => !edit && fate !== "survived");
  if (all.length === 0) throw new Error("no policy to mutate");
  if (broken.length === 0) return;
  const paths = broken.map(({ source }) => source.path).join(", ");
  throw new Error(`the tests must pass before anything is mutated: run \`opa test\` (${paths})`);
}
