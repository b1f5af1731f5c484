import fc from "fast-check";
import { judge, shippedBundle } from "../../../policies/gate";
import { standIn } from "../../../policies/gate/input/sensitive";
import { file, load, now, planEditor, synthEditor, type Editor } from "../fixtures";

/* eslint-disable @typescript-eslint/no-explicit-any */

const QUEUE = "aws_sqs_queue.queue";
const exemption = {
  rule: "AWS-SQS-001",
  stack: "dev-c01",
  address: QUEUE,
  owner: "team-orders",
  reason: "migration",
  ticket: "OPS-1",
  expires: "2026-02-28",
};
const WHO = "the exemption from AWS-SQS-001 of team-orders (OPS-1)";
const PRINT = /fingerprint: "([0-9a-f]{32})"/;

const granted = (...changes: object[]) =>
  file({
    schema: "plinth.exemptions/v1",
    exemptions: changes.map((change) => ({ ...exemption, ...change })),
  }).bytes;

interface Given {
  readonly exemptions?: readonly object[];
  readonly synth?: unknown;
  readonly at?: string;
}

async function judged(json: unknown, { exemptions = [{}], synth, at }: Given = {}) {
  const verdict = await judge([file(json)], {
    now: at === undefined ? now : new Date(at),
    exemptions: granted(...exemptions),
    ...(synth !== undefined && { synth: [file(synth, "cdk.tf.json")] }),
  });
  const reports = verdict.findings.filter(({ id }) => id === "EXEMPTION");
  return {
    ...verdict,
    reports: reports.map(({ message, fix }) => ({ message, fix })),
    others: verdict.findings.filter(({ id }) => id !== "EXEMPTION"),
  };
}

/** The fingerprint that the gate says to add. */
async function printOf(json: unknown, change: object = {}, synth?: unknown): Promise<string> {
  const { reports } = await judged(json, { exemptions: [change], synth });
  return PRINT.exec(reports.find(({ fix }) => fix.startsWith("Add"))?.fix ?? "")?.[1] ?? "none";
}

/** The fixture's stack, with one queue in clear. */
function open(): Editor {
  const stack = synthEditor("gate/aws.tf.json");
  stack.set(QUEUE, "kms_master_key_id", undefined);
  return stack;
}

function openPlan() {
  const plan = planEditor("plans/aws.json");
  plan.set(QUEUE, "kms_master_key_id", undefined);
  return plan;
}

