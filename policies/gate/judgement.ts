import type { Bundle } from "./bundle";
import { evaluate } from "./rules/evaluate";
import type { ReadPlan, ReadSynth } from "./input/input";
import { joinStages } from "./verdict/join";
import type { PlacedFinding } from "./exemptions/life";
import { openedFile } from "./opened";
import { placedDrift, placedRows } from "./verdict/place";
import type { PlacedRow } from "./verdict/place";
import { changeSubject } from "./input/pseudo/changes";
import type { StackChange } from "./input/pseudo/changes";
import { isPseudo } from "./input/pseudo/node";
import type { Subject } from "./types";

/**
 * What the rules say of one stack, before levels, exemptions and the freeze. Plain data, which may be kept: it
 * follows from the rules and from what the files mean, and holds nothing else of them.
 */
export interface Judgement {
  readonly rows: readonly PlacedRow[];
  readonly drift: readonly PlacedFinding[];
  /** What each of its plans does. */
  readonly changes: readonly StackChange[];
  readonly resources: number;
}

/**
 * Judges one stack. Its resources are in memory only while this runs: many plans need no more than the largest.
 *
 * @param files its plans and what was synthesized for it
 */
export function judgementOf(files: readonly (ReadPlan | ReadSynth)[], bundle: Bundle): Judgement {
  const opened = files.map((file, i) => openedFile(file, i, bundle));
  const subjects = opened.flatMap((one) => one.subjects);
  const rows = joinStages(subjects, evaluate(subjects, bundle));
  const drift = opened.map((one) => one.drift);
  return {
    rows: placedRows(rows, subjects),
    drift: placedDrift(drift, rows, subjects),
    changes: opened.flatMap(({ change }) => change ?? []),
    resources: countResources(subjects),
  };
}

/** What the rules say of all plans of a run together. */
export function jointRows(changes: readonly StackChange[], bundle: Bundle): PlacedRow[] {
  const subjects = [changeSubject(changes)];
  return placedRows(evaluate(subjects, bundle), subjects);
}

/** What must be judged together, as its files are joined; a file of no stack stands alone. */
export function byStack(files: readonly (ReadPlan | ReadSynth)[]): (ReadPlan | ReadSynth)[][] {
  const stacks = new Map<unknown, (ReadPlan | ReadSynth)[]>();
  for (const file of files) {
    const stack = file.stack ?? file;
    stacks.set(stack, [...(stacks.get(stack) ?? []), file]);
  }
  return [...stacks.values()];
}

/** A resource in a stack and in its plan counts once; what is judged like one is none. */
function countResources(subjects: readonly Subject[]): number {
  const resources = subjects.filter((subject) => !isPseudo(subject.type));
  return new Set(resources.map(({ address }) => address)).size;
}
