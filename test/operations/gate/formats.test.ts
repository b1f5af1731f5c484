import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import fc from "fast-check";
import type { FORMATS } from "../../../operations/gate/formats";
import { format } from "../../../operations/gate/formats";
import { data, property } from "../../../operations/gate/formats/github";
import { xml } from "../../../operations/gate/formats/junit";
import { MARKDOWN_LIMIT, code, escape } from "../../../operations/gate/formats/markdown";
import { plain } from "../../../operations/gate/formats/shared";
import type { Finding, Verdict } from "../../../policies/gate/types";
import { finding, verdictOf, wildVerdict } from "./verdicts";

const options = { version: "1.2.3", home: "https://example.com/plinth", color: false };
const render = (verdict: Verdict, name: (typeof FORMATS)[number], changes = {}) =>
  format(verdict, name, { ...options, ...changes });

const schema = JSON.parse(
  readFileSync(join(__dirname, "../../../docs/schemas/gate-v1.schema.json"), "utf8"),
) as object;
const validator = new Ajv({ allErrors: true, strictTypes: false }).compile(schema);
const validate = (value: unknown): boolean => validator(value);

const sample = verdictOf(
  [
    finding(),
    finding({ id: "AWS-SQS-002", severity: "medium", message: "has no dead-letter queue" }),
    finding({
      ...{
        id: "AWS-IAM-001",
        verdict: "undetermined",
        severity: "critical",
        path: null,
        source: null,
      },
      ...{ address: 'aws_iam_policy.p["a"]', type: "aws_iam_policy", construct: null },
      message: "the document is known after apply",
    }),
    finding({ id: "AWS-LOG-001", level: "advisory", construct: "prod-c01/orders/log" }),
    finding({ id: "AWS-DDB-001", verdict: "exempt", exemption: "OPS-1, until 2026-02-01" }),
  ],
  ["dev-c01", "prod-c01"],
);

test("text groups by stack and resource, and says where, what and how to mend it", () => {
  expect(render(sample, "text")).toBe(
    `dev-c01
  aws_sqs_queue.orders_events
    environments/services/orders.ts:8 · orders.workload.queue · dev-c01/orders/queue
    ✗ deny AWS-SQS-001 high stores messages in clear
      fix: Set \`queue.encryption\`.
    ✗ deny AWS-SQS-002 medium has no dead-letter queue
      fix: Set \`queue.encryption\`.
    - exempt AWS-DDB-001 high stores messages in clear
      fix: Set \`queue.encryption\`.
      exempt: OPS-1, until 2026-02-01

prod-c01
  aws_sqs_queue.orders_events
    environments/services/orders.ts:8 · orders.workload.queue · prod-c01/orders/log
    ! advisory AWS-LOG-001 high stores messages in clear
      fix: Set \`queue.encryption\`.

unknown stack
  aws_iam_policy.p["a"]
    ? undetermined AWS-IAM-001 critical the document is known after apply
      fix: Set \`queue.encryption\`.

denied: 2 denied, 1 undetermined, 1 advisory, 1 exempt (14 rules, 31 resources, 2 files)
`,
  );
});

describe("what no construct declared", () => {
  const provider = (stack: string, changes: Partial<Finding> = {}) =>
    finding({
      ...{ id: "TF-PROVIDER-003", address: "provider.aws", construct: stack },
      ...{ source: null, path: null, message: "provider.aws does not check certificates" },
      ...changes,
    });
  const verdict = verdictOf(
    [
      provider("dev-c01"),
      provider("prod-c01"),
      provider("prod-c01", { address: "provider.aws.us" }),
    ],
    ["dev-c01", "prod-c01"],
  );

  test("stands under its stack, which is not said twice", () => {
    const text = render(verdict, "text");
    expect(text).toContain("dev-c01\n  provider.aws\n    ✗ deny TF-PROVIDER-003");
    expect(text).toContain("prod-c01\n  provider.aws\n    ✗ deny TF-PROVIDER-003");
    const comment = render(verdict, "markdown", { home: undefined });
    expect(comment).toContain("**TF-PROVIDER-003** high · prod-c01<br>`provider.aws` does not");
    expect(render(verdict, "github")).toContain("%0Aprod-c01");
  });

  test("is one result each, with a fingerprint of its own", () => {
    const { results } = JSON.parse(render(verdict, "sarif")).runs[0];
    const prints = results.map((one: { partialFingerprints: object }) =>
      JSON.stringify(one.partialFingerprints),
    );
    expect(new Set(prints).size).toBe(3);
    const open = [provider("dev-c01"), provider("prod-c01")].map((one) => ({
      ...one,
      verdict: "undetermined" as const,
    }));
    expect(render(verdictOf(open), "markdown").match(/^- /gm)).toHaveLength(2);
  });
});