describe("the life of an exemption, as of a time", () => {
  test("without a fingerprint it applies, and the gate says which to add", async () => {
    const verdict = await judged(open().json);
    expect(verdict).toMatchObject({ verdict: "pass", counts: { deny: 0, exempt: 1, advisory: 1 } });
    expect(verdict.reports).toEqual([
      {
        message: `${WHO} is not bound: it covers whatever ${QUEUE} in dev-c01 becomes`,
        fix: expect.stringMatching(PRINT),
      },
    ]);
    expect(verdict.reports[0]?.fix).toMatch(
      /: a change of what AWS-SQS-001 reads then voids it\.$/,
    );
  });

  test("bound, in its time: nothing to report", async () => {
    const fingerprint = await printOf(open().json);
    const verdict = await judged(open().json, { exemptions: [{ fingerprint }] });
    expect(verdict).toMatchObject({ verdict: "pass", counts: { exempt: 1, advisory: 0 } });
    expect(verdict.reports).toEqual([]);
  });

  test("voided by another fingerprint: denied, and told which is the one now", async () => {
    const now = await printOf(open().json);
    const verdict = await judged(open().json, { exemptions: [{ fingerprint: "0".repeat(32) }] });
    expect(verdict).toMatchObject({ verdict: "deny", counts: { deny: 1, exempt: 0, advisory: 1 } });
    expect(verdict.reports).toEqual([
      {
        message: `${WHO} does not apply: it is void, because what AWS-SQS-001 reads has changed since it was granted; its fingerprint is now ${now}`,
        fix: `Fix the finding, or grant the exemption again with \`fingerprint: "${now}"\`.`,
      },
    ]);
  });

  test("an old one beside a new one: the new one applies, the old one is reported", async () => {
    const fingerprint = await printOf(open().json);
    const exemptions = [{ fingerprint: "0".repeat(32) }, { fingerprint, ticket: "OPS-2" }];
    const verdict = await judged(open().json, { exemptions });
    expect(verdict.others).toMatchObject([{ verdict: "exempt", exemption: "OPS-2" }]);
    expect(verdict.reports).toHaveLength(1);
  });

  test.each([
    ["2026-02-14T00:00:00Z", []],
    ["2026-02-15T00:00:00Z", ["expires on 2026-02-28, within 14 days"]],
    ["2026-02-28T23:59:59Z", ["expires on 2026-02-28, within 14 days"]],
    ["2026-03-01T00:00:00Z", ["does not apply: it expired on 2026-02-28"]],
    ["2025-11-29T23:59:59Z", ["runs until 2026-02-28, more than 90 days from now"]],
    ["2025-11-30T00:00:00Z", []],
  ])("at %s: %j", async (at, expected) => {
    const fingerprint = await printOf(open().json);
    const { reports, verdict } = await judged(open().json, { exemptions: [{ fingerprint }], at });
    expect(reports.map(({ message }) => message)).toEqual(
      expected.map((text) => expect.stringContaining(text)),
    );
    const applies = !/expired|more than/.test(expected.join());
    expect(verdict).toBe(applies ? "pass" : "deny");
  });

  test.each([
    ["2025-11-30", "2025-12-01T00:00:00Z", undefined],
    [
      "2025-11-29",
      "2025-12-01T00:00:00Z",
      "runs until 2026-02-28, more than 90 days from 2025-11-29",
    ],
    ["2026-01-15", "2026-01-14T23:59:59Z", "is granted from 2026-01-15"],
    ["2026-01-15", "2026-01-15T00:00:00Z", undefined],
  ])("granted on %s, at %s: %s", async (granted, at, expected) => {
    const fingerprint = await printOf(open().json);
    const verdict = await judged(open().json, { exemptions: [{ fingerprint, granted }], at });
    expect(verdict.verdict).toBe(expected === undefined ? "pass" : "deny");
    expect(verdict.reports.map(({ message }) => message)).toEqual(
      expected === undefined ? [] : [`${WHO} does not apply: it ${expected}`],
    );
  });

  test("a day of granting that is none is refused", async () => {
    await expect(judged(open().json, { exemptions: [{ granted: "2026-02-30" }] })).rejects.toThrow(
      "--exemptions: exemptions[0].granted: expected a day (YYYY-MM-DD)",
    );
  });

  test("unused where its rule finds nothing, in a stack that was judged", async () => {
    const closed = load("gate/aws.tf.json");
    const verdict = await judged(closed);
    expect(verdict).toMatchObject({ verdict: "pass", counts: { advisory: 1 } });
    expect(verdict.reports).toEqual([
      {
        message: `${WHO} is unused: AWS-SQS-001 finds nothing at ${QUEUE} in dev-c01`,
        fix: "Remove the exemption, or correct its rule, stack and address.",
      },
    ]);
    const elsewhere = await judged(closed, { exemptions: [{ stack: "dev-c02" }] });
    expect(elsewhere.reports).toEqual([]);
    const unheard = await judged(closed, { exemptions: [{ rule: "AWS-SQS-999" }] });
    expect(unheard.reports.map(({ message }) => message)).toEqual([
      "the exemption from AWS-SQS-999 of team-orders (OPS-1) is unused: no rule is called AWS-SQS-999",
    ]);
  });

  test("a rule that only a plan is put to is not unused in a synthesized stack", async () => {
    const exemptions = [{ rule: "AWS-STATE-001", address: "aws_s3_bucket.bucket" }];
    expect((await judged(load("gate/aws.tf.json"), { exemptions })).reports).toEqual([]);
    expect((await judged(load("plans/aws.json"), { exemptions })).reports).toHaveLength(1);
  });

  test("of a check that failed: told that nobody can set it aside", async () => {
    const checks = [{ address: { to_display: "check.a" }, status: "fail" }];
    const exemptions = [{ rule: "CHECK", address: "check.a" }];
    const verdict = await judged({ ...load("plans/aws.json"), checks }, { exemptions });
    expect(verdict.verdict).toBe("deny");
    expect(verdict.reports.map(({ fix }) => fix)).toEqual(["Fix the finding."]);
  });

  test("what is reported never changes the verdict", async () => {
    const exemptions = [{ expires: "2025-01-01" }, { address: "aws_sqs_queue.none" }];
    const verdict = await judge([file(load("gate/aws.tf.json"))], {
      now,
      exemptions: granted(...exemptions),
      undetermined: "deny",
    });
    expect(verdict).toMatchObject({ verdict: "pass", counts: { advisory: 2, undetermined: 0 } });
  });

  test("a fingerprint that is none is refused", async () => {
    await expect(judged(open().json, { exemptions: [{ fingerprint: "abc" }] })).rejects.toThrow(
      "--exemptions: exemptions[0].fingerprint: expected the 32 hexadecimal digits that the gate reports",
    );
  });
});

