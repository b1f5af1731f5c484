import { Outdir } from "./outdir";
import { prove } from "./prove";
import { environmentOfWindows, OBJECTIVE_WINDOWS, slosOfAll } from "./windows";

const out = new Outdir();

// An SLO's tests take promtool 10 s of one processor.
jest.setTimeout(300_000);

afterAll(() => out.remove());

/** Thresholds, guards and the period's sums hang on the window; what an event is, and when data is missing, does not. */
const OF_WINDOWS =
  /a total outage|at exactly the threshold|bad events fire|bad minutes fire|burning|what is left|a quiet night/;

/** Of the window, what says whether an outage can reach the fastest tier. */
const OF_TARGETS = /a total outage|fires fast after/;

const cases = (["dev", "dev-gcp"] as const).flatMap((name) =>
  slosOfAll(environmentOfWindows(name, () => ({ success: 99.9, freshness: 99 }))).map(
    (slo) => [name, slo.objective.name, slo] as const,
  ),
);

test("every window is among the cases", () => {
  expect(cases).toHaveLength(2 * 2 * OBJECTIVE_WINDOWS.length);
});

test.each(cases)("promtool proves %s's %s", async (name, objective, slo) => {
  await prove(out, `${name}-${objective}`, slo, OF_WINDOWS);
});

test.each([
  ["7d", 92.57],
  ["28d", 92.57],
  ["30d", 93.07],
  ["90d", 95.38],
] as const)("promtool proves the lowest target over %s", async (window, target) => {
  const lowest = () => ({ success: target, freshness: target });
  for (const slo of slosOfAll(environmentOfWindows("dev", lowest, [window]))) {
    await prove(out, `low-${slo.objective.name}`, slo, OF_TARGETS);
  }
});
