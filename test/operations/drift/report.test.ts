import Ajv from "ajv/dist/2020";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDrift, itemsOf, reportOf, summarise, worst } from "../../../operations/drift/report";
import { renderText } from "../../../operations/drift/text";
import { change, fixture, planOf } from "./plans";

const KEY = "of this report only";
const resultOf = (name: string) => {
  const items = itemsOf("dev-c01", fixture(name), KEY);
  return {
    ...{ stack: "dev-c01", reason: null, state: { serial: 4, lineage: "l" }, planFingerprint: "f" },
    status: items.some(isDrift) ? ("drifted" as const) : ("clean" as const),
    summary: summarise(items, 0),
    items,
  };
};
const facts = {
  tool: { name: "terraform", version: "1.11.4" },
  commit: "c0ffee",
  startedAt: "2026-01-15T09:30:00.000Z",
  finishedAt: "2026-01-15T09:31:00.000Z",
};

test("a report follows its published schema", () => {
  const file = join(__dirname, "..", "..", "..", "docs", "schemas", "drift-v1.schema.json");
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, formats: { "date-time": true } });
  const validate = ajv.compile(JSON.parse(readFileSync(file, "utf8")));
  validate(reportOf(facts, [resultOf("drifted.json"), resultOf("moved.tofu.json")]));
  expect(validate.errors).toBeNull();
});

test("a report shows what changed, redacted", () => {
  const items = itemsOf("dev-c01", fixture("drifted.json"), KEY);
  const of = (address: string) => items.find((item) => item.address === address);
  expect(of("aws_sqs_queue.q")).toMatchObject({
    ...{ class: "declared", severity: "medium", owner: "commerce" },
    before: { visibility_timeout_seconds: 365 },
    after: { visibility_timeout_seconds: 60 },
  });
  expect(of("aws_iam_role.r")).toMatchObject({
    ...{ class: "silent", severity: "critical" },
    before: { inline_policy: "[]" },
    after: { inline_policy: expect.stringMatching(/^<redacted:\d+ chars:[0-9a-f]{6}>$/) },
  });
  expect(of("aws_ssm_parameter.s")).toMatchObject({
    after: { value: expect.stringMatching(/^<redacted:22 chars:[0-9a-f]{6}>$/), version: 2 },
  });
});

test("the hash of a sensitive value tells nothing outside its report", () => {
  const hash = (key: string) =>
    itemsOf("s", fixture("drifted.json"), key).find(({ type }) => type === "aws_ssm_parameter")
      ?.after;
  expect(hash("one")).not.toEqual(hash("two"));
  expect(hash("one")).toEqual(hash("one"));
});

test("text names drift and what to do, and only counts what is there after every apply", () => {
  expect(renderText(reportOf(facts, [resultOf("drifted.json")]), false)).toBe(
    `dev-c01  drifted  (1 echo, 1 noise)
  silent    aws_iam_role.r  critical  owner commerce
            inline_policy: "[]" -> "${placeholder("aws_iam_role.r", "inline_policy")}"
  silent    aws_security_group.g  critical  owner commerce
            ingress: "[]" -> "${placeholder("aws_security_group.g", "ingress")}"
  declared  aws_sqs_queue.q  medium  owner commerce
            visibility_timeout_seconds: 365 -> 60
  declared  aws_sqs_queue_policy.q  critical
            policy: "${placeholder("aws_sqs_queue_policy.q", "policy", "before")}" -> "${placeholder("aws_sqs_queue_policy.q", "policy")}"
  declared  aws_ssm_parameter.s  medium  owner commerce
            value: "${placeholder("aws_ssm_parameter.s", "value", "before")}" -> "${placeholder("aws_ssm_parameter.s", "value")}"
            version: 1 -> 2

declared: an apply puts it back; to keep it, change the declaration first
silent: no apply puts it back; undo it by hand, or declare it
`,
  );
});

function placeholder(address: string, path: string, side: "before" | "after" = "after") {
  const items = itemsOf("dev-c01", fixture("drifted.json"), KEY);
  return items.find((item) => item.address === address)?.[side][path];
}

const token = fc.stringMatching(/^[a-z0-9]{16,40}$/);
const leaf = fc.oneof(token, fc.record({ inner: token }), fc.array(token, { minLength: 1 }));
type Marked = { readonly value: unknown; readonly mask: boolean };
const marked = fc.dictionary(
  fc.constantFrom("first", "second", "third"),
  fc.record({ value: leaf, mask: fc.boolean() }),
);
const side = (all: Record<string, Marked>) =>
  Object.fromEntries(Object.entries(all).map(([name, { value }]) => [name, value]));
const masks = (all: Record<string, Marked>) =>
  Object.fromEntries(Object.entries(all).map(([name, { mask }]) => [name, mask]));
const leaves = (value: unknown): string[] =>
  typeof value === "string" ? [value] : Object.values(value as object).flatMap(leaves);

test("no report holds a value that the plan marks as sensitive", () => {
  fc.assert(
    fc.property(marked, marked, (before, after) => {
      const sensitive = { before_sensitive: masks(before), after_sensitive: masks(after) };
      const drift = change("any_thing", ["update"], side(before), side(after), sensitive);
      const items = itemsOf("s", planOf([drift], []), KEY);
      const report = reportOf(facts, [{ ...resultOf("gone.json"), items }]);
      const text = JSON.stringify(report) + renderText(report, false);
      const names = Object.keys({ ...before, ...after });
      const secret = names.filter((name) => before[name]?.mask || after[name]?.mask);
      const values = secret.flatMap((name) =>
        [before[name], after[name]].flatMap((m) => (m ? leaves(m.value) : [])),
      );
      expect(values.filter((value) => text.includes(value))).toEqual([]);
    }),
  );
});

test("a name that suggests a secret redacts what no provider marked", () => {
  const variables = (DB_PASSWORD: string) => ({ environment: [{ variables: { DB_PASSWORD } }] });
  const drift = change("aws_lambda_function", ["update"], variables("a"), variables("b"));
  expect(itemsOf("s", planOf([drift], []), KEY)[0]?.after).toEqual({
    "environment.0.variables.DB_PASSWORD": expect.stringMatching(/^<redacted:1 chars:/),
  });
});

test("drift that was found leads, then errors, then what could not be seen", () => {
  expect(worst(["clean", "incomplete", "error", "drifted"])).toBe("drifted");
  expect(worst(["clean", "incomplete", "error"])).toBe("error");
  expect(worst(["clean", "incomplete"])).toBe("incomplete");
  expect(worst([])).toBe("clean");
});
