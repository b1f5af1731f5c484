import fc from "fast-check";
import { shippedBundle } from "../../../policies/gate";
import { boundFingerprint } from "../../../policies/gate/exemptions/bound";
import type { Json, JsonObject, Path, Rule, Subject } from "../../../policies/gate/types";
import { put } from "../../../policies/gate/input/unknowns";

const { rules } = shippedBundle().manifest;

/** The fields that a rule reads, each once; none within another. */
function fieldsOf(rule: Rule): Path[] {
  const paths = rule.reads.filter(([kind]) => kind === "after").map((path) => path.slice(1));
  const isWithin = (a: Path, b: Path) => a.length > b.length && b.every((step, i) => a[i] === step);
  return paths.filter((path) => !paths.some((other) => isWithin(path, other)));
}

function subjectOf(rule: Rule, written: Json, unknown: Json = {}): Subject {
  return {
    type: rule.types[0] ?? "",
    address: "a.b",
    stack: "dev-c01",
    stage: "synth",
    actions: [],
    replacePaths: [],
    gone: false,
    after: written as JsonObject,
    written: written as JsonObject,
    unknown: unknown as JsonObject,
    unresolved: {},
    links: {},
    origin: { construct: null, source: null, path: null },
    former: [],
    file: 0,
  };
}

const print = (rule: Rule, written: Json, unknown?: Json) =>
  boundFingerprint(rule, subjectOf(rule, written, unknown), () => undefined);

/** Every field that the rule reads, set. */
const filled = (rule: Rule): Json =>
  fieldsOf(rule).reduce<Json>((tree, path, i) => put(tree, path, `value ${i}`), {});

const reading = rules.filter((rule) => fieldsOf(rule).length > 0);
const value = fc.oneof(fc.string(), fc.integer(), fc.boolean());

test.each(reading.map((rule) => [rule.id, rule] as const))(
  "%s: the fingerprint is of each field that it reads, and of no other",
  (_, rule) => {
    const before = filled(rule);
    const same = print(rule, before);
    fc.assert(
      fc.property(fc.constantFrom(...fieldsOf(rule)), value, (path, changed) => {
        expect(print(rule, put(before, path, changed))).not.toBe(same);
        expect(print(rule, put(before, path, null))).not.toBe(same);
        for (let length = 0; length < path.length; length++) {
          const level = path.slice(0, length);
          if (typeof path[length] === "number") continue;
          expect(print(rule, put(before, [...level, "unread"], changed))).toBe(same);
        }
      }),
      { numRuns: 30 },
    );
  },
);

test("blocks that hold nothing the rule reads are as good as none", () => {
  const rule = rules.find(({ id }) => id === "AWS-LAMBDA-002")!;
  const none = print(rule, {});
  expect(print(rule, { scaling_config: [{ unread: 1 }] })).toBe(none);
  expect(print(rule, { scaling_config: { unread: 1 } })).toBe(none);
  expect(print(rule, { scaling_config: [] })).toBe(none);
  const block = print(rule, { scaling_config: [{ maximum_concurrency: 5 }] });
  expect(block).not.toBe(none);
  expect(print(rule, { scaling_config: { maximum_concurrency: 5 } })).toBe(block);
});

test("a token counts by its path and text, where the rule reads it", () => {
  const rule = rules.find(({ id }) => id === "AWS-DDB-002")!;
  const withTtl = (name: string, token: string, list: boolean) => {
    const block = { [name]: token };
    const unknown = { [name]: true };
    return list
      ? print(rule, { ttl: [block] }, { ttl: [unknown] })
      : print(rule, { ttl: block }, { ttl: unknown });
  };
  for (const list of [true, false]) {
    expect(withTtl("attribute_name", "${x.a}", list)).toBe(print(rule, {}));
    expect(withTtl("enabled", "${x.a}", list)).not.toBe(print(rule, {}));
    expect(withTtl("enabled", "${x.a}", list)).not.toBe(withTtl("enabled", "${x.b}", list));
    expect(withTtl("enabled", "true", list)).not.toBe(print(rule, { ttl: [{ enabled: "true" }] }));
  }
  expect(print(rule, { ttl: "${x.a}" }, { ttl: true })).not.toBe(print(rule, {}));
});

test("what is not found by another rule or type is bound to neither", () => {
  const [first, second] = reading as [Rule, Rule];
  expect(print(first, {})).not.toBe(print(second, {}));
});
