import { judge, parseVerdict, verify, type Verdict } from "../../../policies/gate";
import { file, load, now } from "../fixtures";

const plan = () => load("plans/aws.json");
const empty = file({ schema: "plinth.exemptions/v1", exemptions: [] }).bytes;
const other = file({ schema: "plinth.exemptions/v1", exemptions: [], environment: "dev" }).bytes;
const budget = file({ schema: "plinth.budget/v1", asOf: "2026-01-15T12:00:00Z", services: {} });

const judged = (changes: object = {}): Promise<Verdict> =>
  judge([file(plan(), "p.json")], { now, exemptions: empty, ...changes });
const problems = (verdict: Verdict, options: object = {}, value: unknown = plan()) =>
  verify(verdict, [file(value, "p.json")], { now, ...options }).problems;

test("a verdict of these exemptions and this budget allows the plan; of others, or none, it does not", async () => {
  const verdict = await judged();
  expect(problems(verdict, { exemptions: empty })).toEqual([]);
  expect(problems(verdict, { exemptions: other })).toEqual([
    "the verdict is of another exemptions file: judge again",
  ]);
  expect(problems(await judge([file(plan())], { now }), { exemptions: empty })).toEqual([
    "the verdict is of no exemptions file: judge again",
  ]);
  const budgeted = await judged({ release: { budget: budget.bytes } });
  const mild = { ...budgeted };
  expect(problems(mild, { budget: budget.bytes })).toEqual([]);
  expect(problems(mild, { budget: empty })).toEqual([
    "the verdict is of another budget file: judge again",
  ]);
  expect(problems(verdict, { budget: budget.bytes })).toEqual([
    "the verdict is of no budget file: judge again",
  ]);
});

test("what is undetermined may be applied, unless the environment of its stack denies it", async () => {
  const partial = { ...plan(), complete: false };
  const verdict = await judge([file(partial, "p.json")], { now });
  expect(verdict).toMatchObject({ verdict: "undetermined", complete: false });
  expect(problems(verdict, {}, partial)).toEqual([]);
  expect(
    problems(verdict, { strict: (stack: string | null) => stack === "prod-c01" }, partial),
  ).toEqual([]);
  expect(
    problems(verdict, { strict: (stack: string | null) => stack === "dev-c01" }, partial),
  ).toEqual(["p.json is undetermined, which the environment of dev-c01 denies"]);
  const strict = await judge([file(partial, "p.json")], { now, undetermined: "deny" });
  expect(problems(strict, {}, partial)).toEqual(["the verdict is a denial"]);
});

test("a verdict of the future is refused, but for what clocks differ by", async () => {
  const verdict = await judged();
  const at = (seconds: number) => ({ now: new Date(now.getTime() - seconds * 1000) });
  expect(problems(verdict, at(60))).toEqual([]);
  expect(problems(verdict, at(61))).toEqual([
    "the verdict of 2026-01-15T12:00:00.000Z is from the future",
  ]);
  expect(problems({ ...verdict, judgedAt: "once" })).toHaveLength(1);
});

test("each plan must be among those judged; not every plan judged must be applied", async () => {
  const second = load("plans/google.json");
  const both = await judge([file(plan(), "a.json"), file(second, "b.json")], { now });
  expect(verify(both, [file(plan())], { now }).exitCode).toBe(0);
  expect(verify(both, [file(second), file(plan())], { now }).exitCode).toBe(0);
  const one = await judged();
  expect(verify(one, [file(plan(), "a.json"), file(second, "b.json")], { now }).problems).toEqual([
    "b.json is not among the plans judged: judge it",
  ]);
});

test("the same plan of another stack is another", async () => {
  const verdict = await judged();
  const plans = verdict.plans.map((one) => ({ ...one, stack: "prod-c01" }));
  expect(problems({ ...verdict, plans })).toEqual([
    "p.json is not among the plans judged: judge it",
  ]);
});

test("a verdict of the synthesized stack alone allows no plan of it", async () => {
  const verdict = await judge([file(load("gate/aws.tf.json"), "cdk.tf.json")], { now });
  expect(problems(verdict)).toEqual(["p.json is not among the plans judged: judge it"]);
});

describe("a verdict that was edited shows it", () => {
  const failing = { ...plan(), checks: [{ address: { to_display: "check.a" }, status: "fail" }] };
  const denied = () => judge([file(failing, "p.json")], { now });
  const EDITED =
    "the verdict contradicts its own findings: it was changed after judging; judge again";

  test.each<[string, (verdict: Verdict) => object]>([
    ["a denial called a pass", () => ({ verdict: "pass" })],
    ["a denial called undetermined", () => ({ verdict: "undetermined" })],
    [
      "its counts put right too",
      ({ counts }) => ({ verdict: "pass", counts: { ...counts, deny: 0 } }),
    ],
    ["its findings taken out", () => ({ verdict: "pass", findings: [] })],
    [
      "its findings called exempt",
      ({ findings }) => ({
        verdict: "pass",
        findings: findings.map((one) => ({ ...one, verdict: "exempt" })),
      }),
    ],
    [
      "its findings called advice",
      ({ findings }) => ({
        verdict: "pass",
        findings: findings.map((one) => ({ ...one, level: "advisory" })),
      }),
    ],
  ])("%s", async (_, edit) => {
    const verdict = await denied();
    expect(problems({ ...verdict, ...edit(verdict) }, {}, failing)).toEqual([EDITED]);
  });

  test("an incomplete one called a pass", async () => {
    const partial = { ...plan(), complete: false };
    const verdict = await judge([file(partial, "p.json")], { now });
    expect(problems({ ...verdict, verdict: "pass" }, {}, partial)).toEqual([EDITED]);
  });

  test("one without its hashes is no verdict", async () => {
    const verdict = await judged();
    for (const damage of [{ budget: undefined }, { exemptions: {} }, { findings: [null] }])
      expect(() => parseVerdict(file({ ...verdict, ...damage }).bytes)).toThrow("is not a verdict");
  });
});
