import fc from "fast-check";
import { judge, shippedBundle } from "../../policies/gate";
import { breakages } from "./breakages";
import { file, fixtures, load, now, planEditor, synthEditor } from "./fixtures";

/* eslint-disable @typescript-eslint/no-explicit-any */

/** Attributes by resource that the author of a fixture has set. */
const written = Object.fromEntries(
  fixtures.map((fixture) => {
    const { configuration } = load(`plans/${fixture}.json`);
    const set = configuration.root_module.resources.flatMap((entry: any) =>
      Object.keys(entry.expressions).map((attribute) => [entry.address, attribute]),
    );
    return [fixture, set as [string, string][]];
  }),
);

const UNKNOWN = "${random_id.other.hex}";

/** A broken stack and its plan, in which some of what is set is known only after apply. */
const pairs = fc.constantFrom(...fixtures).chain((fixture) =>
  fc.record({
    fixture: fc.constant(fixture),
    broken: fc.constantFrom(
      ...breakages.filter((one) => one.fixture === fixture && one.stage === undefined),
    ),
    hidden: fc.subarray(written[fixture]!, { maxLength: Math.min(8, written[fixture]!.length) }),
  }),
);

interface Pair {
  readonly fixture: string;
  readonly broken: (typeof breakages)[number];
  readonly hidden: [string, string][];
}

function made({ fixture, broken, hidden }: Pair) {
  const synth = synthEditor(`gate/${fixture}.tf.json`);
  const plan = planEditor(`plans/${fixture}.json`);
  broken.edit(synth);
  broken.edit({ ...plan, untag: (_, key) => untagAll(plan, key) });
  const isLeft = (address: string) =>
    plan.json.resource_changes.some((e: any) => e.address === address);
  for (const [address, attribute] of hidden.filter(([name]) => isLeft(name))) {
    synth.set(address, attribute, UNKNOWN);
    plan.hide(address, attribute);
  }
  return { synth: synth.json, plan: plan.json };
}

/** At synth the provider gives a tag to all or to none. */
function untagAll(plan: ReturnType<typeof planEditor>, key: string): void {
  for (const { address } of plan.json.resource_changes) plan.untag(address, key);
}

const atPlan = new Set(
  shippedBundle()
    .manifest.rules.filter(({ stages }) => stages.includes("plan"))
    .map(({ id }) => id),
);

const answers = async (...files: unknown[]) => {
  const { findings } = await judge(
    files.map((json, i) => file(json, `${i}.json`)),
    { now },
  );
  return findings.map(({ id, address, verdict }) => ({ id, address, verdict }));
};

test("nothing that is denied at synth passes at plan, whatever is known only after apply", async () => {
  await fc.assert(
    fc.asyncProperty(pairs, async (pair) => {
      const { synth, plan } = made(pair);
      const denied = (await answers(synth)).filter(({ verdict }) => verdict === "deny");
      const alone = await answers(plan);
      const passed = denied.filter(
        ({ id, address }) =>
          atPlan.has(id) && !alone.some((one) => one.id === id && one.address === address),
      );
      expect(passed).toEqual([]);
      const joined = (await answers(synth, plan)).filter(({ verdict }) => verdict === "deny");
      expect(joined).toEqual(expect.arrayContaining(denied));
    }),
    { numRuns: 100, seed: 5 },
  );
}, 300_000);