describe("a move is followed", () => {
  const MOVED = "aws_sqs_queue.renamed";
  const renamed = (json: any) => JSON.parse(JSON.stringify(json).replaceAll(QUEUE, MOVED));
  const report = `${WHO} follows ${QUEUE} in dev-c01, which is moved to ${MOVED}`;

  function movedPlan(previous: string | undefined) {
    const json = renamed(openPlan().json);
    const at = (entries: any[]) => entries.find(({ address }) => address === MOVED);
    Object.assign(at(json.resource_changes), { name: "renamed", previous_address: previous });
    Object.assign(at(json.configuration.root_module.resources), { name: "renamed" });
    return json;
  }

  test("in a plan, under the fingerprint that it had before", async () => {
    const fingerprint = await printOf(openPlan().json);
    const verdict = await judged(movedPlan(QUEUE), { exemptions: [{ fingerprint }] });
    expect(verdict.others).toMatchObject([{ address: MOVED, verdict: "exempt" }]);
    expect(verdict.reports).toEqual([
      { message: report, fix: `Write \`address: "${MOVED}"\` in it.` },
    ]);
    expect((await judged(movedPlan(undefined), { exemptions: [{ fingerprint }] })).verdict).toBe(
      "deny",
    );
    const followed = [{ fingerprint, address: MOVED }];
    expect((await judged(movedPlan(undefined), { exemptions: followed })).reports).toEqual([]);
  });

  test("in a synthesized stack, over several moves, but not in a circle", async () => {
    const fingerprint = await printOf(open().json);
    const json = renamed(open().json);
    const { queue, ...others } = json.resource.aws_sqs_queue;
    json.resource.aws_sqs_queue = { ...others, renamed: queue };
    expect((await judged(json, { exemptions: [{ fingerprint }] })).verdict).toBe("deny");
    json.moved = [
      { from: "aws_sqs_queue.between", to: MOVED },
      { from: QUEUE, to: "aws_sqs_queue.between" },
      { from: MOVED, to: QUEUE },
    ];
    const verdict = await judged(json, { exemptions: [{ fingerprint }] });
    expect(verdict.verdict).toBe("pass");
    expect(verdict.reports.map(({ message }) => message)).toEqual([report]);
  });
});

describe("what a fingerprint is of", () => {
  test("literal values: the same in the stack, in its plan, and in both together", async () => {
    const [stack, plan] = [open(), openPlan()];
    const prints = [
      await printOf(stack.json),
      await printOf(plan.json),
      await printOf(plan.json, {}, stack.json),
    ];
    expect(new Set(prints).size).toBe(1);
    expect(prints[0]).not.toBe("none");
  });

  test("a policy's JSON, however it is spaced and ordered", async () => {
    const rule = { rule: "AWS-IAM-003", address: "aws_iam_role_policy.role" };
    const statement = { Effect: "Allow", Action: "sqs:SendMessage", Resource: "*" };
    const [stack, plan] = [synthEditor("gate/aws.tf.json"), planEditor("plans/aws.json")];
    const { Effect, Action, Resource } = statement;
    const other = { Resource, Action, Effect };
    stack.set(rule.address, "policy", JSON.stringify({ Statement: [statement] }, null, 2));
    plan.set(rule.address, "policy", JSON.stringify({ Statement: [other] }));
    const print = await printOf(stack.json, rule);
    expect(await printOf(plan.json, rule)).toBe(print);
    stack.set(rule.address, "policy", JSON.stringify({ Statement: [statement, statement] }));
    expect(await printOf(stack.json, rule)).not.toBe(print);
  });

  test("what is written in the stack, whatever a plan knows of it by now", async () => {
    const rule = { rule: "AWS-SQS-003" };
    const stack = synthEditor("gate/aws.tf.json");
    stack.set(QUEUE, "redrive_policy", undefined);
    const [first, later] = [planEditor("plans/aws.json"), planEditor("plans/aws.json")];
    for (const plan of [first, later]) plan.set(QUEUE, "redrive_policy", undefined);
    later.json.resource_changes.find((one: any) => one.address === QUEUE).change.after.arn =
      "arn:x";
    const print = await printOf(stack.json, rule);
    expect(await printOf(first.json, rule, stack.json)).toBe(print);
    expect(await printOf(later.json, rule, stack.json)).toBe(print);
  });

  test("a token by its text: another reference is another field", async () => {
    const rule = { rule: "AWS-IAM-001", address: "aws_iam_role_policy.role" };
    const stack = synthEditor("gate/aws.tf.json");
    const printWith = async (token: string) => {
      stack.set(rule.address, "policy", token);
      return printOf(stack.json, rule);
    };
    const print = await printWith("${aws_x.a.json}");
    expect(await printWith("${aws_x.a.json}")).toBe(print);
    expect(await printWith("${aws_x.b.json}")).not.toBe(print);
  });

  test("linked resources, by what they hold and not by what they are called", async () => {
    const rule = { rule: "AWS-SQS-002" };
    const POLICY = "aws_sqs_queue_policy.queue";
    const stack = synthEditor("gate/aws.tf.json");
    const printWith = async (policy: string, name = "queue") => {
      stack.set(POLICY, "policy", policy);
      const json = structuredClone(stack.json);
      const { queue, ...others } = json.resource.aws_sqs_queue_policy;
      json.resource.aws_sqs_queue_policy = { ...others, [name]: queue };
      return printOf(json, rule);
    };
    const empty = await printWith('{"Statement":[]}');
    expect(empty).not.toBe("none");
    expect(await printWith('{"Statement":[]}', "renamed")).toBe(empty);
    expect(await printWith('{"Statement":[{"Sid":"A"}]}')).not.toBe(empty);
    expect(await printWith("${aws_x.a.json}")).not.toBe(await printWith("${aws_x.b.json}"));
  });

  test("a change, for a rule that judges changes: other paths void it", async () => {
    const rule = { rule: "AWS-STATE-001", address: "aws_s3_bucket.bucket" };
    const printOfChange = async (actions: string[], paths?: unknown[]) => {
      const plan = planEditor("plans/aws.json");
      plan.act(rule.address, actions, paths);
      return printOf(plan.json, rule, load("gate/aws.tf.json"));
    };
    const prints = [
      await printOfChange(["delete"]),
      await printOfChange(["delete", "create"], [["bucket"]]),
      await printOfChange(["delete", "create"], [["region"]]),
    ];
    expect(new Set(prints).size).toBe(3);
    expect(prints).not.toContain("none");
  });

  test("a sensitive value only as what stands for it: another value voids", async () => {
    const rule = { rule: "AWS-IAM-001", address: "aws_iam_role_policy.role" };
    const printWith = async (secret: string) => {
      const plan = planEditor("plans/aws.json");
      plan.set(rule.address, "policy", secret);
      const entries: any[] = plan.json.resource_changes;
      const { change } = entries.find(({ address }) => address === rule.address);
      change.after_sensitive = { policy: true };
      const verdict = await judged(plan.json, { exemptions: [rule] });
      expect(JSON.stringify(verdict)).not.toContain("swordfish");
      expect(JSON.stringify(verdict)).not.toContain(standIn(secret));
      return printOf(plan.json, rule);
    };
    const print = await printWith("swordfish-1");
    expect(print).not.toBe("none");
    expect(await printWith("swordfish-1")).toBe(print);
    expect(await printWith("swordfish-2")).not.toBe(print);
  });
});

