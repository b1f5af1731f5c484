import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toolPath } from "../../../tools/find";
import { planEditor, policies, synthEditor } from "../../policies/fixtures";
import { filesIn, plinth, scratch } from "../cli/plinth";
import { put } from "../gate/stacks";

jest.setTimeout(180_000);

const page = readFileSync(join(policies, "../docs/own-rules.md"), "utf8");

/** The blocks of the page of that kind, as lines. */
const blocks = (kind: string) =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, found]) => found === kind)
    .map(([, , text = ""]) => text);

/** A good stack, and the plan of it, but for the name of one queue. */
function nameless(): Record<string, unknown> {
  const [synth, plan] = [synthEditor("gate/aws.tf.json"), planEditor("plans/aws.json")];
  delete synth.json.resource.aws_sqs_queue.queue.name;
  const queue = plan.json.resource_changes.find(
    ({ address }: { address: string }) => address === "aws_sqs_queue.queue",
  );
  delete queue.change.after.name;
  return { "cdktf.out/stacks/dev-c01/cdk.tf.json": synth.json, "plan.json": plan.json };
}

const cwd = put(scratch(), nameless());
symlinkSync(policies, join(cwd, "policies"));

/** Runs a line of the page. @returns what it printed, whatever its exit code */
function run(line: string): string {
  const [program = "", ...args] = line.split(" ").filter((word) => word !== "npx");
  if (program === "opa" || program === "conftest") return tool(program, args);
  const opa = args[0] === "policy" && args[1] === "build" ? ["--opa", toolPath("opa")] : [];
  const { stdout, stderr } = plinth([...args, ...opa], { cwd });
  expect(stderr).toBe("");
  return stdout;
}

