import { judge, type Intent, type Verdict } from "../../../policies/gate";
import { file, load, now, planEditor, synthEditor } from "../fixtures";

/* eslint-disable @typescript-eslint/no-explicit-any */

const HOUR = 60 * 60 * 1000;
const QUEUE = "aws_sqs_queue.queue";

const slos = [{ id: "orders-success", remaining: -0.12, burn: 3.14, window: "28d" }];
const budget = (state: string, changes: object = {}) =>
  file({
    schema: "plinth.budget/v1",
    asOf: "2026-01-15T11:00:00Z",
    services: { orders: { state, slos } },
    ...changes,
  }).bytes;

/** The fixture's stack as it was applied: nothing is to do. */
function settledPlan() {
  const plan = planEditor("plans/aws.json");
  for (const { change } of plan.json.resource_changes) {
    Object.assign(change, { actions: ["no-op"], before: change.after });
  }
  return plan;
}

/** One queue keeps its messages for less long. */
function changedPlan() {
  const plan = settledPlan();
  const { change } = plan.json.resource_changes.find(({ address }: any) => address === QUEUE);
  change.actions = ["update"];
  change.before = { ...change.after, message_retention_seconds: 1 };
  return plan.json;
}

function replacingPlan() {
  const plan = settledPlan();
  const { change } = plan.json.resource_changes.find(({ address }: any) => address === QUEUE);
  change.actions = ["delete", "create"];
  return plan.json;
}

interface Given {
  readonly intent?: Intent;
  readonly history?: readonly Verdict[];
  readonly exceptions?: readonly object[];
  readonly exemptions?: readonly object[];
  readonly undetermined?: "warn" | "deny";
  readonly budget?: Uint8Array;
  readonly synth?: unknown;
  readonly at?: Date;
}

async function judged(state: string, plan: unknown, given: Given = {}) {
  const { intent, history, exceptions = [], exemptions = [], undetermined, at = now } = given;
  const verdict = await judge([file(plan, "plan.json")], {
    now: at,
    synth: [file(given.synth ?? load("gate/aws.tf.json"), "cdk.tf.json")],
    exemptions: file({ schema: "plinth.exemptions/v1", exemptions, freezeExceptions: exceptions })
      .bytes,
    ...(undetermined && { undetermined }),
    release: {
      budget: given.budget ?? budget(state),
      ...(intent && { intent }),
      ...(history && { history }),
    },
  });
  const of = (id: string) => verdict.findings.filter((one) => one.id === id);
  return { ...verdict, freeze: of("FREEZE"), reports: of("EXEMPTION") };
}

const outcome = ({ verdict, freeze }: Awaited<ReturnType<typeof judged>>) => [
  verdict,
  ...freeze.map((one) => `${one.level} ${one.verdict}`),
];

