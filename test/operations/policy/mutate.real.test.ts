import { toolPath } from "../../../tools/find";
import { plinth, scratch } from "../cli/plinth";
import { put } from "../gate/stacks";

jest.setTimeout(120_000);

const RULE = `# METADATA
# custom:
#   id: TEAM-001
package team.names

import data.lib.report

# Größe: ä 😀, which opa counts otherwise than JavaScript.
deny contains report.finding(rego.metadata.chain(), $"{input.address} has a short name") if {
	named["😀"]; kinds[input.type]
	not count(lower(input.after.name)) >= 8
}

kinds := {"aws_sqs_queue", "aws_sns_topic"}

named := {"😀": true}
`;

const HEAD = `package team.names_test

import data.lib.expect
import data.team.names as policy
`;

const VACUOUS = `${HEAD}
test_allow_anything if count(policy.deny) >= 0
`;

const STRONG = `${HEAD}
found(type, name) := result if {
	result := policy.deny with input as expect.resource(type, "plan", {"name": name})
}

short(type) := {expect.finding("TEAM-001", $"{type}.it has a short name")}

test_deny_short_names if {
	every type in ["aws_sqs_queue", "aws_sns_topic"] {
		found(type, "orders1") == short(type)
	}
}

test_allow_long_names_and_other_types if {
	found("aws_sqs_queue", "orders12") == set()
	found("aws_kms_key", "orders1") == set()
}
`;

const folder = (rule: string, tests: string, more: Record<string, string> = {}) =>
  put(scratch(), {
    "rules/team/names/names.rego": rule,
    "rules/team/names/names_test.rego": tests,
    ...more,
  });

const mutate = (cwd: string, ...args: string[]) =>
  plinth(["policy", "mutate", "rules", "--opa", toolPath("opa"), ...args], { cwd });

const edits = (stdout: string): string[] =>
  JSON.parse(stdout).survivors.map(
    ({ row, from, to }: { row: number; from: string; to: string }) =>
      `${row} ${from.replaceAll(/\s+/g, " ").slice(0, 44)} → ${to}`,
  );

test("every mistake that compiles is made once; a test that asserts nothing notices none", () => {
  const { code, stdout } = mutate(folder(RULE, VACUOUS), "team", "--json");
  expect(code).toBe(1);
  expect(edits(stdout)).toMatchInlineSnapshot(`
   [
     "9 report.finding → report.violation",
     "9 $"{input.address} has a short name" → $"~{input.address} has a short name"",
     "9 input.address → 0",
     "10 named["😀"] → not named["😀"]",
     "10 named["😀"] → true",
     "10 kinds[input.type] → not kinds[input.type]",
     "10 kinds[input.type] → true",
     "11 not count(lower(input.after.name)) >= 8 → count(lower(input.after.name)) >= 8",
     "11 not count(lower(input.after.name)) >= 8 → true",
     "11 lower(input.after.name) → input.after.name",
     "11 >= → >",
     "11 8 → 7",
     "11 8 → 9",
     "14 {"aws_sqs_queue", "aws_sns_topic"} → {"aws_sns_topic"}",
     "14 {"aws_sqs_queue", "aws_sns_topic"} → {"aws_sqs_queue"}",
     "16 true → false",
   ]
  `);
  expect(JSON.parse(stdout)).toMatchObject({
    schema: "plinth.mutants/v1",
    logic: { killed: 1, survived: 14 },
    messages: { killed: 0, survived: 2, score: 0 },
  });
});

test("tests that hold a rule to what it says notice every mistake but those that change nothing", () => {
  const { code, stdout, stderr } = mutate(folder(RULE, STRONG), "team", "--least", "80");
  expect({ code, stdout }).toMatchInlineSnapshot(`
   {
     "code": 0,
     "stdout": "rules/team/names/names.rego:10  named["😀"] → true
   rules/team/names/names.rego:11  lower(input.after.name) → input.after.name
   rules     86.66 % of 15 mistakes noticed, 2 not
   messages  100 % of 2 mistakes noticed, 0 not
   0 more change nothing
   at least 80 %
   ",
   }
  `);
  expect(stderr).toBe("1 of 1 batches\n");
});

const SAME = {
  file: "team/names/names.rego",
  line: "not count(lower(input.after.name)) >= 8",
  from: "lower(input.after.name)",
  to: "input.after.name",
  because: "a name has as many letters in lower case",
};

test("what changes nothing is listed with its reason, and the list must be true", () => {
  const list = (...entries: object[]) => ({ "same.json": JSON.stringify(entries) });
  const known = mutate(folder(RULE, STRONG, list(SAME)), "team", "--equivalent", "same.json");
  expect(known.stdout).not.toContain("lower(input.after.name)");
  expect(known.stdout).toContain("\n1 more change nothing\n");
  const stale = { ...SAME, from: "8", to: "9" };
  const wrong = mutate(
    folder(RULE, STRONG, list(SAME, stale)),
    ...["team", "--equivalent", "same.json", "--least", "50"],
  );
  expect(wrong.code).toBe(1);
  expect(wrong.stdout).toContain("team/names/names.rego: no such mutant survives: 8 → 9");
  const none = folder(RULE, STRONG, { "same.json": '[{"file": "team/names/names.rego"}]' });
  expect(mutate(none, "--equivalent", "same.json")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("same.json: expected a list of equivalent mutants"),
  });
});

test("a mistake that does not compile is none, even where opa does not say where it stands", () => {
  const rule = `${RULE.replace("has a short name", "has a name of {least} or less")}\nleast := 7\n`;
  const { code, stdout } = mutate(folder(rule, VACUOUS), "team", "--json", "--least", "0");
  expect(code).toBe(0);
  expect(edits(stdout).filter((edit) => edit.startsWith("18"))).toEqual(["18 7 → 6", "18 7 → 8"]);
});

test("a mistake in what policies share is noticed by the tests of those that use it", () => {
  const shared = RULE.replace("not count", "not shared.long(input.after.name)\n\tnot count")
    .replace("import data.lib.report", "import data.lib.report\nimport data.team.shared")
    .replace("\tnot count(lower(input.after.name)) >= 8\n", "");
  const cwd = folder(shared, STRONG, {
    "rules/team/shared/shared.rego": "package team.shared\n\nlong(name) if count(name) >= 8\n",
  });
  const { code, stdout } = mutate(cwd, "team/shared", "--json");
  expect(JSON.parse(stdout).logic).toMatchObject({ survived: 0, score: 100 });
  expect(code).toBe(0);
});

test.each([
  ["tests that fail as they are", RULE.replace(">= 8", ">= 9"), STRONG, "opa test"],
  ["no such part", RULE, STRONG, "no policy to mutate", "team/other"],
  ["Rego that does not parse", RULE.replace("if {", "if {{"), STRONG, "rego_parse_error"],
])("1: %s", (_, rule, tests, message, part = "team") => {
  const { code, stdout, stderr } = mutate(folder(rule, tests), part);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(message);
});
