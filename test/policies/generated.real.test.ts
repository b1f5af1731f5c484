import fc from "fast-check";
import { firstDifference } from "./generate/compare";
import { planOf } from "./generate/plan";
import { recipes } from "./generate/recipe";
import { shrunk } from "./generate/shrink";

/** `npm run policies:differential` sets it to 10,000. */
const COUNT = Number(process.env["PLANS"] ?? 2000);
const BATCH = 500;

/** The same plans each time; more of them begin with the same. */
const made = fc.sample(recipes, { seed: 5, numRuns: COUNT });
const batches = Array.from({ length: Math.ceil(COUNT / BATCH) }, (_, i) => i * BATCH);

test.each(batches)(
  `Rego and Wasm say the same of ${BATCH} generated plans, from %i`,
  async (first) => {
    const found = await firstDifference(made.slice(first, first + BATCH), planOf);
    const shown = found && (await shrunk(found));
    expect(shown && { recipe: shown.made, rego: shown.rego }).toEqual(
      shown && { recipe: shown.made, rego: shown.wasm },
    );
    expect(shown).toBeUndefined();
  },
  600_000,
);
