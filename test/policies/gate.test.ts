import {
  CannotJudge,
  exitCodeOf,
  judge,
  parseVerdict,
  shippedBundle,
  verify,
} from "../../policies/gate";
import type { Verdict } from "../../policies/gate";
import { file, load, now, planEditor, synthEditor } from "./fixtures";
import type { Editor } from "./fixtures";

const plan = () => load("plans/aws.json");
const day = 24 * 60 * 60 * 1000;

const NO_JSON =
  "is not JSON: judge the output of `terraform show -json PLANFILE`, or a cdk.tf.json";

describe("what cannot be judged says why", () => {
  const utf16 = Uint8Array.from([0xff, 0xfe, 0x7b, 0x00]);
  test.each<[string, Uint8Array | string, string]>([
    ["nothing", "", "is empty"],
    [
      "half a plan",
      JSON.stringify({ format_version: "1.2", planned_values: {} }).slice(0, 30),
      "is cut short: write it again; it ends at byte N",
    ],
    ["text", "Error: no", NO_JSON],
    ["what people read of a plan", " \n\u001b[1mTerraform will perform\u001b[0m", NO_JSON],
    ["JSON that is damaged", '{"format_version" "1.2"}', "is not JSON at byte N"],
    ["a list", "[1]", "is JSON, but not an object"],
    [
      "another format",
      '{"kind":"Pod"}',
      "is neither a plan (`terraform show -json PLANFILE`) nor a synthesized stack (cdk.tf.json)",
    ],
    [
      "a state",
      '{"format_version":"1.0","values":{}}',
      "is a state, not a plan: run `terraform show -json` on a plan file",
    ],
    [
      "a log",
      '{"@level":"info"}\n{"@level":"info"}',
      "is the log of `plan -json`: judge the output of `terraform show -json PLANFILE`",
    ],
    [
      "UTF-16",
      utf16,
      "is UTF-16, not UTF-8 (PowerShell's `>` writes that): use `| Out-File -Encoding utf8`",
    ],
    [
      "broken UTF-8",
      Uint8Array.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
      "is not UTF-8",
    ],
    [
      "a deep nest",
      `{"format_version":"1.2","planned_values":${"[".repeat(600)}${"]".repeat(600)}}`,
      "nests deeper than any plan does at byte N",
    ],
    [
      "a failed plan",
      JSON.stringify({ ...plan(), errored: true }),
      "is a plan that failed (`errored`): fix it and plan again",
    ],
    [
      "another version",
      JSON.stringify({ ...plan(), format_version: "2.0" }),
      'has format version "2.0", the gate reads 1.x',
    ],
    [
      "odd changes",
      JSON.stringify({ ...plan(), resource_changes: {} }),
      "has `resource_changes` that is not a list",
    ],
    [
      "a list of changes that holds something else",
      JSON.stringify({ ...plan(), resource_changes: [...plan().resource_changes, null] }),
      "has an entry of `resource_changes` that is not an object",
    ],
    [
      "odd drift",
      JSON.stringify({ ...plan(), resource_drift: "none" }),
      "has `resource_drift` that is not a list",
    ],
    [
      "odd deferred changes",
      JSON.stringify({ ...plan(), deferred_changes: [7] }),
      "has an entry of `deferred_changes` that is not an object",
    ],
    [
      "odd checks",
      JSON.stringify({ ...plan(), checks: { status: "fail" } }),
      "has `checks` that is not a list",
    ],
    [
      "a version that is a number",
      JSON.stringify({ ...plan(), format_version: 1.2 }),
      "has format version 1.2, the gate reads 1.x as a text",
    ],
    ["odd resources", '{"resource":7}', "has `resource` that is not an object"],
  ])("%s", async (_, content, problem) => {
    const one =
      typeof content === "string" ? file(content, "x.json") : { name: "x.json", bytes: content };
    const error = await judge([one], { now }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CannotJudge);
    const message = (error as CannotJudge).message.replace(/ at byte \d+/, " at byte N");
    expect(message).toBe(`x.json: ${problem}`);
  });

  test("what a plan may leave out or say is null is not refused", async () => {
    const empty = { resource_drift: null, deferred_changes: null, checks: null };
    await expect(judge([file({ ...plan(), ...empty }, "p.json")], { now })).resolves.toBeDefined();
  });

  test("no file, another environment, another stage, another policy", async () => {
    await expect(judge([], { now })).rejects.toThrow("gate: nothing to judge: give a file");
    const files = [file(plan(), "p.json")];
    await expect(judge(files, { now, env: "prod" })).rejects.toThrow(
      "p.json: is of stack dev-c01, not of environment prod",
    );
    const google = [file(load("gate/google.tf.json"), "g.json")];
    await expect(judge(google, { now, env: "dev" })).rejects.toThrow(
      /^g\.json: is of stack dev-gcp-/,
    );
    await expect(judge(files, { now, stage: "synth" })).rejects.toThrow(
      "p.json: is a plan; --stage synth takes synthesized stacks (cdk.tf.json)",
    );
    await expect(judge(files, { now, bundle: Uint8Array.of(1) })).rejects.toThrow(
      "--policy: is not WebAssembly",
    );
    const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    await expect(judge(files, { now, bundle: empty })).rejects.toThrow(
      "--policy: has no manifest: build it with `plinth policy build`",
    );
  });
});