test("only what is exempt says so: a report on an exemption names its ticket itself", () => {
  const report = finding({ id: "EXEMPTION", level: "advisory", exemption: "OPS-1" });
  const verdict = verdictOf([{ ...report, verdict: "undetermined" }]);
  expect(render(verdict, "text")).not.toContain("exempt: ");
  expect(render(verdict, "markdown")).not.toContain("exempt: ");
});

describe("rules that one unknown value leaves open", () => {
  const open = (id: string, severity: Finding["severity"], fix: string, unknown = "policy") =>
    finding({
      ...{ id, severity, fix, verdict: "undetermined", level: "overridable" },
      message: `aws_sqs_queue.orders_events cannot be judged: ${unknown} is known only after apply, or sensitive`,
    });
  const verdict = verdictOf([
    open("AWS-IAM-001", "high", "Name actions."),
    open("AWS-IAM-002", "critical", "Name resources."),
    open("AWS-SQS-001", "low", "Set it.", "kms_master_key_id"),
    finding({ id: "AWS-SQS-002", severity: "low" }),
  ]);

  test("are one entry for people, by the worst of them, without the fix of one", () => {
    expect(render(verdict, "text")).toContain(
      `    ? undetermined AWS-IAM-001, AWS-IAM-002 critical cannot be judged: policy is known only after apply, or sensitive
    ? undetermined AWS-SQS-001 low cannot be judged: kms_master_key_id is known only after apply, or sensitive
      fix: Set it.
    ✗ deny AWS-SQS-002 low`,
    );
    const comment = render(verdict, "markdown", { home: undefined });
    expect(comment).toContain("<summary>Undetermined: 3</summary>");
    expect(comment).toContain("- **AWS-IAM-001**, **AWS-IAM-002** critical · dev-c01<br>");
    expect(comment.match(/^- /gm)).toHaveLength(3);
  });

  test("stay one each for machines", () => {
    expect(JSON.parse(render(verdict, "sarif")).runs[0].results).toHaveLength(4);
    expect(render(verdict, "junit").match(/<testcase /g)).toHaveLength(4);
    expect(JSON.parse(render(verdict, "json")).findings).toHaveLength(4);
  });

  test("of two stacks or two denials stay apart", () => {
    const elsewhere = { ...open("AWS-IAM-003", "high", ""), construct: "prod-c01/orders/queue" };
    const denials = ["AWS-SQS-002", "AWS-SQS-003"].map((id) => finding({ id }));
    const apart = verdictOf([open("AWS-IAM-001", "high", ""), elsewhere, ...denials]);
    expect(render(apart, "markdown").match(/^- /gm)).toHaveLength(4);
  });
});

test("text has colour only when asked for", () => {
  expect(render(sample, "text")).not.toContain("\u001b");
  expect(render(sample, "text", { color: true })).toContain("\u001b[31m");
});

test("a verdict without findings is one line", () => {
  expect(render(verdictOf([]), "text")).toBe(
    "passed: 0 denied, 0 undetermined, 0 advisory, 0 exempt (14 rules, 31 resources, 1 file)\n",
  );
});

test("a plan that is not complete is said so", () => {
  expect(render({ ...verdictOf([]), complete: false }, "text")).toContain(
    "; the plan is not complete)",
  );
});

test("json is the verdict and fits its schema", () => {
  expect(JSON.parse(render(sample, "json"))).toEqual(sample);
  expect(validate(sample) ? [] : validator.errors).toEqual([]);
});

test("the schema takes no other fields and no other answers", () => {
  expect(validate({ ...sample, extra: 1 })).toBe(false);
  expect(validate({ ...sample, verdict: "ok" })).toBe(false);
  expect(
    validate({ ...sample, findings: [{ ...finding(), source: { file: "a", line: 0 } }] }),
  ).toBe(false);
});

interface Sarif {
  version: string;
  runs: {
    tool: {
      driver: { rules: { id: string; helpUri: string; properties: Record<string, unknown> }[] };
    };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      locations: {
        physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } };
      }[];
      partialFingerprints: Record<string, string>;
      suppressions?: { kind: string; justification: string }[];
    }[];
  }[];
}

const sarifRun = (verdict: Verdict) => (JSON.parse(render(verdict, "sarif")) as Sarif).runs[0]!;

