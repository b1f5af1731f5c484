import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import type { Verdict } from "../../../policies/gate";
import { filesIn, plinth, scratch, startPlinth } from "../cli/plinth";
import { brokenPlan, brokenSynth, cleanSynth, openPlan, planOf, put, synthFile } from "./stacks";

jest.setTimeout(60_000);

const schema = JSON.parse(
  readFileSync(join(__dirname, "../../../docs/schemas/gate-v1.schema.json"), "utf8"),
) as object;
const fitsSchema = new Ajv({ strictTypes: false }).compile(schema);

const verdict = (text: string): Verdict => JSON.parse(text) as Verdict;
const NOW = ["--now", "2026-01-31T12:00:00Z"];

/** A synthesized `dev-c01` that breaks rules, its plan, and clean files. */
const folder = put(scratch(), {
  [synthFile("dev-c01")]: brokenSynth("dev-c01"),
  "plan.json": brokenPlan("dev-c01"),
  "clean.tf.json": cleanSynth("dev-bootstrap"),
  "clean-plan.json": planOf("dev-bootstrap", []),
  "budget.json": { schema: "plinth.budget/v1", asOf: "2026-01-31T11:00:00Z", services: {} },
  "dev-open.json": openPlan("dev-c01"),
  "prod-open.json": openPlan("prod-c01"),
});
const run = (...args: string[]) => plinth(["gate", ...args], { cwd: folder });

