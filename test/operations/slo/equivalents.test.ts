import { dev } from "../../../environments/dev";
import { settle } from "../../../model/settle";
import { whyEquivalent } from "../../../operations/slo/mutate/equivalents";
import { mutantsOf } from "../../../operations/slo/mutate/mutations";
import { proofsOf, type Proof } from "../../../operations/slo/mutate/proof";

const proofs = proofsOf(settle(dev));

const proofOf = (name: string): Proof => {
  const found = proofs.find((proof) => proof.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

/** What changes nothing in a proof: the rule's last word, and the change. */
const sameIn = (proof: Proof): string[] =>
  mutantsOf(proof.group)
    .filter((mutant) => whyEquivalent(proof, mutant) !== undefined)
    .map(({ rule, from, to, place }) => `${rule.split(" ").at(-1)} ${from} → ${to} ${place}`);

test("an alert that always fires does so whatever number it has", () => {
  expect(sameIn(proofOf("watchdog-dev"))).toEqual(["Watchdog 1 → 2 1", "Watchdog 1 → 0.5 1"]);
});

test("events come in any number: every threshold can be met exactly", () => {
  expect(sameIn(proofOf("orders-success"))).toEqual([]);
});

const freshness = sameIn(proofOf("orders-freshness"));

test.each([
  // One bad minute of five is 20%, of which two thresholds are below.
  ["fast 0.072 → 0.144 1", true],
  ["fast > → >= 1", true],
  // One of thirty is 3.3%: over 3%, not over 6%.
  ["slow 0.03 → 0.06 1", false],
  ["slow 0.03 → 0.015 1", true],
  // One of 120 is over 0.75% and not over 1.5%, of which no number of minutes is exactly.
  ["steady 0.015 → 0.0075 1", false],
  ["steady > → >= 1", true],
  // One of 200 known ones is exactly 0.5%.
  ["drip > → >= 1", false],
  // 22 bad minutes, as the guard asks for, are over 0.5% of 4,320 and not over 1%.
  ["drip 0.005 → 0.0025 2", true],
  ["drip 0.005 → 0.01 2", false],
  ["drip > → >= 2", true],
  ["drip > → < 2", false],
  ["drip and max without (sloth_window) (slo:sli_error:ratio_rate3d) > 0.005 →  1", true],
])("of minutes, %s changes nothing: %s", (change, is) => {
  expect(freshness.includes(change)).toBe(is);
});
