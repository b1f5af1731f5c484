import { judge } from "../../../policies/gate";
import {
  DEFAULT_LEVELS,
  enforced,
  type Enforcement,
} from "../../../policies/gate/rules/enforcement";
import { rulesOf } from "../../../policies/gate/rules/metadata";
import type { Level, Severity } from "../../../policies/gate";
import { file, now, synthEditor } from "../fixtures";

const QUEUE = "aws_sqs_queue.queue";
const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low"];
const LEVELS: readonly Level[] = ["advisory", "overridable", "hard"];

/** One queue in clear, which AWS-SQS-001 (high) denies. */
function open(): unknown {
  const stack = synthEditor("gate/aws.tf.json");
  stack.set(QUEUE, "kms_master_key_id", undefined);
  return stack.json;
}

const exemptions = file({
  schema: "plinth.exemptions/v1",
  exemptions: [
    {
      rule: "AWS-SQS-001",
      stack: "dev-c01",
      address: QUEUE,
      owner: "team-orders",
      reason: "migration",
      ticket: "OPS-1",
      expires: "2026-02-28",
    },
  ],
}).bytes;

async function judged(enforcement: Enforcement, granted?: Uint8Array) {
  const verdict = await judge([file(open())], {
    now,
    enforcement,
    ...(granted && { exemptions: granted }),
  });
  const found = verdict.findings.filter(({ id }) => id === "AWS-SQS-001");
  return { ...verdict, found: found.map((one) => [one.severity, one.level, one.verdict]) };
}

describe("the first that says a level wins: the place of the rule, the rule, the place of its severity", () => {
  const levels = [undefined, ...LEVELS];
  test.each(SEVERITIES)("%s", (severity) => {
    for (const ofRule of levels)
      for (const ofSeverity of levels)
        for (const own of levels) {
          const rule = { id: "R", severity, ...(own && { level: own }) };
          const { level } = enforced(rule, {
            ...(ofSeverity && { levels: { [severity]: ofSeverity } }),
            ...(ofRule && { rules: { R: { level: ofRule }, S: { level: "hard" } } }),
          });
          expect(level).toBe(ofRule ?? own ?? ofSeverity ?? DEFAULT_LEVELS[severity]);
        }
  });

  test("a new severity brings its level along, and leaves a level that is said", () => {
    const to = (severity: Severity) => ({ rules: { R: { severity } } });
    expect(enforced({ id: "R", severity: "high" }, to("low"))).toEqual({
      severity: "low",
      level: "advisory",
    });
    expect(enforced({ id: "R", severity: "low" }, to("critical")).level).toBe("overridable");
    expect(enforced({ id: "R", severity: "high", level: "hard" }, to("low")).level).toBe("hard");
    expect(
      enforced({ id: "R", severity: "high" }, { ...to("medium"), levels: { medium: "hard" } }),
    ).toEqual({ severity: "medium", level: "hard" });
  });

  test("nothing is inherited from an object's prototype", () => {
    expect(enforced({ id: "constructor", severity: "low" }, { rules: {} }).level).toBe("advisory");
  });
});

describe("a verdict by level", () => {
  test("advisory never denies; overridable denies unless exempted; hard whatever is exempted", async () => {
    const at = (level: Level) => ({ rules: { "AWS-SQS-001": { level } } });
    expect(await judged(at("advisory"))).toMatchObject({
      verdict: "pass",
      counts: { deny: 0, advisory: 1 },
      found: [["high", "advisory", "deny"]],
    });
    expect(await judged(at("overridable"))).toMatchObject({ verdict: "deny" });
    expect(await judged(at("overridable"), exemptions)).toMatchObject({
      verdict: "pass",
      found: [["high", "overridable", "exempt"]],
    });
    expect(await judged(at("hard"))).toMatchObject({ verdict: "deny" });
    const refused = await judged(at("hard"), exemptions);
    expect(refused).toMatchObject({ verdict: "deny", found: [["high", "hard", "deny"]] });
    expect(refused.findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("is of a check that nobody can set aside"),
    );
  });

  test("severities and levels of all rules of a severity", async () => {
    expect(await judged({ levels: { high: "hard", low: "hard" } })).toMatchObject({
      found: [["high", "hard", "deny"]],
    });
    expect(await judged({ rules: { "AWS-SQS-001": { severity: "low" } } })).toMatchObject({
      verdict: "pass",
      found: [["low", "advisory", "deny"]],
    });
  });
});

describe("METADATA", () => {
  const inspected = (level?: unknown) => ({
    namespaces: { "data.own": ["own.rego"] },
    annotations: [
      {
        annotations: {
          scope: "package",
          title: "T",
          custom: {
            ...{ id: "OWN-001", severity: "high", types: ["t"], stages: ["plan"], fix: "Do." },
            ...(level !== undefined && { level }),
          },
        },
        path: [{ value: "data" }, { value: "own" }],
        location: { file: "own.rego" },
      },
    ],
  });

  test("may name a level, one of three", () => {
    expect(rulesOf(inspected())[0]).not.toHaveProperty("level");
    for (const level of LEVELS) expect(rulesOf(inspected(level))[0]?.level).toBe(level);
    for (const level of ["mandatory", "", null, 1])
      expect(() => rulesOf(inspected(level))).toThrow(
        "own.rego: METADATA: level must be one of advisory, overridable, hard",
      );
  });
});