describe("the verdict", () => {
  test("is the object of plinth.gate/v1, sorted, the same for the same input", async () => {
    const stack = synthEditor("gate/aws.tf.json");
    stack.set("aws_sqs_queue.queue", "kms_master_key_id", undefined);
    stack.set("aws_cloudwatch_log_group.log", "retention_in_days", undefined);
    const verdict = await judge([file(stack.json, "cdk.tf.json")], { now });
    expect(verdict).toEqual({
      schema: "plinth.gate/v1",
      judgedAt: "2026-01-15T12:00:00.000Z",
      verdict: "deny",
      complete: true,
      plans: [
        {
          file: "cdk.tf.json",
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
          stack: "dev-c01",
        },
      ],
      bundle: { sha256: shippedBundle().sha256 },
      exemptions: { sha256: null },
      budget: { sha256: null },
      counts: {
        rules: shippedBundle().manifest.rules.length,
        resources: 23,
        deny: 2,
        undetermined: 0,
        exempt: 0,
        advisory: 0,
      },
      findings: [
        expect.objectContaining({
          id: "AWS-LOGS-002",
          address: "aws_cloudwatch_log_group.log",
          construct: "dev-c01",
        }),
        {
          id: "AWS-SQS-001",
          aliases: ["CKV_AWS_27", "AWS-0096", "SQS2", "SQSQueueSSE"],
          severity: "high",
          level: "overridable",
          verdict: "deny",
          address: "aws_sqs_queue.queue",
          type: "aws_sqs_queue",
          construct: "dev-c01/orders/queue",
          source: { file: "environments/services/orders.ts", line: 14 },
          path: "orders.workload.queue",
          message: "aws_sqs_queue.queue stores messages in clear",
          fix: "Set `kms_master_key_id`, or `sqs_managed_sse_enabled`.",
          exemption: null,
        },
      ],
    });
    expect(await judge([file(stack.json, "cdk.tf.json")], { now })).toEqual(verdict);
  });

  test("a finding of a plan points at the declaration in the stack beside it", async () => {
    const broken = planEditor("plans/aws.json");
    broken.set("aws_sqs_queue.queue", "kms_master_key_id", undefined);
    const stack = file(load("gate/aws.tf.json"), "cdk.tf.json");
    const verdict = await judge([file(broken.json, "plan.json")], { now, synth: [stack] });
    expect(verdict.findings).toMatchObject([
      { id: "AWS-SQS-001", source: { file: "environments/services/orders.ts", line: 14 } },
    ]);
    expect(verdict.counts.resources).toBe(23);
  });

  test("stacks without a plan beside them are not joined in", async () => {
    const other = file(load("gate/google.tf.json"), "other.tf.json");
    const verdict = await judge([file(plan())], { now, synth: [other] });
    expect(verdict.plans).toHaveLength(1);
  });

  test("an incomplete plan is at best undetermined, which the environment may make a denial", async () => {
    const deferred = { ...plan(), deferred_changes: [{ reason: "provider_config_unknown" }] };
    expect(await judge([file(deferred)], { now })).toMatchObject({ complete: false });
    const files = [file({ ...plan(), complete: false })];
    const warned = await judge(files, { now });
    expect(warned).toMatchObject({ verdict: "undetermined", complete: false });
    expect(exitCodeOf(warned)).toBe(0);
    const denied = await judge(files, { now, undetermined: "deny" });
    expect(denied.verdict).toBe("deny");
    expect(exitCodeOf(denied)).toBe(2);
  });

  test("a policy document by data source is read where its statements are written", async () => {
    const stack = synthEditor("gate/aws.tf.json");
    stack.set("aws_iam_role_policy.role", "policy", "${data.aws_iam_policy_document.all.json}");
    const statement = { actions: ["sqs:*"], resources: ["*"] };
    stack.json.data = { aws_iam_policy_document: { all: { statement } } };
    const { findings } = await judge([file(stack.json)], { now });
    expect(findings.map((f) => f.message)).toEqual(
      expect.arrayContaining([
        "aws_iam_role_policy.role allows sqs:*",
        "aws_iam_role_policy.role allows its actions on resource *",
      ]),
    );
    delete stack.json.data;
    const unknown = await judge([file(stack.json)], { now });
    expect(unknown.findings.map((f) => [f.id, f.verdict, f.message])).toContainEqual([
      "AWS-IAM-001",
      "undetermined",
      "aws_iam_role_policy.role cannot be judged: policy is not written in the stack",
    ]);
  });
});

