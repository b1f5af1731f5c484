/** Many mutants in one run of opa: each lies in packages of its own, beside what none of them changes. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Graph } from "./graph";
import type { Edit } from "./mutations";
import { errorText, errorsIn } from "../opa";
import type { Opa, OpaError } from "../opa";
import { REFERENCE } from "./source";
import type { Source } from "./source";

/** A source with one mistake in it, or with none to see that its tests pass. */
export interface Mutant {
  readonly source: Source;
  readonly edit?: Edit;
  /** The packages that see the mistake: the source's own and those that use it. */
  readonly seenBy: ReadonlySet<string>;
}

/** `invalid` does not compile, and is no mutant; `survived` is noticed by no test. */
export type Fate = "killed" | "survived" | "invalid";

export interface World {
  readonly sources: readonly Source[];
  readonly graph: Graph;
  readonly opa: Opa;
}

/** Where what no mutant changes lies. */
const SHARED = "shared";

/** What the tests in the packages that see each mutant make of it. */
export async function fatesOf(world: World, mutants: readonly Mutant[]): Promise<Fate[]> {
  const scratch = mkdtempSync(join(tmpdir(), "plinth-mutants-"));
  try {
    stageShared(world, mutants, join(scratch, SHARED));
    mutants.forEach((mutant, i) => stageMutant(world, mutant, join(scratch, `m${i}`), `m${i}`));
    const invalid = await removeInvalid(world.opa, scratch);
    const failed = await failuresIn(world.opa, scratch);
    return mutants.map((_, i) => {
      if (invalid.has(`m${i}`)) return "invalid";
      return failed.has(`m${i}`) ? "killed" : "survived";
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** What the mutants' packages use and none of them changes. */
function stageShared({ graph, sources }: World, mutants: readonly Mutant[], folder: string): void {
  const used = mutants.flatMap(({ seenBy }) =>
    [...graph.neededBy(seenBy)].filter((name) => !seenBy.has(name)),
  );
  const shared = new Set(used);
  for (const source of sources)
    if (shared.has(source.package)) write(folder, source.path, source.text);
}

function stageMutant(world: World, mutant: Mutant, folder: string, root: string): void {
  const moves = (path: string) => mutant.seenBy.has(world.graph.packageOf(path) ?? "");
  for (const source of world.sources) {
    if (!mutant.seenBy.has(source.package)) continue;
    const text =
      source.path === mutant.source.path ? edited(source.text, mutant.edit) : source.text;
    write(folder, source.path, moved(text, root, moves));
  }
}

function edited(text: string, edit?: Edit): string {
  if (!edit) return text;
  return text.slice(0, edit.start) + edit.to + text.slice(edit.start + edit.from.length);
}

/** The same with its package, and what it uses of the others that move, below another root. */
function moved(text: string, root: string, moves: (path: string) => boolean): string {
  return text
    .replace(/^package (?=\w)/m, `package ${root}.`)
    .replace(REFERENCE, (whole, path: string) => (moves(path) ? `data.${root}.${path}` : whole));
}

/** Removes what does not compile until the rest does: opa stops at the first kind of error it finds. */
async function removeInvalid(opa: Opa, scratch: string): Promise<ReadonlySet<string>> {
  const removed = new Set<string>();
  for (;;) {
    const errors = await errorsOf(opa, scratch, ["."]);
    if (errors.length === 0) return removed;
    const faulty = placesOf(errors);
    if (faulty.length === 0) faulty.push(...(await faultyAmong(opa, scratch, rootsIn(scratch))));
    if (faulty.length === 0) throw new Error(errorText(errors));
    for (const name of faulty) {
      removed.add(name);
      rmSync(join(scratch, name), { recursive: true, force: true });
    }
  }
}

async function errorsOf(opa: Opa, scratch: string, folders: readonly string[]) {
  const { stderr, code } = await opa(["check", "-f", "json", "-m", "1000000", ...folders], scratch);
  return code === 0 ? [] : errorsIn(stderr);
}

function placesOf(errors: readonly OpaError[]): string[] {
  const places = errors.map(({ location }) => /^m\d+(?=\/)/.exec(location?.file ?? "")?.[0]);
  return [...new Set(places.filter((name) => name !== undefined))];
}

function rootsIn(scratch: string): string[] {
  return readdirSync(scratch).filter((name) => name !== SHARED);
}

/** Of an error in a template string opa does not say where it is: halves tell. */
async function faultyAmong(opa: Opa, scratch: string, roots: readonly string[]): Promise<string[]> {
  const shared = existsSync(join(scratch, SHARED)) ? [SHARED] : [];
  if ((await errorsOf(opa, scratch, [...shared, ...roots])).length === 0) return [];
  if (roots.length < 2) return [...roots];
  const half = Math.ceil(roots.length / 2);
  return [
    ...(await faultyAmong(opa, scratch, roots.slice(0, half))),
    ...(await faultyAmong(opa, scratch, roots.slice(half))),
  ];
}

interface TestResult {
  readonly package: string;
  readonly fail?: boolean;
  readonly error?: unknown;
}

async function failuresIn(opa: Opa, scratch: string): Promise<ReadonlySet<string>> {
  const { stdout, stderr } = await opa(
    ["test", "-f", "json", "-p", "1", "--timeout", "5m", "."],
    scratch,
  );
  if (stderr !== "") throw new Error(stderr);
  const results = JSON.parse(stdout || "[]") as TestResult[];
  const failed = results.filter(({ fail, error }) => fail === true || error !== undefined);
  return new Set(failed.map((result) => result.package.split(".")[1] ?? ""));
}