test("SARIF points at the declaration's line, names each rule once and links its page", () => {
  const run = sarifRun(sample);
  const [first] = run.results;
  expect(first?.locations[0]?.physicalLocation).toMatchObject({
    artifactLocation: { uri: "environments/services/orders.ts" },
    region: { startLine: 8 },
  });
  expect(run.results.map(({ level }) => level)).toEqual([
    "error",
    "error",
    "warning",
    "note",
    "note",
  ]);
  expect(run.results.at(-1)?.suppressions).toEqual([
    { kind: "external", justification: "OPS-1, until 2026-02-01" },
  ]);
  const rules = run.tool.driver.rules;
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const result of run.results) expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
  expect(rules.find(({ id }) => id === "AWS-SQS-001")).toMatchObject({
    helpUri: "https://example.com/plinth/docs/policies/AWS-SQS-001.md",
    properties: { "security-severity": "8.0", tags: ["plinth", "CKV_AWS_27"] },
  });
});

test("every SARIF result has a place, or code scanning refuses the file", () => {
  const result = sarifRun(sample).results.find(({ ruleId }) => ruleId === "AWS-IAM-001");
  expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe("main.ts");
});

test("a SARIF finding keeps its identity when its line and message change, and no other does", () => {
  const print = (changes: object) =>
    sarifRun(verdictOf([finding(changes)])).results[0]?.partialFingerprints["plinthFinding/v1"];
  expect(print({ source: { file: "a.ts", line: 99 }, message: "other" })).toBe(print({}));
  for (const other of [{ id: "X" }, { construct: "prod-c01/orders/queue" }, { path: null }])
    expect(print(other)).not.toBe(print({}));
});

test("SARIF stays under GitHub's 25,000 results and drops the least first", () => {
  const many = [
    ...Array.from({ length: 25_000 }, (_, i) => finding({ verdict: "exempt", address: `a.b${i}` })),
    finding({ address: "z.last" }),
  ];
  const { results } = sarifRun(verdictOf(many));
  expect(results).toHaveLength(25_000);
  expect(results[0]?.level).toBe("error");
});

test("JUnit has a suite a stack and a case a finding; a clean stack is a case that passes", () => {
  const text = render(verdictOf([finding()], ["dev-c01", "prod-c01"]), "junit");
  expect(text).toContain('<testsuites name="plinth gate" tests="2" failures="1" errors="0">');
  expect(text).toContain(
    '<testcase classname="dev-c01.aws_sqs_queue" name="AWS-SQS-001 aws_sqs_queue.orders_events orders.workload.queue">',
  );
  expect(text).toContain('<testcase classname="prod-c01" name="denied: 1 denied');
});

test("GitHub annotates the declaration's line, with the kind that fits", () => {
  expect(render(verdictOf([finding()]), "github").split("\n")[0]).toBe(
    "::error file=environments/services/orders.ts,line=8,title=deny AWS-SQS-001 (high)::aws_sqs_queue.orders_events stores messages in clear%0ASet `queue.encryption`.%0Aenvironments/services/orders.ts:8 · orders.workload.queue · dev-c01/orders/queue",
  );
  const kinds = render(sample, "github").match(/^::\w+/gm);
  expect(kinds).toEqual(["::error", "::error", "::warning", "::notice", "::notice"]);
});

test("GitHub shows ten annotations a step: the rest is counted", () => {
  const text = render(verdictOf(Array.from({ length: 13 }, () => finding())), "github");
  expect(text.match(/^::/gm)).toHaveLength(10);
  expect(text).toContain("\nand 3 more findings: GitHub shows 10 a step; see the job's summary\n");
});

test("where an environment denies what is undetermined, the finding is the denial", () => {
  const open = verdictOf([finding({ verdict: "undetermined" })]);
  const strict: Verdict = { ...open, verdict: "deny" };
  expect(render(strict, "text")).toContain("; this environment denies what nobody could decide)");
  expect(render(strict, "github")).toMatch(/^::error /);
  expect(render(strict, "junit")).toContain('tests="1" failures="1"');
  expect(sarifRun(strict).results[0]?.level).toBe("error");
  expect(render(open, "github")).toMatch(/^::warning /);
  expect(render(open, "junit")).toContain('failures="0" errors="0" skipped="1"');
});

test("the comment starts with its hidden marker and has one table of stacks", () => {
  const text = render(sample, "markdown");
  expect(text).toMatch(
    /^<!-- plinth:gate \{"v":1,"verdict":"deny"\} -->\n### Plinth gate: ❌ denied\n/,
  );
  expect(text).toContain(
    "| dev-c01 | 2 | 0 | 0 | 1 |\n| prod-c01 | 0 | 0 | 1 | 0 |\n| unknown stack | 0 | 1 | 0 | 0 |",
  );
  expect(text).toContain("<details open><summary>Denied: 2</summary>");
});

