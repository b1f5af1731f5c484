import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toolPath } from "../../../tools/find";
import { filesIn, plinth, scratch } from "../cli/plinth";
import { cleanSynth, put } from "../gate/stacks";

jest.setTimeout(120_000);

const RULE = `# METADATA
# title: Queues are named by the team
# description: A name says who answers for a queue.
# custom:
#   id: TEAM-001
#   severity: high
#   types: [aws_sqs_queue]
#   stages: [synth, plan]
#   aliases: []
#   controls: []
#   fix: Start the name with "team-".
#   unknown: defer
package team.names

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not named by the team") if {
	input.type == "aws_sqs_queue"
	not startswith(input.after.name, "team-")
}
`;

const queue = (name: string) => ({
  ...cleanSynth("dev-c01"),
  resource: { aws_sqs_queue: { q: { name } } },
});

test("a team's own folder of Rego, alone, becomes what --policy takes, the same bytes each time", () => {
  const cwd = put(scratch(), { "bad.tf.json": queue("other"), "good.tf.json": queue("team-q") });
  mkdirSync(join(cwd, "rules/team/names"), { recursive: true });
  writeFileSync(join(cwd, "rules/team/names/names.rego"), RULE);
  const build = (output: string) =>
    plinth(
      [
        "policy",
        "build",
        "rules",
        "--alone",
        "--opa",
        toolPath("opa"),
        "--output",
        output,
        "--json",
      ],
      { cwd },
    );
  const built = build("a.wasm");
  expect(built).toMatchObject({ code: 0, stderr: "" });
  expect(JSON.parse(built.stdout)).toMatchObject({
    output: "a.wasm",
    rules: ["TEAM-001"],
    shipped: 0,
  });
  build("b.wasm");
  expect(readFileSync(join(cwd, "a.wasm")).equals(readFileSync(join(cwd, "b.wasm")))).toBe(true);
  const bad = plinth(["gate", "bad.tf.json", "--policy", "a.wasm"], { cwd });
  expect(bad.code).toBe(2);
  expect(bad.stdout).toContain("TEAM-001 high is not named by the team");
  expect(plinth(["gate", "good.tf.json", "--policy", "a.wasm"], { cwd }).code).toBe(0);
});

test.each([
  ["a folder that is not there", ["nowhere"], /^plinth: nowhere: expected a folder of Rego\n$/],
  [
    "an opa that is not there",
    [".", "--opa", "no-such-opa"],
    /^plinth: no-such-opa: no such program; install OPA 1\.x, or name it with --opa\n$/,
  ],
])("1: %s", (_, args, message) => {
  const { code, stderr, stdout } = plinth(["policy", "build", ...args]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(message);
});

test("Rego that does not compile is told by opa's own words, and nothing is written", () => {
  const cwd = put(scratch(), { "rules/team/names/names.rego": RULE.replace("if {", "if {{") });
  const { code, stderr } = plinth(["policy", "build", "rules", "--opa", toolPath("opa")], { cwd });
  expect(code).toBe(1);
  expect(stderr).toMatch(/rego_parse_error/);
  expect(filesIn(cwd)).toEqual(["rules/team/names/names.rego"]);
});