/** What every rule answers that reads an attribute of a type and waits for it. */
const undeterminedFor = (type: string, attribute: string) =>
  shippedBundle()
    .manifest.rules.filter((rule) => rule.types.includes(type) && rule.unknown === "defer")
    .filter((rule) => rule.reads.some(([kind, name]) => kind === "after" && name === attribute))
    .map((rule) => `undetermined ${rule.id}`);

describe("what the stack does not say is not taken for good", () => {
  const judged = async (json: unknown) => {
    const { findings } = await judge([file(json)], { now });
    return findings.map(({ id, verdict }) => `${verdict} ${id}`);
  };

  test.each<[string, object]>([
    ["generated statements", { dynamic: { statement: { for_each: [1], content: {} } } }],
    ["a token for the statements", { statement: "${var.statements}" }],
    ["a token for the actions", { statement: [{ actions: "${var.actions}", resources: ["a"] }] }],
    [
      "generated principals",
      { statement: [{ actions: ["sqs:x"], dynamic: { principals: { for_each: [1] } } }] },
    ],
    [
      "a token for the principals",
      { statement: [{ principals: [{ type: "AWS", identifiers: "${var.who}" }] }] },
    ],
    ["documents from elsewhere", { statement: [], source_policy_documents: ["${var.base}"] }],
  ])("in a policy document: %s", async (_, body) => {
    const stack = synthEditor("gate/aws.tf.json");
    stack.set("aws_iam_role_policy.role", "policy", "${data.aws_iam_policy_document.it.json}");
    stack.json.data = { aws_iam_policy_document: { it: body } };
    expect(await judged(stack.json)).toEqual(undeterminedFor("aws_iam_role_policy", "policy"));
  });

  test("a generated block", async () => {
    const stack = synthEditor("gate/aws.tf.json");
    const content = { policy: "${inline_policy.value}" };
    stack.set("aws_iam_role.role", "dynamic", { inline_policy: { for_each: "${var.x}", content } });
    expect(await judged(stack.json)).toEqual(undeterminedFor("aws_iam_role", "inline_policy"));
  });

  test("tags that a function makes", async () => {
    const stack = synthEditor("gate/aws.tf.json");
    stack.set("aws_sqs_queue.queue", "tags", "${merge(var.tags, {})}");
    expect(await judged(stack.json)).toEqual(["undetermined AWS-TAGS-001"]);
  });
});

test.each<[string, (path: string) => Editor]>([
  ["gate/aws_data.tf.json", synthEditor],
  ["plans/aws_data.json", planEditor],
])("a table may be named by its text as well as by reference: %s", async (path, editorOf) => {
  const named = async (text: string) => {
    const editor = editorOf(path);
    editor.set("aws_appautoscaling_target.counters", "resource_id", text);
    const { findings } = await judge([file(editor.json)], { now });
    return findings.map(({ id, address, verdict }) => `${verdict} ${id} ${address}`);
  };
  const { name } = load("gate/aws_data.tf.json").resource.aws_dynamodb_table.counters;
  expect(await named(`table/${name}`)).toEqual([]);
  expect(await named("table/another")).toEqual(["deny AWS-DDB-005 aws_dynamodb_table.counters"]);
});