describe("what a budget does to a feature", () => {
  test.each([
    ["ok", changedPlan(), ["pass"]],
    ["caution", changedPlan(), ["pass", "advisory undetermined"]],
    ["frozen", changedPlan(), ["deny", "hard deny"]],
    ["frozen", settledPlan().json, ["pass"]],
  ])("%s: %#", async (state, plan, expected) => {
    expect(outcome(await judged(state, plan))).toEqual(expected);
  });

  test("caution: what is replaced makes it undetermined, which the environment may deny", async () => {
    const exempt = [exemption("AWS-STATE-001")];
    const open = await judged("caution", replacingPlan(), { exemptions: exempt });
    expect(open.freeze.map((one) => `${one.level} ${one.verdict}`)).toEqual(["hard undetermined"]);
    expect(open.freeze[0]?.fix).toMatch(/^Leave out what is deleted or replaced/);
    const plan = changedPlan();
    const unknown = budget("ok", { services: {} });
    const warned = await judged("ok", plan, { budget: unknown });
    expect(outcome(warned)).toEqual(["undetermined", "hard undetermined"]);
    const strict = await judged("ok", plan, { budget: unknown, undetermined: "deny" });
    expect(outcome(strict)).toEqual(["deny", "hard undetermined"]);
  });

  test("the finding is at the declaration, says what is spent, and what to do", async () => {
    const { freeze } = await judged("frozen", changedPlan());
    expect(freeze).toEqual([
      {
        id: "FREEZE",
        aliases: [],
        severity: "high",
        level: "hard",
        verdict: "deny",
        address: QUEUE,
        type: "aws_sqs_queue",
        construct: "dev-c01/orders/queue",
        source: { file: "environments/services/orders.ts", line: 14 },
        path: "orders.workload.queue",
        message: `${QUEUE} must wait: orders has spent its error budget (orders-success: -12.0 % of 28d left, burn rate 3.1)`,
        fix: "Wait until the service is back within its objectives, or release with another `--intent` (docs/freeze.md).",
        exemption: null,
      },
    ]);
  });

  test.each([
    [[], "it has no objective"],
    [
      [...slos, { id: "orders-a", remaining: null, burn: null, window: "30d" }],
      "orders-a: no data",
    ],
    [[{ id: "b", remaining: -1, burn: null, window: "7d" }, ...slos], "b: -100.0 % of 7d left"],
  ])("it names the objective that is worst off: %#", async (list, expected) => {
    const services = { orders: { state: "frozen", slos: list } };
    const { freeze } = await judged("", changedPlan(), { budget: budget("", { services }) });
    expect(freeze[0]?.message).toContain(`has spent its error budget (${expected})`);
  });

  test("the budget's hash enters the verdict", async () => {
    const { budget: hash } = await judged("ok", settledPlan().json);
    expect(hash.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("no exemption of one person lifts it", async () => {
    const verdict = await judged("frozen", changedPlan(), { exemptions: [exemption("FREEZE")] });
    expect(verdict.verdict).toBe("deny");
    expect(verdict.reports[0]?.message).toContain("is of a check that nobody can set aside");
  });
});

const exemption = (rule: string) => ({
  ...{ rule, stack: "dev-c01", address: QUEUE, owner: "o", reason: "r", ticket: "T-1" },
  expires: "2026-02-28",
});

describe("what is not known of a budget", () => {
  const at = (minutes: number) => new Date(Date.parse("2026-01-15T11:00:00Z") + minutes * 60_000);
  test.each([
    [24 * 60, "ok", "pass", undefined],
    [24 * 60 + 1, "ok", "undetermined", /2026-01-15T11:00:00.000Z is more than 24 hours old/],
    [-1, "ok", "pass", undefined],
    [-2, "ok", "undetermined", /is from the future/],
    [24 * 60 + 1, "frozen", "deny", /has spent its error budget/],
    [-2, "frozen", "deny", /has spent its error budget/],
  ])("%i minutes after it was made, %s: %s", async (minutes, state, expected, message) => {
    const { verdict, freeze } = await judged(state, changedPlan(), { at: at(minutes) });
    expect(verdict).toBe(expected);
    if (message) expect(freeze[0]?.message).toMatch(message);
  });

  test("a service that the file does not name is unknown", async () => {
    const others = budget("ok", { services: { billing: { state: "ok", slos: [] } } });
    const { freeze } = await judged("ok", changedPlan(), { budget: others });
    expect(freeze[0]?.message).toBe(
      `${QUEUE} may have to wait: orders has an error budget of which nothing is known (the budget file does not name it)`,
    );
  });

  test("a service that the plan makes as a whole goes out, and is listed", async () => {
    const others = budget("ok", { services: {} });
    const plan = load("plans/aws.json");
    const verdict = await judged("ok", plan, { budget: others, undetermined: "deny" });
    expect(outcome(verdict)).toEqual(["pass", "advisory undetermined"]);
    expect(verdict.freeze[0]?.message).toMatch(
      / may go out: orders has an error budget of which nothing is known \(the budget file does not name it\), and this plan makes all of it$/,
    );
    plan.resource_changes.find(({ address }: any) => address === QUEUE).change.actions = ["no-op"];
    const grown = await judged("ok", plan, { budget: others, undetermined: "deny" });
    expect(outcome(grown)).toEqual(["deny", "hard undetermined"]);
  });

  test.each([
    ["{}", 'is not a file of schema "plinth.budget/v1"'],
    ["[", "is not JSON"],
    [
      { schema: "plinth.budget/v1", asOf: "soon" },
      "asOf: expected a time (ISO 8601); services: expected an object by service",
    ],
    [
      {
        schema: "plinth.budget/v1",
        asOf: "2026-01-15T11:00:00Z",
        services: { a: { state: "fine" }, b: { state: "ok", slos: [{ id: "x", remaining: "1" }] } },
      },
      'services["a"].state: expected one of ok, caution, frozen; services["a"].slos: expected a list; services["b"].slos[0].window: expected a text; services["b"].slos[0].remaining: expected a number, or null; services["b"].slos[0].burn: expected a number, or null',
    ],
  ])("a file that is none is refused: %#", async (content, problem) => {
    const bytes = file(content).bytes;
    await expect(judged("ok", changedPlan(), { budget: bytes })).rejects.toThrow(
      `--budget: ${problem}`,
    );
  });
});

describe("a rollback and a drift revert are verified by the verdicts they were applied under", () => {
  const applied = (
    plan: unknown,
    synth: unknown = load("gate/aws.tf.json"),
    when = now.getTime() - HOUR,
  ) => judge([file(plan, "p.json")], { now: new Date(when), synth: [file(synth, "s.json")] });
  const later = () => {
    const synth = synthEditor("gate/aws.tf.json");
    synth.set(QUEUE, "delay_seconds", 9);
    return synth.json;
  };

  test("back to what was judged and passed: never blocked, and listed", async () => {
    const history = [await applied(settledPlan().json)];
    for (const state of ["ok", "caution", "frozen"])
      for (const plan of [changedPlan(), settledPlan().json]) {
        const verdict = await judged(state, plan, { intent: "rollback", history });
        expect(verdict.verdict).toBe("pass");
      }
    const { freeze } = await judged("frozen", changedPlan(), { intent: "rollback", history });
    expect(freeze.map(({ level, message }) => [level, message])).toEqual([
      [
        "advisory",
        `${QUEUE} may go out: orders has spent its error budget (orders-success: -12.0 % of 28d left, burn rate 3.1), and this is the rollback to what was judged at 2026-01-15T11:00:00.000Z`,
      ],
    ]);
    const stale = {
      intent: "rollback",
      history,
      budget: budget("ok", { asOf: "2025-01-01T00:00:00Z" }),
      undetermined: "deny",
    } as const;
    expect((await judged("ok", changedPlan(), stale)).verdict).toBe("pass");
  });

  test("back by a revert after which declarations stand on other lines", async () => {
    const history = [await applied(settledPlan().json)];
    const synth = load("gate/aws.tf.json");
    for (const body of Object.values<any>(synth.resource.aws_sqs_queue)) {
      body["//"].metadata.plinth = { source: "environments/services/orders.ts:99" };
    }
    const verdict = await judged("frozen", changedPlan(), { intent: "rollback", history, synth });
    expect(verdict.verdict).toBe("pass");
  });

  test("not to what was denied, is incomplete, of the future, of another stack, of a stack alone, or something else", async () => {
    const good = await applied(settledPlan().json);
    const alone = await judge([file(load("gate/aws.tf.json"), "s.json")], { now });
    const elsewhere = { ...good, plans: good.plans.map((one) => ({ ...one, stack: "dev-c02" })) };
    for (const bad of [
      { ...good, verdict: "deny" as const },
      { ...good, complete: false },
      { ...good, counts: { ...good.counts, deny: 1 } },
      { ...good, judgedAt: "2026-01-15T12:02:00Z" },
      { ...good, judgedAt: "never" },
      alone,
      elsewhere,
      await applied(settledPlan().json, later()),
    ]) {
      const verdict = await judged("frozen", changedPlan(), { intent: "rollback", history: [bad] });
      expect(verdict.verdict).toBe("deny");
      expect(verdict.freeze[0]?.message).toContain("this rollback cannot be verified: none of");
      expect(verdict.freeze[0]?.fix).toContain("--history");
    }
    expect((await judged("frozen", changedPlan(), { intent: "rollback" })).verdict).toBe("deny");
  });

  test("a plan that was made of something else than the stack beside it is no rollback", async () => {
    const history = [await applied(settledPlan().json)];
    const other = changedPlan();
    const configured = other.configuration.root_module.resources;
    configured.find(({ address }: any) => address === QUEUE).expressions.delay_seconds = {
      constant_value: 7,
    };
    const verdict = await judged("frozen", other, { intent: "rollback", history });
    expect(verdict.freeze[0]?.message).toContain("the plan was not made of the synthesized stack");
  });

  test("a drift revert changes only what drifted, from what was applied last", async () => {
    const first = await applied(settledPlan().json, undefined, now.getTime() - 2 * HOUR);
    const drift = {
      ...changedPlan(),
      resource_drift: [{ address: QUEUE, change: { actions: ["update"] } }],
    };
    const revert = (plan: unknown, history: readonly Verdict[]) =>
      judged("frozen", plan, { intent: "drift-revert", history });
    expect((await revert(drift, [first])).verdict).toBe("pass");
    const undrifted = await revert(changedPlan(), [first]);
    expect(undrifted.freeze[0]?.message).toContain(`${QUEUE} is changed and has not drifted`);
    const noop = {
      ...changedPlan(),
      resource_drift: [{ address: QUEUE, change: { actions: ["no-op"] } }],
    };
    expect((await revert(noop, [first])).verdict).toBe("deny");
    const second = await applied(settledPlan().json, later());
    for (const history of [[first, second], [second, first], []]) {
      const verdict = await revert(drift, history);
      expect(verdict.verdict).toBe("deny");
      expect(verdict.freeze[0]?.message).toContain(
        "the last verdict that passed for dev-c01 is not of this configuration",
      );
    }
  });
});

describe("security and P0 fixes go out when two people signed", () => {
  const signed = {
    ...{ service: "orders", intent: "security", owner: "ada", approver: "grace" },
    ...{ reason: "CVE", ticket: "SEC-1", granted: "2026-01-15", expires: "2026-01-22" },
  };
  const fix = (exception: object, given: Given = {}) =>
    judged("frozen", changedPlan(), {
      intent: "security",
      exceptions: [{ ...signed, ...exception }],
      ...given,
    });

  test("signed: exempt, with the ticket, the two and the last day", async () => {
    const verdict = await fix({});
    expect(verdict).toMatchObject({ verdict: "pass", counts: { exempt: 1, deny: 0 } });
    expect(verdict.freeze[0]).toMatchObject({ verdict: "exempt", exemption: "SEC-1" });
    expect(verdict.freeze[0]?.message).toMatch(
      /, and this is a security fix of ada, allowed by grace until 2026-01-22 \(SEC-1\)$/,
    );
    const ofStack = await fix({ service: undefined, stack: "dev-c01" });
    expect(ofStack.verdict).toBe("pass");
  });

  test.each([
    ["none is there", { service: "billing" }, 0],
    ["it is of another stack", { service: undefined, stack: "dev-c02" }, 0],
    ["it is for something else", { intent: "p0" }, 0],
  ])("denied where %s", async (_, exception, reports) => {
    const verdict = await fix(exception);
    expect(outcome(verdict)).toEqual(["deny", "hard deny"]);
    expect(verdict.freeze[0]?.message).toMatch(/, and nobody signed off this security fix$/);
    expect(verdict.freeze[0]?.fix).toContain("`freezeExceptions`");
    expect(verdict.reports).toHaveLength(reports);
  });

  test.each([
    ["2026-01-14T23:59:59Z", "does not apply: it is granted from 2026-01-15"],
    ["2026-01-15T00:00:00Z", undefined],
    ["2026-01-22T23:59:59Z", undefined],
    ["2026-01-23T00:00:00Z", "does not apply: it expired on 2026-01-22"],
  ])("at %s", async (at, report) => {
    const verdict = await fix({}, { at: new Date(at), budget: budget("frozen", { asOf: at }) });
    expect(verdict.verdict).toBe(report === undefined ? "pass" : "deny");
    expect(verdict.reports.map(({ message }) => message)).toEqual(
      report === undefined
        ? []
        : [
            `the security exception from the freeze for orders, of ada and grace (SEC-1), ${report}`,
          ],
    );
  });

  test("for 7 days at most", async () => {
    expect((await fix({ expires: "2026-01-22" })).verdict).toBe("pass");
    const long = await fix({ expires: "2026-01-23" });
    expect(long.verdict).toBe("deny");
    expect(long.reports[0]?.message).toContain("more than 7 days");
  });

  test("a feature gains nothing by it, and where the budget is ok it is reported unused", async () => {
    expect((await fix({}, { intent: "feature" })).verdict).toBe("deny");
    const verdict = await judged("ok", changedPlan(), { exceptions: [signed] });
    expect(verdict.verdict).toBe("pass");
    expect(verdict.reports.map(({ message }) => message)).toEqual([
      expect.stringContaining("is unused: the budget is ok"),
    ]);
  });

  test.each([
    [{ approver: " ADA " }, "freezeExceptions[0].approver: expected somebody else than the owner"],
    [{ intent: "feature" }, "freezeExceptions[0].intent: expected security or p0"],
    [{ stack: "dev-c01" }, "freezeExceptions[0]: expected one of service and stack"],
    [{ service: "" }, "freezeExceptions[0]: expected one of service and stack"],
    [{ reason: " " }, "freezeExceptions[0].reason: expected a text"],
    [{ granted: "2026-02-30" }, "freezeExceptions[0].granted: expected a day (YYYY-MM-DD)"],
  ])("one that is none is refused: %j", async (change, problem) => {
    await expect(fix(change)).rejects.toThrow(`--exemptions: ${problem}`);
  });
});