describe("exit codes", () => {
  test("0: nothing is wrong", () => {
    const { code, stdout, stderr } = run("clean.tf.json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^passed: 0 denied, .* 0 resources, 1 file\)\n$/);
  });

  test("2: a rule denies, and the verdict says which, where and what to change", () => {
    const { code, stdout } = run("--json", ...NOW);
    expect(code).toBe(2);
    const found = verdict(stdout);
    expect(found.judgedAt).toBe("2026-01-31T12:00:00.000Z");
    expect(found.plans.map(({ file, stack }) => [file, stack])).toEqual([
      ["cdktf.out/stacks/dev-c01/cdk.tf.json", "dev-c01"],
    ]);
    expect(found.findings).toContainEqual(
      expect.objectContaining({
        ...{ id: "AWS-SQS-001", verdict: "deny", address: "aws_sqs_queue.events" },
        construct: "dev-c01/orders/queue",
      }),
    );
  });

  test.each([
    ["a file that is not there", ["none.json"], "plinth: none.json: no such file\n"],
    [
      "a folder",
      ["cdktf.out"],
      "plinth: cdktf.out: is a folder; name files, or give --synth a folder of cdktf\n",
    ],
    [
      "no synthesized stack",
      ["--synth", "nowhere"],
      "plinth: nowhere: no synthesized stack; run npx cdktf synth, or name the files to judge\n",
    ],
    [
      "no stack of an environment",
      ["--env", "prod"],
      "plinth: cdktf.out: no synthesized stack of environment prod; run npx cdktf synth, or name the files to judge\n",
    ],
    [
      "no file, for an environment that there is not",
      ["--env", "test"],
      'plinth: --env: expected one of dev, prod, dev-gcp, got "test"\n',
    ],
    [
      "an environment that there is not",
      ["plan.json", "--env", "test"],
      'plinth: --env: expected one of dev, prod, dev-gcp, got "test"\n',
    ],
    [
      "a plan of another environment",
      ["plan.json", "--env", "prod"],
      "plinth: plan.json: is of stack dev-c01, not of environment prod\n",
    ],
    ["standard input twice", ["-", "-"], "plinth: -: standard input can be read once only\n"],
    [
      "an intent without a budget",
      ["plan.json", "--intent", "rollback"],
      "plinth: --intent: means nothing without --budget; give the file that plinth budget wrote\n",
    ],
    [
      "a history without a budget",
      ["plan.json", "--history", "plan.json"],
      "plinth: --history: means nothing without --budget; give the file that plinth budget wrote\n",
    ],
    [
      "a budget for a stack",
      ["clean.tf.json", "--budget", "budget.json"],
      "plinth: --budget: only a plan says what is released; name the output of `terraform show -json`\n",
    ],
    [
      "a budget that is none",
      ["plan.json", "--budget", "plan.json"],
      'plinth: --budget plan.json: is not a file of schema "plinth.budget/v1"\n',
    ],
    [
      "a history that is not there",
      ["plan.json", "--budget", "budget.json", "--history", "none"],
      "plinth: --history: none: no such file or folder\n",
    ],
    [
      "a history that is none",
      ["plan.json", "--budget", "budget.json", "--history", "plan.json"],
      /^plinth: plan\.json: is not a verdict/,
    ],
    [
      "two formats",
      ["--json", "--format", "sarif"],
      "plinth: --json and --format sarif: expected one of them\n",
    ],
    [
      "an exemptions file that is none",
      ["--exemptions", "plan.json"],
      'plinth: --exemptions plan.json: is not a file of schema "plinth.exemptions/v1"\n',
    ],
    [
      "rules that are no Wasm",
      ["--policy", "plan.json"],
      /^plinth: --policy plan\.json: is not WebAssembly/,
    ],
    [
      "a plan where a stack is expected",
      ["--stage", "synth", "plan.json"],
      "plinth: plan.json: is a plan; --stage synth takes synthesized stacks (cdk.tf.json)\n",
    ],
    [
      "a stack where a plan is expected",
      ["--stage", "plan", "clean.tf.json"],
      "plinth: clean.tf.json: is a synthesized stack; --stage plan takes plans (`terraform show -json PLANFILE`)\n",
    ],
    [
      "a file where the folder of cdktf is expected",
      ["plan.json", "--synth", "plan.json"],
      "plinth: --synth plan.json: is a file; give the folder that cdktf wrote\n",
    ],
  ])("1: %s", (_, args, message) => {
    const { code, stdout, stderr } = run(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    if (typeof message === "string") expect(stderr).toBe(message);
    else expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test.each([
    ["--bogus", "error: unknown option '--bogus'"],
    ["--format=yaml", "Allowed choices are text, json, sarif, junit, github, markdown."],
    ["--intent=hope", "Allowed choices are feature, rollback, drift-revert, security, p0."],
    ["--now=yesterday", "Expected a time such as 2026-01-31T12:00:00Z."],
    ["--now=2026-13-01", "Expected a time such as 2026-01-31T12:00:00Z."],
  ])("1: the wrong flag %s, so that it is never taken for a denial", (flag, message) => {
    const { code, stdout, stderr } = run(flag);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message);
  });
});

describe("what is judged", () => {
  test("standard input is judged like a file", () => {
    const { code, stdout } = plinth(["gate", "-", "--json"], {
      input: JSON.stringify(brokenPlan("dev-c01")),
    });
    expect(code).toBe(2);
    expect(verdict(stdout).plans[0]).toMatchObject({ file: "stdin", stack: "dev-c01" });
  });

  test("a plan is joined with its synthesized stack, found by its output", () => {
    const found = verdict(run("plan.json", "--json").stdout);
    expect(found.plans.map(({ file }) => file)).toEqual(["plan.json", synthFile("dev-c01")]);
    expect(found.findings[0]?.construct).toBe("dev-c01/orders/queue");
    const alone = verdict(run("plan.json", "--json", "--synth", "nowhere").stdout);
    expect(alone.plans.map(({ file }) => file)).toEqual(["plan.json"]);
  });

  test("what nobody could decide passes or denies as its own environment says", () => {
    expect(run("dev-open.json", "--synth", "nowhere").code).toBe(0);
    expect(run("prod-open.json", "--synth", "nowhere").code).toBe(2);
    const both = run("dev-open.json", "prod-open.json", "--synth", "nowhere", "--json");
    expect(both.code).toBe(2);
    expect(verdict(both.stdout).plans.map(({ stack }) => stack)).toEqual(["dev-c01", "prod-c01"]);
  });

  test("a cell that is no longer declared is still of its environment", () => {
    put(folder, { "gone-open.json": openPlan("prod-c99") });
    expect(run("gone-open.json", "--synth", "nowhere").code).toBe(2);
    const refused = run("gone-open.json", "--synth", "nowhere", "--env", "dev");
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("is of stack prod-c99, not of environment dev");
  });

  test("an exemption that does not apply is reported once, however many environments are judged", () => {
    const exemption = { rule: "AWS-SQS-001", stack: "dev-c09", address: "aws_sqs_queue.q" };
    const said = { owner: "o", reason: "r", ticket: "T-1", expires: "2025-01-01" };
    put(folder, {
      "dev.json": planOf("dev-c01", []),
      "prod.json": planOf("prod-c01", []),
      "late.json": { schema: "plinth.exemptions/v1", exemptions: [{ ...exemption, ...said }] },
    });
    const { stdout } = run(
      ...["dev.json", "prod.json", "--synth", "nowhere", "--exemptions", "late.json", "--json"],
    );
    expect(verdict(stdout).findings.map(({ id }) => id)).toEqual(["EXEMPTION"]);
    expect(verdict(stdout).counts.advisory).toBe(1);
  });

  test("--env judges the stacks of that environment only", () => {
    const cwd = put(scratch(), {
      [synthFile("dev-c01")]: cleanSynth("dev-c01"),
      [synthFile("dev-gcp-c01")]: brokenSynth("dev-gcp-c01"),
    });
    expect(plinth(["gate", "--env", "dev"], { cwd }).code).toBe(0);
    expect(plinth(["gate"], { cwd }).code).toBe(2);
  });

  test("the same input and time give the same bytes", () => {
    expect(run("plan.json", "--json", ...NOW)).toEqual(run("plan.json", "--json", ...NOW));
  });
});

describe("output", () => {
  test.each(["text", "json", "sarif", "junit", "github", "markdown"])(
    "%s, in a file and on standard output, is the same",
    (name) => {
      const cwd = put(scratch(), { "plan.json": brokenPlan("dev-c01") });
      const args = ["gate", "plan.json", "--format", name, ...NOW];
      const { stdout } = plinth(args, { cwd });
      const written = plinth([...args, "--output", "deep/verdict"], { cwd });
      expect(written).toMatchObject({ code: 2, stdout: "" });
      expect(written.stderr).toMatch(/^plinth gate: denied: .*; written to deep\/verdict\n$/);
      expect(readFileSync(join(cwd, "deep/verdict"), "utf8")).toBe(stdout);
      expect(filesIn(cwd)).toEqual(["deep/verdict", "plan.json"]);
    },
  );

  test("a real verdict fits the published schema", () => {
    for (const args of [["clean.tf.json"], ["plan.json"], ["prod-open.json"]])
      expect(fitsSchema(verdict(run(...args, "--json").stdout))).toBe(true);
  });

  test("no colour where no terminal reads", () => {
    expect(run("plan.json").stdout).not.toContain("\u001b");
    expect(
      plinth(["gate", "plan.json"], { cwd: folder, env: { CI: "true", FORCE_COLOR: "1" } }).stdout,
    ).not.toContain("\u001b");
  });

  test("an output that cannot be written is an error and leaves nothing", () => {
    const cwd = put(scratch(), { "plan.json": brokenPlan("dev-c01"), "folder/a": "" });
    for (const [output, why] of [
      ["plan.json/verdict", "there is a file where a folder should be"],
      ["folder", "is a folder"],
      ["/proc/verdict", "there is no such folder, and none can be made"],
    ] as const) {
      const { code, stdout, stderr } = plinth(["gate", "plan.json", "--output", output], { cwd });
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toBe(`plinth: ${output}: cannot be written: ${why}\n`);
      expect(filesIn(cwd)).toEqual(["folder/a", "plan.json"]);
    }
  });
});

describe("input that is not whole", () => {
  const SECRET = "hunter22222";
  const whole = JSON.stringify(
    planOf("dev-c01", [{ address: "a.b", type: "a", change: { after: { password: SECRET } } }]),
  );

  test.each([
    ["empty", ""],
    ["not JSON", `{"password": ${SECRET}}`],
    ["a list", `["${SECRET}"]`],
    ["something else", `{"password": "${SECRET}"}`],
    ["a failed plan", whole.replace('"errored":false', '"errored":true')],
    ["bytes", Buffer.from([0, 255, 254, 1])],
    ["a log", `{"@level":"info","x":"${SECRET}"}\n{"@level":"info"}\n`],
    ["deep", `{"format_version":${"[".repeat(100_000)}`],
  ])("%s cannot be judged, is named, and nothing of it is shown", (_, input) => {
    const { code, stdout, stderr } = plinth(["gate", "-"], { input });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^plinth: stdin: /);
    expect(stderr).not.toContain("defect");
    expect(stderr).not.toContain(SECRET);
  });

  test("a plan cut short anywhere is never judged", () => {
    const cuts = Array.from({ length: 6 }, (_, i) => Math.floor(((i + 0.5) * whole.length) / 6));
    for (const cut of cuts) {
      const { code, stderr } = plinth(["gate", "-"], { input: whole.slice(0, cut) });
      expect(code).toBe(1);
      expect(stderr).not.toContain(SECRET);
    }
  });

  test("a plan of 20,000 resources is judged, and its comment still fits", () => {
    const cwd = put(scratch(), { "plan.json": brokenPlan("dev-c01", 20_000) });
    const { code, stdout } = plinth(["gate", "plan.json", "--format", "markdown"], { cwd });
    expect(code).toBe(2);
    expect(stdout.length).toBeLessThan(60_000);
    expect(stdout).toContain(
      "(37 rules, 20000 resources, 1 file)".replace("37", /(\d+) rules/.exec(stdout)?.[1] ?? "?"),
    );
  });
});

describe("signals", () => {
  const ended = (child: ReturnType<typeof startPlinth>) =>
    new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
      child.once("exit", (code, signal) => resolve([code, signal])),
    );

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s while waiting for input ends it and leaves nothing", async (signal, code) => {
    const cwd = scratch();
    const child = startPlinth(["gate", "-", "--output", "verdict.json"], cwd);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.kill(signal);
    // A shell tells a process that a signal ended as 128 + the signal's number.
    expect([`null ${signal}`, `${code} null`]).toContain(
      (await ended(child)).join(" ").replace(/^ /, "null ").replace(/ $/, " null"),
    );
    expect(filesIn(cwd)).toEqual([]);
  });

  test("SIGINT while judging leaves the earlier verdict as it was", async () => {
    const cwd = put(scratch(), {
      "plan.json": brokenPlan("dev-c01", 20_000),
      "verdict.json": "earlier",
    });
    const child = startPlinth(["gate", "plan.json", "--json", "--output", "verdict.json"], cwd);
    await new Promise((resolve) => setTimeout(resolve, 900));
    child.kill("SIGINT");
    await ended(child);
    expect(filesIn(cwd)).toEqual(["plan.json", "verdict.json"]);
    const text = readFileSync(join(cwd, "verdict.json"), "utf8");
    expect(text === "earlier" || verdict(text).schema === "plinth.gate/v1").toBe(true);
  });

  test("whoever reads may stop early", async () => {
    const cwd = put(scratch(), { "plan.json": brokenPlan("dev-c01", 3000) });
    const child = startPlinth(["gate", "plan.json"], cwd);
    let stderr = "";
    child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout?.once("data", () => child.stdout?.destroy());
    await ended(child);
    expect(stderr).toBe("");
  });
});

