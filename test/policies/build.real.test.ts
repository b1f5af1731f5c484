import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPolicies, manifestText } from "../../operations/policy/build";
import { policyPages } from "../../operations/policy/pages";
import { judge, shippedBundle } from "../../policies/gate";
import { projectionOf } from "../../policies/gate/rules/project";
import { toolPath } from "../../tools/find";
import { file, now, policies, synthEditor } from "./fixtures";

jest.setTimeout(180_000);

const scratch = mkdtempSync(join(tmpdir(), "plinth-build-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("the committed Wasm, manifest and dispatcher are what the Rego builds to, in any folder", () => {
  const copy = join(scratch, "elsewhere");
  cpSync(policies, copy, { recursive: true });
  const built = buildPolicies(copy, { opa: toolPath("opa"), shared: copy });
  const bundle = join(policies, "gate", "bundle");
  expect(Buffer.from(built.wasm).equals(readFileSync(join(bundle, "policy.wasm")))).toBe(true);
  expect(readFileSync(join(bundle, "manifest.json"), "utf8")).toBe(manifestText(built.manifest));
  expect(readFileSync(join(policies, "dispatch.rego"), "utf8")).toBe(built.dispatch);
  expect(shippedBundle().manifest).toEqual(built.manifest);
});

test("the Rego is formatted, strict, and its own tests pass", () => {
  const opa = (...args: string[]) =>
    execFileSync(toolPath("opa"), args, { cwd: join(policies, ".."), encoding: "utf8" });
  expect(opa("fmt", "--list", "policies")).toBe("");
  expect(opa("check", "--strict", "policies")).toBe("");
  expect(opa("test", "policies")).toMatch(/^PASS: \d+\/\d+\s*$/);
});

test("each policy has its test beside it, named for what it allows or denies", () => {
  for (const rule of shippedBundle().manifest.rules) {
    const parts = rule.package.split(".");
    const text = readFileSync(join(policies, ...parts, `${parts.at(-1)}_test.rego`), "utf8");
    expect(text).toContain(`package ${rule.package}_test`);
    expect(
      [...text.matchAll(/^(test_\w+)/gm)]
        .map((match) => match[1])
        .filter((name) => !/^test_(deny|allow)_/.test(name ?? "")),
    ).toEqual([]);
  }
});

test("the policy pages are what METADATA says", () => {
  const docs = join(policies, "..", "docs", "policies");
  const pages = policyPages(shippedBundle().manifest);
  expect(readdirSync(docs).sort()).toEqual(pages.map((page) => page.path).sort());
  for (const { path, text } of pages) expect(readFileSync(join(docs, path), "utf8")).toBe(text);
});

test("conftest finds the same through the door", () => {
  const run = () =>
    execFileSync(
      toolPath("conftest"),
      ["test", "-p", "policies", "--output", "json", "test/fixtures/plans/aws.json"],
      { cwd: join(policies, ".."), encoding: "utf8" },
    );
  expect(JSON.parse(run())).toMatchObject([{ namespace: "main" }]);
  expect(JSON.parse(run())[0].failures ?? []).toEqual([]);
});

const OWN = `# METADATA
# title: Queues have long names
# description: A house rule.
# custom:
#   id: OWN-001
#   severity: low
#   types: [aws_sqs_queue]
#   stages: [synth]
#   aliases: []
#   controls: []
#   fix: Use a longer name.
#   unknown: defer
package own.names

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} is called {input.after.name}") if count(input.after.name) < 20
`;

function own(text: string): string {
  const dir = join(scratch, "own");
  mkdirSync(join(dir, "own", "names"), { recursive: true });
  writeFileSync(join(dir, "own", "names", "names.rego"), text);
  return dir;
}

test("a folder of one's own compiles to what --policy takes; low severity informs only", async () => {
  const { wasm } = buildPolicies(own(OWN), { opa: toolPath("opa") });
  const verdict = await judge([file(synthEditor("gate/aws.tf.json").json)], { now, bundle: wasm });
  expect(verdict).toMatchObject({ verdict: "pass", counts: { rules: 1, deny: 0, advisory: 2 } });
  expect(verdict.findings.map((f) => f.message)).toEqual([
    "aws_sqs_queue.dead is called orders-dead",
    "aws_sqs_queue.queue is called orders",
  ]);
});

test.each([
  ["a rule", "long if input.after.name == input.after.fifo_queue"],
  ["a function", "long(_) if input.after.name == input.after.fifo_queue"],
])("what a policy reads by %s of another folder is among its fields", (_kind, helper) => {
  const call = helper.includes("(") ? "helpers.long(1)" : "helpers.long";
  const dir = own(
    OWN.replace(
      "import data.lib.report",
      "import data.lib.report\nimport data.own.helpers",
    ).replace("count(input.after.name) < 20", call),
  );
  writeFileSync(join(dir, "own", "helpers.rego"), `package own.helpers\n\n${helper}\n`);
  const { manifest } = buildPolicies(dir, { opa: toolPath("opa") });
  rmSync(join(dir, "own", "helpers.rego"));
  expect(manifest.rules[0]?.reads).toEqual([
    ["address"],
    ["after", "fifo_queue"],
    ["after", "name"],
  ]);
});

test("what the Wasm does not have, and METADATA that lacks a key, are errors when building", () => {
  const build = (text: string) => () => buildPolicies(own(text), { opa: toolPath("opa") });
  expect(
    build(OWN.replace("count(input.after.name) < 20", "semver.is_valid(input.after.name)")),
  ).toThrow("undefined function semver.is_valid");
  expect(build(OWN.replace("severity: low", "severity: huge"))).toThrow(
    "own/names/names.rego: METADATA: severity must be one of critical, high, medium, low",
  );
});

test.each(["input.after[key] == 1", 'object.get(input.after, key, "") == 1'])(
  "a rule that reads attributes by names that are not written in it, such as by %s, is an error when building",
  (condition) => {
    const text = OWN.replace(
      "count(input.after.name) < 20",
      `{ some key in ["a", "b"]; ${condition} }`,
    );
    expect(() => buildPolicies(own(text), { opa: toolPath("opa") })).toThrow(
      "OWN-001: expected attributes by name, such as `input.after.name`, got `input.after` as a whole: the gate hands a rule what it names, and knows of nothing else whether it is known yet",
    );
  },
);

test("rules see only what they read", () => {
  const project = projectionOf(shippedBundle().manifest);
  const subject = {
    type: "aws_dynamodb_table",
    address: "a",
    stack: null,
    stage: "synth",
    actions: [],
    replacePaths: [],
    gone: false,
    unresolved: {},
    links: {},
    unknown: { hash_key: true },
    origin: { construct: null, source: null, path: null },
    former: [],
    written: {},
    file: 0,
  } as const;
  const after = {
    name: "n",
    hash_key: "h",
    ttl: { enabled: true, attribute_name: "t" },
    tags_all: { owner: "o" },
  };
  expect(project({ ...subject, after })).toMatchObject({
    after: { ttl: [{ enabled: true }], tags_all: { owner: "o" } },
    unknown: {},
  });
  expect(JSON.stringify(project({ ...subject, after }))).not.toContain("hash_key");
});