test("the comment stays under 60,000 characters and counts what it leaves out", () => {
  const long = { message: "<&>".repeat(400), fix: "`|".repeat(400) };
  for (const size of [0, 1, 50, 5000]) {
    const findings = ["deny", "undetermined", "exempt"].flatMap((verdict) =>
      Array.from({ length: size }, (_, i) =>
        finding({ ...long, verdict: verdict as "deny", address: `aws_sqs_queue.q${i}` }),
      ),
    );
    const text = render(
      verdictOf(
        findings,
        Array.from({ length: size }, (_, i) => `s${i}`),
      ),
      "markdown",
    );
    expect(text.length).toBeLessThan(MARKDOWN_LIMIT);
    const shown = (text.match(/^- \*\*/gm) ?? []).length;
    const folded = [...text.matchAll(/^- and (\d+) more/gm)].reduce(
      (sum, [, n]) => sum + Number(n),
      0,
    );
    const hidden = [...text.matchAll(/^\w+: (\d+), not shown here/gm)].reduce(
      (sum, [, n]) => sum + Number(n),
      0,
    );
    expect(shown + folded + hidden).toBe(3 * size);
  }
});

test("whatever the findings hold, every format keeps its frame", () => {
  fc.assert(
    fc.property(wildVerdict, (verdict: Verdict) => {
      const { findings } = verdict;
      const markdown = render(verdict, "markdown");
      expect(markdown.length).toBeLessThan(MARKDOWN_LIMIT);
      expect(markdown.match(/<!--/g)).toHaveLength(1);
      expect(markdown.match(/<details/g)?.length).toBe(markdown.match(/<\/details>/g)?.length);
      expect(
        markdown
          .replace(/<\/?(details|summary|br)( open)?>/g, "")
          .replace(/^<!--.*-->/, "")
          .replace(/`[^`\n]*`/g, ""),
      ).not.toMatch(/[<>]/);

      const github = render(verdict, "github");
      expect(github.split("\n").filter((line) => line.startsWith("::"))).toHaveLength(
        Math.min(10, verdict.findings.length),
      );
      expect(github).not.toContain("\r");

      const text = render(verdict, "text");
      // eslint-disable-next-line no-control-regex -- none may be left
      expect(text.replace(/\n/g, "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);

      const junit = render(verdict, "junit");
      expect(junit.match(/<testcase /g)?.length).toBe(Number(/tests="(\d+)"/.exec(junit)?.[1]));
      // eslint-disable-next-line no-control-regex -- XML 1.0 has no such characters
      expect(junit).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      expect(junit).not.toMatch(/&(?!(amp|lt|gt|quot|apos|#\d+);)/);

      const results = sarifRun(verdict).results;
      for (const { locations, message, level } of results) {
        const { artifactLocation, region } = locations[0]!.physicalLocation;
        expect(artifactLocation.uri).toMatch(/^[A-Za-z0-9%._~!'()*/-]*$/);
        expect(region.startLine).toBeGreaterThan(0);
        expect(message.text).not.toBe("");
        expect(["error", "warning", "note"]).toContain(level);
      }
      expect(results).toHaveLength(verdict.findings.length);
      expect(validate(verdict) || findings.some(({ id }) => id === "")).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test("JUnit and annotations hold no character that reorders or hides what is read", () => {
  const address = 'aws_sqs_queue.q["a\u202eb\u0007\n::error::c"]';
  const verdict = verdictOf([finding({ address, message: `${address} stores messages in clear` })]);
  for (const name of ["junit", "github"] as const) {
    // eslint-disable-next-line no-control-regex -- none may be left
    expect(render(verdict, name)).not.toMatch(/[\u202e\u0007\ufffd]|\n::error::c/);
    expect(render(verdict, name)).toContain("202e");
  }
});

test("what is escaped can be read back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(unescapeXml(xml(text))).toBe(text.replace(/[\ufffe\uffff]/g, "\ufffd"));
      expect(data(text)).not.toMatch(/[\r\n]/);
      expect(unescapeData(property(text))).toBe(text);
    }),
  );
});

const unescapeXml = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCharCode(Number(number)))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");

const unescapeData = (text: string) =>
  text
    .replace(/%3A/g, ":")
    .replace(/%2C/g, ",")
    .replace(/%0D/g, "\r")
    .replace(/%0A/g, "\n")
    .replace(/%25/g, "%");

test("Markdown shows hostile text as it is", () => {
  expect(escape("<img src=x> @team [a](b) #1 | `x` https://e.com www.e.com", 200)).toBe(
    "&#60;img src=x&#62; &#64;&#8203;team &#91;a&#93;(b) &#35;&#8203;1 &#124; &#96;x&#96; https&#58;&#8203;//e.com www&#8203;.e.com",
  );
  expect(code("a`b|c\n")).toBe("a'b¦c\\u000a");
  expect(plain("\u001b[31m\u202e\ud83d\ude00\ud83d")).toBe("\\u001b[31m\\u202e\ud83d\ude00\\ud83d");
});