describe("any change", () => {
  /** What AWS-SQS-001 reads, as `opa deps` found it. */
  const reads = new Set(
    shippedBundle()
      .manifest.rules.find(({ id }) => id === "AWS-SQS-001")!
      .reads.filter(([kind]) => kind === "after")
      .map(([, name]) => String(name)),
  );
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.string(), { minLength: 1 }),
    fc.dictionary(fc.string(), fc.string()),
  );
  const field = fc
    .constantFrom(...Object.keys(load("gate/aws.tf.json").resource.aws_sqs_queue.queue), "sid", "x")
    .filter((name) => !["//", "kms_master_key_id", ...reads].includes(name));

  test.each([
    ["synth", open],
    ["plan", openPlan],
  ] as const)("of a field that the rule does not read never voids (%s)", async (_, start) => {
    const fingerprint = await printOf(start().json);
    await fc.assert(
      fc.asyncProperty(field, value, async (name, changed) => {
        const editor = start();
        editor.set(QUEUE, name, changed);
        const verdict = await judged(editor.json, { exemptions: [{ fingerprint }] });
        expect(verdict.others.find(({ id }) => id === "AWS-SQS-001")?.verdict).toBe("exempt");
        expect(verdict.reports).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  /** Actions that AWS-IAM-001 denies, each another text. */
  const actions = fc.constantFrom("s3", "sqs", "kms", "iam").map((service) => `${service}:*`);

  test.each([
    ["synth", () => synthEditor("gate/aws.tf.json")],
    ["plan", () => planEditor("plans/aws.json")],
  ] as const)("of a field that it reads voids (%s)", async (_, start) => {
    const rule = { rule: "AWS-IAM-001", address: "aws_iam_role_policy.role" };
    const withActions = (list: readonly string[]) => {
      const editor = start();
      const Statement = [{ Effect: "Allow", Action: list, Resource: "arn:x" }];
      editor.set(rule.address, "policy", JSON.stringify({ Statement }));
      return editor.json;
    };
    const lists = fc.array(actions, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(lists, lists, async (before, after) => {
        const fingerprint = await printOf(withActions(before), rule);
        const verdict = await judged(withActions(after), {
          exemptions: [{ ...rule, fingerprint }],
        });
        const same = before.join() === after.join();
        const found = verdict.others.filter(({ id }) => id === rule.rule);
        expect(found.map((one) => one.verdict)).toEqual(
          found.map(() => (same ? "exempt" : "deny")),
        );
        expect(found.length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});
