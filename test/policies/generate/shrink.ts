import { firstDifference } from "./compare";
import type { Difference } from "./compare";
import { planOf } from "./plan";
import type { Recipe } from "./recipe";

/** The smallest recipe found that still differs: each round tries all ways to leave one thing out, in one run. */
export async function shrunk(found: Difference<Recipe>): Promise<Difference<Recipe>> {
  const smaller = await firstDifference(smallerThan(found.made), planOf);
  return smaller ? shrunk(smaller) : found;
}

function smallerThan({ pieces, edits, around }: Recipe): Recipe[] {
  const plain = { module: null, configuration: true, complete: true, checks: [] };
  const isPlain = JSON.stringify(around) === JSON.stringify(plain);
  return [
    ...without(edits).map((fewer) => ({ pieces, edits: fewer, around })),
    ...(pieces.length > 1 ? without(pieces) : []).map((fewer) => ({
      pieces: fewer,
      edits,
      around,
    })),
    ...(isPlain ? [] : [{ pieces, edits, around: plain }]),
  ];
}

function without<T>(list: readonly T[]): T[][] {
  return list.map((_, left) => list.filter((__, i) => i !== left));
}
