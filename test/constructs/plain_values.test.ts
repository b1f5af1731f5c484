import fc from "fast-check";
import { resolvePlain } from "../../constructs/plain_values";
import { App, Fn, Lazy, resolved, restoreCdktf, TerraformStack, Token } from "../../constructs/tf";

const stack = new TerraformStack(new App({ stackTraces: false }), "stack");

/** By cdktf's own function, from here on. */
beforeAll(restoreCdktf);
const byCdktf = (value: unknown): unknown => resolved(stack, value);

const tokens: Readonly<Record<string, unknown>> = {
  "a text": Lazy.stringValue({ produce: () => "late" }),
  "a part of a text": `before ${Lazy.stringValue({ produce: () => "late" })} after`,
  "a number": Lazy.numberValue({ produce: () => 7 }),
  "a number in a text": `a number ${Lazy.numberValue({ produce: () => 7 })}`,
  "a list": Lazy.listValue({ produce: () => ["a", "b"] }),
  "a list of numbers": Token.asNumberList({ resolve: () => [1, 2] }),
  "a map": Token.asStringMap({ resolve: () => ({ a: "b" }) }),
  anything: Lazy.anyValue({ produce: () => ({ nothing: undefined, nested: [undefined, 1] }) }),
  "an expression": Fn.join(",", ["a", "${b.c}"]),
  "a key": { [Lazy.stringValue({ produce: () => "key" })]: 1 },
};

const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constantFrom(null, undefined),
    ),
    fc.constantFrom(...Object.values(tokens), "${aws_sqs_queue.orders.arn}", new Date(0)),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }),
  ),
})).value;

test("whatever a value is made of, it becomes what cdktf makes of it", () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(resolvePlain(value, byCdktf)).toEqual(byCdktf(value));
    }),
    { numRuns: 500 },
  );
});

test.each(Object.entries(tokens))("%s that is a token goes to cdktf, alone", (_, token) => {
  const given: unknown[] = [];
  const remember = (value: unknown) => {
    given.push(value);
    return byCdktf(value);
  };
  expect(resolvePlain({ plain: "text", token }, remember)).toEqual(
    byCdktf({ plain: "text", token }),
  );
  expect(given).not.toContainEqual(expect.objectContaining({ plain: "text" }));
});

test("what cdktf refuses it refuses here", () => {
  for (const value of [stack, () => 1, { deep: [stack] }]) {
    expect(() => resolvePlain(value, byCdktf)).toThrow();
    expect(() => byCdktf(value)).toThrow();
  }
});

test("a value that holds itself ends in cdktf's own error", () => {
  const value: Record<string, unknown> = {};
  value["self"] = value;
  expect(() => resolvePlain(value, byCdktf)).toThrow(RangeError);
  expect(() => byCdktf(value)).toThrow(/circular reference/);
});