describe("exemptions", () => {
  const exemption = {
    rule: "AWS-SQS-001",
    stack: "dev-c01",
    address: "aws_sqs_queue.queue",
    owner: "team-orders",
    reason: "migration",
    ticket: "OPS-1",
    expires: "2026-02-01",
  };
  const judged = async (change: object) => {
    const stack = synthEditor("gate/aws.tf.json");
    stack.set("aws_sqs_queue.queue", "kms_master_key_id", undefined);
    const { bytes } = file({
      schema: "plinth.exemptions/v1",
      exemptions: [{ ...exemption, ...change }],
    });
    return judge([file(stack.json)], { now, exemptions: bytes });
  };

  test("do not reach the same address of another stack", async () => {
    expect((await judged({ stack: "dev-c02" })).verdict).toBe("deny");
  });

  test("lift one rule at one address until their day is over", async () => {
    const verdict = await judged({});
    expect(verdict).toMatchObject({ verdict: "pass", counts: { deny: 0, exempt: 1 } });
    expect(verdict.findings).toMatchObject([
      { verdict: "exempt", exemption: "OPS-1" },
      { id: "EXEMPTION", level: "advisory" },
    ]);
    expect((await judged({ expires: "2026-01-15" })).verdict).toBe("pass");
  });

  test.each([
    [
      { expires: "2026-01-14" },
      "the exemption from AWS-SQS-001 of team-orders (OPS-1) does not apply: it expired on 2026-01-14",
    ],
    [
      { expires: "2026-04-16" },
      "the exemption from AWS-SQS-001 of team-orders (OPS-1) does not apply: it runs until 2026-04-16, more than 90 days from now",
    ],
  ])("do not apply out of their time, and are reported: %j", async (change, message) => {
    const verdict = await judged(change);
    expect(verdict).toMatchObject({ verdict: "deny", counts: { deny: 1, exempt: 0, advisory: 1 } });
    expect(verdict.findings.find((f) => f.id === "EXEMPTION")).toMatchObject({
      level: "advisory",
      message,
    });
  });

  test.each([{ rule: "AWS-SQS-002" }, { address: "aws_sqs_queue.dead" }])(
    "do not cover another: %j",
    async (change) => {
      expect((await judged(change)).verdict).toBe("deny");
    },
  );

  test("that are malformed are all named", async () => {
    await expect(judged({ owner: "", expires: "2026-02-30" })).rejects.toThrow(
      "--exemptions: exemptions[0].owner: expected a text; exemptions[0].expires: expected a day (YYYY-MM-DD), got 2026-02-30",
    );
  });

  test("never lift a failed check", async () => {
    const json = { ...plan(), checks: [{ address: { to_display: "check.a" }, status: "fail" }] };
    const { bytes } = file({
      schema: "plinth.exemptions/v1",
      exemptions: [{ ...exemption, rule: "CHECK", address: "check.a" }],
    });
    expect((await judge([file(json)], { now, exemptions: bytes })).verdict).toBe("deny");
  });
});

describe("verify", () => {
  const passed = (): Promise<Verdict> => judge([file(plan(), "p.json")], { now });

  test("allows the plan that was judged, however it is spelled", async () => {
    const verdict = parseVerdict(file(await passed()).bytes);
    const again = file(JSON.stringify({ ...plan(), timestamp: "later" }, null, 2));
    expect(verify(verdict, [again], { now })).toEqual({ exitCode: 0, problems: [] });
  });

  test("refuses another plan, an old verdict, a denial, other rules", async () => {
    const verdict = await passed();
    const other = planEditor("plans/aws.json");
    other.act("aws_s3_bucket.bucket", ["delete"]);
    expect(verify(verdict, [file(other.json, "o.json")], { now }).problems).toEqual([
      "o.json is not among the plans judged: judge it",
    ]);
    const failing = { ...plan(), checks: [{ address: { to_display: "check.a" }, status: "fail" }] };
    expect(verify(verdict, [file(failing)], { now }).exitCode).toBe(2);
    const later = new Date(now.getTime() + day + 1);
    expect(verify(verdict, [file(plan())], { now: later })).toEqual({
      exitCode: 2,
      problems: ["the verdict of 2026-01-15T12:00:00.000Z is too old: judge again"],
    });
    expect(verify(verdict, [file(plan())], { now: later, maxAge: 2 * day }).exitCode).toBe(0);
    const denied = await judge([file(failing)], { now });
    expect(verify(denied, [file(failing)], { now }).problems).toEqual(["the verdict is a denial"]);
    expect(
      verify({ ...verdict, bundle: { sha256: "0" } }, [file(plan())], { now }).problems,
    ).toEqual(["the verdict is of other rules: judge again"]);
  });

  test("cannot judge what is no verdict or no plan", async () => {
    expect(() => parseVerdict(file("{}").bytes)).toThrow(
      '--verdict: is not a verdict of schema "plinth.gate/v1"',
    );
    const verdict = await passed();
    const damaged = [
      { verdict: "passed" },
      { verdict: undefined },
      { plans: [null] },
      { counts: null },
    ];
    for (const damage of damaged) {
      expect(() => parseVerdict(file({ ...verdict, ...damage }).bytes)).toThrow("is not a verdict");
    }
    expect(() => verify(verdict, [file(load("gate/aws.tf.json"), "s.json")], { now })).toThrow(
      "s.json: is a synthesized stack, not a plan",
    );
    expect(() => verify(verdict, [], { now })).toThrow(CannotJudge);
  });
});
