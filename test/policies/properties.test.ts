import fc from "fast-check";
import { CannotJudge, judge } from "../../policies/gate";
import { read } from "../../policies/gate/input";
import { OddJson, decode, scanObject } from "../../policies/gate/scan";
import { redact, standIn, unknownAndSensitive } from "../../policies/gate/sensitive";
import type { Json } from "../../policies/gate/types";
import { file, load, now, planEditor } from "./fixtures";

const bytes = (text: string) => new TextEncoder().encode(text);

/** JSON as somebody might write it: with white space, with escapes in keys. */
const written = fc
  .tuple(
    fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue({ maxDepth: 4 }), { maxKeys: 8 }),
    fc.constantFrom(undefined, 1, 2, "\t", " \n "),
  )
  .map(([value, indent]) => JSON.stringify(value, null, indent));

test("the scanner finds what JSON.parse finds", () => {
  fc.assert(
    fc.property(written, (text) => {
      const data = bytes(text);
      const found = [...scanObject(data)].map(([key, slice]) => [key, decode(data, slice)]);
      expect(Object.fromEntries(found)).toEqual(JSON.parse(new TextDecoder().decode(data)));
    }),
    { numRuns: 500 },
  );
});

test("the scanner never takes a text that was cut short", () => {
  fc.assert(
    fc.property(written, fc.double({ min: 0, max: 0.999, noNaN: true }), (text, part) => {
      const data = bytes(text);
      expect(() => scanObject(data.subarray(0, Math.floor(data.length * part)))).toThrow(
        expect.objectContaining({}),
      );
    }),
    { numRuns: 300 },
  );
});

test("whatever the bytes, the gate answers or says what it cannot judge", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.uint8Array({ maxLength: 200 }), written.map(bytes)),
      async (data) => {
        const outcome = await judge([{ name: "any.json", bytes: data }], { now }).catch(
          (error: unknown) => error,
        );
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(CannotJudge);
      },
    ),
    { numRuns: 300 },
  );
});

test("whatever is planned, the gate does not fall over", async () => {
  const plan = planEditor("plans/aws.json");
  await fc.assert(
    fc.asyncProperty(
      fc.nat(plan.json.resource_changes.length - 1),
      fc.constantFrom(
        "after",
        "after_unknown",
        "after_sensitive",
        "actions",
        "replace_paths",
        "before",
      ),
      fc.jsonValue({ maxDepth: 3 }),
      async (i, key, value) => {
        const json = structuredClone(plan.json);
        json.resource_changes[i].change[key] = value;
        await judge([file(json)], { now });
      },
    ),
    { numRuns: 200 },
  );
});

/** The same value with its keys in another order. */
function shuffled(value: Json): Json {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, child]) => [key, shuffled(child as Json)]));
}

test("the fingerprint does not depend on spelling, time or tool, and does on everything planned", () => {
  const plan = load("plans/aws.json");
  const print = (value: unknown, indent?: number) =>
    read(file(JSON.stringify(value, null, indent))).fingerprint;
  const same = print(plan);
  expect(print(plan, 2)).toBe(same);
  expect(print(shuffled(plan))).toBe(same);
  expect(print({ ...plan, timestamp: "2030-01-01T00:00:00Z", terraform_version: "9.9.9" })).toBe(
    same,
  );
  fc.assert(
    fc.property(
      fc.nat(plan.resource_changes.length - 1),
      fc.string({ minLength: 1 }),
      (i, text) => {
        const other = structuredClone(plan);
        other.resource_changes[i].change.after.description = `${text}!`;
        expect(print(other)).not.toBe(same);
      },
    ),
    { numRuns: 50 },
  );
  const configured = structuredClone(plan);
  configured.configuration.root_module.resources[0].expressions.extra = { constant_value: 1 };
  expect(print(configured)).not.toBe(same);
});

const SECRET = "hunter22222-swordfish";

test("no sensitive value reaches a rule or a message", async () => {
  const types = [
    ...new Set<string>(
      load("plans/aws.json").resource_changes.map((entry: { type: string }) => entry.type),
    ),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...types),
      fc.constantFrom(
        "policy",
        "acl",
        "assume_role_policy",
        "authorization_type",
        "principal",
        "kms_key_id",
        "tags_all",
        "inline_policy",
        "visibility_timeout_seconds",
      ),
      fc.constantFrom<unknown>(
        SECRET,
        { owner: SECRET },
        [{ policy: SECRET }],
        JSON.stringify({
          Statement: [{ Effect: "Allow", Action: `${SECRET}*`, Principal: "*", Resource: "*" }],
        }),
      ),
      async (type, attribute, value) => {
        const { json } = planEditor("plans/aws.json");
        const { change } = json.resource_changes.find(
          (entry: { type: string }) => entry.type === type,
        );
        change.after[attribute] = value;
        change.before = { [attribute]: value };
        change.after_sensitive = { [attribute]: true };
        change.before_sensitive = { [attribute]: true };
        json.variables = { password: { value: SECRET } };
        json.output_changes.password = { after: SECRET, after_sensitive: true };
        const verdict = await judge([file(json)], { now });
        expect(JSON.stringify(verdict)).not.toContain("hunter");
        const denied = verdict.findings.filter(
          (f) => f.type === type && f.message.includes("not JSON"),
        );
        expect(denied).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});

test("redaction replaces exactly what the mask covers", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), (value) => {
      const mask = Object.fromEntries(Object.keys(value).map((key, i) => [key, i % 2 === 0]));
      const hidden = redact(value as Json, mask) as Record<string, Json>;
      for (const [key, covered] of Object.entries(mask)) {
        const before = value[key] as Json;
        expect(hidden[key]).toEqual(covered && before !== null ? standIn(before) : before);
      }
    }),
  );
  expect(
    unknownAndSensitive({ a: true }, { b: true, c: [{ d: true }] }, { b: 1, c: [{ d: 2 }] }),
  ).toEqual({
    a: true,
    b: true,
    c: [{ d: true }],
  });
  expect(standIn("a")).not.toBe(standIn("b"));
});

test("odd JSON is an error of its own", () => {
  for (const text of [
    "",
    "[]",
    "{",
    '{"a":1}x',
    '{"a" 1}',
    '{"a":}',
    `{"a":${"[".repeat(600)}${"]".repeat(600)}}`,
  ]) {
    expect(() => scanObject(bytes(text))).toThrow(OddJson);
  }
});