describe("verify", () => {
  const cwd = put(scratch(), {
    "plan.json": planOf("dev-c01", []),
    "same.json": { ...planOf("dev-c01", []), timestamp: "2026-02-01T00:00:00Z" },
    "other.json": planOf("dev-c02", []),
    "denied-plan.json": brokenPlan("dev-c01"),
  });
  const at = (...args: string[]) => plinth(["gate", ...args], { cwd });
  beforeAll(() => {
    at("plan.json", "--json", "--output", "verdict.json", ...NOW);
    at("denied-plan.json", "--json", "--output", "denied.json", ...NOW);
  });
  const verify = (...args: string[]) => at("verify", "--verdict", "verdict.json", ...args);

  test("a plan made again that does the same may be applied", () => {
    expect(verify(...NOW, "same.json")).toEqual({
      code: 0,
      stdout: "verified: judged 2026-01-31T12:00:00.000Z, pass\n",
      stderr: "",
    });
  });

  test.each([
    ["another plan", [...NOW, "other.json"], /other\.json is not among the plans judged/],
    ["a verdict that is too old", ["--now", "2026-02-01T12:00:01Z", "plan.json"], /too old/],
    [
      "a verdict older than asked for",
      ["--now", "2026-01-31T12:31:00Z", "--max-age", "30m", "plan.json"],
      /too old/,
    ],
  ])("%s may not", (_, args, message) => {
    const { code, stdout } = verify(...args);
    expect(code).toBe(2);
    expect(stdout).toMatch(message);
  });

  test("a denied plan may not", () => {
    const { code, stdout } = at(
      "verify",
      "--verdict",
      "denied.json",
      ...NOW,
      "denied-plan.json",
      "--json",
    );
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual({ verified: false, problems: ["the verdict is a denial"] });
  });

  test.each([
    ["no verdict", ["verify", "plan.json"], /required option '--verdict <file>' not specified/],
    ["no plan", ["verify", "--verdict", "verdict.json"], /missing required argument 'plans'/],
    [
      "a verdict that is none",
      ["verify", "--verdict", "plan.json", "plan.json"],
      /^plinth: plan\.json: is not a verdict/,
    ],
    [
      "an age that is none",
      ["verify", "--verdict", "verdict.json", "--max-age", "1 day", "plan.json"],
      /Expected a duration such as 24h or 30m/,
    ],
  ])("1: %s", (_, args, message) => {
    const { code, stderr } = at(...args);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
  });
});

test("render shows verdicts as one, in any format, and judges nothing", () => {
  const cwd = put(scratch(), { "a.json": planOf("dev-c01", []), "b.json": brokenPlan("dev-c02") });
  for (const name of ["a", "b"])
    plinth(["gate", `${name}.json`, "--json", "--output", `${name}.verdict`], { cwd });
  const { code, stdout } = plinth(
    ["gate", "render", "--format", "markdown", "a.verdict", "b.verdict"],
    { cwd },
  );
  expect(code).toBe(0);
  expect(stdout).toContain("❌ denied");
  expect(stdout).toMatch(/\| dev-c01 \| 0 \| 0 \| 0 \| 0 \|\n\| dev-c02 \|/);
  expect(existsSync(join(cwd, "comment.md"))).toBe(false);
});