function tool(program: "opa" | "conftest", args: readonly string[]): string {
  try {
    return execFileSync(toolPath(program), args, { cwd, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

describe("docs/own-rules.md, read from top to bottom", () => {
  const lines = blocks("sh").flatMap((text) => text.trim().split("\n"));
  const printed = new Map<string, string>();
  beforeAll(() => {
    for (const line of lines) printed.set(line, run(line));
  });
  const of = (words: string) => [...printed].find(([line]) => line.includes(words))?.[1] ?? "";

  test("its commands print what it shows", () => {
    const all = [...printed.values()].join("");
    expect(blocks("text")).toHaveLength(3);
    for (const text of blocks("text")) expect(all).toContain(text);
  });

  test("the rule it shows is the one that is written; it is formatted, strict and its test passes", () => {
    const rule = readFileSync(join(cwd, "rules/team/queue_names/queue_names.rego"), "utf8");
    expect(blocks("rego")).toEqual([rule]);
    expect(of("opa test")).toMatch(/^PASS: \d+\/\d+\s*$/);
    expect(tool("opa", ["fmt", "--list", "rules"])).toBe("");
    expect(tool("opa", ["check", "--strict", "policies", "rules"])).toBe("");
  });

  test("every mistake in the rule is noticed by its test, and none in what is borrowed counts", () => {
    const { stdout } = plinth(["policy", "mutate", "rules", "--opa", toolPath("opa")], { cwd });
    expect(stdout).toMatch(/rules +100 % of 10 mistakes noticed/);
  });

  test("conftest, opa eval and the driver say the same of a plan", () => {
    const found = JSON.parse(of("opa eval")).result[0].expressions[0].value;
    const verdict = JSON.parse(
      plinth(["gate", "plan.json", "--json", "--policy", "rules/policy.wasm", "--synth", "none"], {
        cwd,
      }).stdout,
    );
    const finding = {
      id: "TEAM-SQS-001",
      address: "aws_sqs_queue.queue",
      message: "aws_sqs_queue.queue does not set name",
    };
    expect(verdict.findings).toMatchObject([finding]);
    expect(found).toEqual([{ ...finding, msg: `[${finding.id}] ${finding.message}` }]);
    expect(of("conftest test")).toContain(`main - [${finding.id}] ${finding.message}`);
  });

  test("SARIF and the comment link the page that was written, with the rule's own words", () => {
    const env = { GITHUB_SERVER_URL: "https://example.com", GITHUB_REPOSITORY: "o/r" };
    const shown = (format: string) =>
      plinth(["gate", "--format", format, "--policy", "rules/policy.wasm"], { cwd, env }).stdout;
    const link = "https://example.com/o/r/blob/HEAD/rules/pages/TEAM-SQS-001.md";
    expect(JSON.parse(shown("sarif")).runs[0].tool.driver.rules).toMatchObject([
      { id: "TEAM-SQS-001", helpUri: link, shortDescription: { text: "aws_sqs_queue sets name" } },
    ]);
    expect(shown("markdown")).toContain(`[TEAM-SQS-001](${link})`);
    const text = readFileSync(join(cwd, "rules/pages/TEAM-SQS-001.md"), "utf8");
    expect(text).toContain("# TEAM-SQS-001: aws_sqs_queue sets name\n");
    expect(text).toContain("[team/queue_names](../team/queue_names)");
  });

  test("a verdict by these rules is verified by these rules only; an exemption covers one", () => {
    const exemption = {
      ...{ rule: "TEAM-SQS-001", address: "aws_sqs_queue.queue", stack: "dev-c01" },
      ...{ owner: "ada", reason: "renamed next week", ticket: "OPS-1" },
      ...{ granted: "2026-01-01", expires: "2026-02-01" },
    };
    const exemptions = { schema: "plinth.exemptions/v1", exemptions: [exemption] };
    put(cwd, { "exemptions.json": exemptions });
    const policy = ["--policy", "rules/policy.wasm", "--now", "2026-01-15"];
    const judged = plinth(
      [
        "gate",
        "plan.json",
        "--exemptions",
        "exemptions.json",
        "--json",
        "--output",
        "v.json",
      ].concat(policy),
      { cwd },
    );
    expect(judged.code).toBe(0);
    const { findings } = JSON.parse(readFileSync(join(cwd, "v.json"), "utf8"));
    expect(findings.map((one: { verdict: string }) => one.verdict)).toContain("exempt");
    const verify = (...more: string[]) =>
      plinth(
        ["gate", "verify", "plan.json", "--verdict", "v.json", "--now", "2026-01-15", ...more],
        {
          cwd,
        },
      );
    expect(verify("--policy", "rules/policy.wasm").code).toBe(0);
    expect(verify()).toMatchObject({
      code: 2,
      stdout: "the verdict is of other rules: judge again\n",
    });
  });

  test("--check names what is not built, and pages of rules that are gone", () => {
    const copy = scratch();
    cpSync(join(cwd, "rules"), join(copy, "rules"), { recursive: true });
    writeFileSync(
      join(copy, "rules/pages/TEAM-SQS-009.md"),
      readFileSync(join(copy, "rules/pages/TEAM-SQS-001.md")),
    );
    writeFileSync(join(copy, "rules/dispatch.rego"), "package dispatch\n");
    writeFileSync(join(copy, "rules/pages/mine.md"), "# Mine\n");
    const args = ["policy", "build", "rules", "--opa", toolPath("opa")];
    expect(plinth([...args, "--check"], { cwd: copy })).toMatchObject({
      code: 1,
      stderr:
        "plinth: not what the Rego builds to: rules/dispatch.rego, rules/pages/TEAM-SQS-009.md; run plinth policy build rules\n",
    });
    plinth(args, { cwd: copy });
    expect(filesIn(copy)).not.toContain("rules/pages/TEAM-SQS-009.md");
    expect(filesIn(copy)).toContain("rules/pages/mine.md");
    expect(plinth([...args, "--check"], { cwd: copy }).code).toBe(0);
  });
});

describe("a folder that cannot stand beside Plinth's rules is refused, with the files", () => {
  const rule = readFileSync(join(policies, "aws/sqs/tls/tls.rego"), "utf8");
  const build = (files: Readonly<Record<string, string>>) => {
    const folder = put(scratch(), files);
    const { code, stderr } = plinth(["policy", "build", "rules", "--opa", toolPath("opa")], {
      cwd: folder,
    });
    expect(code).toBe(1);
    expect(filesIn(folder)).toEqual(Object.keys(files).sort());
    return stderr;
  };
  const mine = rule.replace("package aws.sqs.tls", "package team.tls");

  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      "an id of Plinth's",
      { "rules/team/tls/tls.rego": mine },
      "is used twice, by policies/aws/sqs/tls/tls.rego and rules/team/tls/tls.rego",
    ],
    [
      "a package of Plinth's",
      { "rules/aws/sqs/tls/more.rego": "package aws.sqs.tls\n\nmore := 1\n" },
      "rules/aws/sqs/tls/more.rego: package aws.sqs.tls is of policies/aws/sqs/tls/tls.rego: choose another",
    ],
    [
      "a denial without METADATA",
      { "rules/team/tls.rego": "package team.tls\n\ndeny contains 1\n" },
      "rules/team/tls.rego: deny without METADATA above the package, with custom.id, is never asked",
    ],
    [
      "another folder than the package's",
      { "rules/tls.rego": mine.replace(/id: .*/, "id: TEAM-001") },
      "rules/tls.rego: package team.tls belongs in rules/team/tls/",
    ],
    ["a lib/ of its own", { "rules/lib/x.rego": "package lib.x\n" }, "lib/ is Plinth's"],
    [
      "METADATA that is misspelt",
      {
        "rules/team/tls/tls.rego": mine
          .replace(/id: .*/, "id: CHECK")
          .replace("severity:", "severty: low\n#   severity:")
          .replace(/aliases: .*/, "aliases: CKV_1"),
      },
      "rules/team/tls/tls.rego: METADATA: id must be such as TEAM-SQS-001, got CHECK\nplinth: rules/team/tls/tls.rego: METADATA: aliases must be a list\nplinth: rules/team/tls/tls.rego: METADATA: custom.severty means nothing; expected id,",
    ],
  ])("%s", (_, files, message) => {
    expect(build(files)).toContain(message);
  });

  test("and so is Plinth's own folder", () => {
    const { stderr } = plinth(["policy", "build", policies, "--opa", toolPath("opa")]);
    expect(stderr).toContain("is Plinth's own: give rules of yours another folder");
  });
});

describe("plinth policy new", () => {
  const create = (folder: string, ...args: string[]) =>
    plinth(["policy", "new", "rules", ...args, "--type", "aws_sqs_queue", "--attribute", "name"], {
      cwd: folder,
    });

  test("overwrites nothing, and takes no id that there is", () => {
    const folder = put(scratch(), { "rules/team/a/a_test.rego": "mine" });
    expect(create(folder, "team/a", "--id", "TEAM-001")).toMatchObject({
      code: 1,
      stderr: "plinth: rules/team/a/a_test.rego: is there already; nothing was written\n",
    });
    expect(create(folder, "team/b", "--id", "AWS-SQS-001").stderr).toBe(
      "plinth: --id: there is a rule AWS-SQS-001 already; nothing was written\n",
    );
    expect(filesIn(folder)).toEqual(["rules/team/a/a_test.rego"]);
  });

  test.each([
    ["team/../x", "TEAM-001", "Expected lower-case words"],
    ["team/default", "TEAM-001", "Expected lower-case words"],
    ["team/x_test", "TEAM-001", "Expected lower-case words"],
    ["lib/x", "TEAM-001", "Expected lower-case words"],
    ["team/x", "CHECK", "Expected one such as TEAM-SQS-001"],
    ["team/x", "team-1", "Expected one such as TEAM-SQS-001"],
  ])("refuses %s with the id %s", (name, id, message) => {
    const folder = scratch();
    const { code, stderr } = create(folder, name, "--id", id);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(filesIn(folder)).toEqual([]);
  });
});
