import fc from "fast-check";
import { CannotJudge, exitCodeOf, judge } from "../../../policies/gate";
import { canonicalOf } from "../../../policies/gate/text/canonical";
import { Damage } from "../../../policies/gate/text/damage";
import type { DamageKind } from "../../../policies/gate/text/damage";
import { read } from "../../../policies/gate/input/input";
import { outlineOf } from "../../../policies/gate/text/outline";
import { Source } from "../../../policies/gate/text/source";
import type { Json } from "../../../policies/gate/types";
import { file, load, now } from "../fixtures";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

/** JSON as somebody might write it: with white space, with escapes in keys. */
const written = fc
  .tuple(
    fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue({ maxDepth: 4 }), { maxKeys: 8 }),
    fc.constantFrom(undefined, 1, 2, "\t", " \n "),
    fc.boolean(),
  )
  .map(([value, indent, escaped]) => {
    const plain = JSON.stringify(value, null, indent);
    return escaped ? plain.replace(/[<>&é/]|[^\0-\x7f]/g, escape) : plain;
  });

/** Every UTF-16 unit as `\uXXXX`. */
const escape = (character: string) =>
  character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

/** The same value with its keys in another order. */
function shuffled(value: Json): Json {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, child]) => [key, shuffled(child as Json)]));
}

describe("the outline", () => {
  test.each([true, false])("finds what JSON.parse finds (canonicalised: %s)", (isHashed) => {
    fc.assert(
      fc.property(written, (given) => {
        const data = bytes(given);
        const outline = outlineOf(data, () => isHashed)!;
        const source = new Source(data);
        const found = [...outline.slices].map(([key, slice]) => [key, source.parse(slice)]);
        expect(Object.fromEntries(found)).toEqual(JSON.parse(given));
        for (const [key, slices] of outline.elements) {
          expect(slices.map((slice) => source.parse(slice))).toEqual(JSON.parse(given)[key]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("never takes a text that was cut short", () => {
    fc.assert(
      fc.property(written, fc.double({ min: 0, max: 0.999, noNaN: true }), (given, part) => {
        const cut = bytes(given).subarray(0, Math.floor(bytes(given).length * part));
        for (const isHashed of [true, false]) {
          expect(() => outlineOf(cut, () => isHashed)).toThrow(Damage);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("takes a changed byte exactly where JSON.parse does", () => {
    const change = fc.tuple(written, fc.nat(), fc.integer({ min: 0, max: 0x7f }));
    fc.assert(
      fc.property(change, fc.boolean(), ([given, at, byte], isHashed) => {
        const data = bytes(given);
        data[at % data.length] = byte;
        // A byte in the middle of a character: the encoding is looked at before.
        fc.pre(Buffer.from(text(data)).equals(Buffer.from(data)));
        const outcome = attempt(() => outlineOf(data, () => isHashed));
        if (outcome === "twice" || outcome === "half" || outcome === "huge") return;
        expect(outcome === undefined).toBe(isJson(text(data)));
      }),
      { numRuns: 2000 },
    );
  });

  test.each<[string, DamageKind]>([
    ["", "short"],
    ["{", "short"],
    ['{"a":1}x', "odd"],
    ['{"a" 1}', "odd"],
    ['{"a":}', "odd"],
    ['{"a":1,}', "odd"],
    ['{"a":[1,]}', "odd"],
    ['{"a":01}', "odd"],
    ['{"a":1.}', "odd"],
    ['{"a":.5}', "odd"],
    ['{"a":+1}', "odd"],
    ['{"a":truu}', "odd"],
    ['{"a":"\u0001"}', "odd"],
    ['{"a":"\\x"}', "odd"],
    ['{"a":"\\u12g4"}', "odd"],
    ['{"a":1e999}', "huge"],
    [`{"a":${"9".repeat(2000)}}`, "huge"],
    ['{"a":"\\ud800"}', "half"],
    ['{"a":"\\udc00\\ud800"}', "half"],
    ['{"a":1,"a":1}', "twice"],
    [`{"a":${"[".repeat(600)}${"]".repeat(600)}}`, "deep"],
    [`{"a":${'{"b":'.repeat(600)}1${"}".repeat(600)}}`, "deep"],
  ])("%s is damage: %s", (given, kind) => {
    for (const isHashed of [true, false]) {
      expect(attempt(() => outlineOf(bytes(given), () => isHashed))).toBe(kind);
    }
  });

  test.each([
    '{"a":{"b":1,"c":2,"b":1}}',
    '{"a":[{"b":1,"\\u0062":1}]}',
    '{"a":{"__proto__":1,"__proto__":2}}',
    '{"a":{"":1,"":1}}',
  ])("a key twice in what is read: %s", (given) => {
    expect(attempt(() => outlineOf(bytes(given), () => true))).toBe("twice");
  });
});

function attempt(work: () => unknown): DamageKind | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    return error.kind;
  }
}

function isJson(given: string): boolean {
  try {
    JSON.parse(given);
    return true;
  } catch {
    return false;
  }
}

describe("the canonical spelling", () => {
  test("is JSON of the same meaning, and its own canonical spelling", () => {
    fc.assert(
      fc.property(written, (given) => {
        const canonical = canonicalOf(bytes(given)).slice();
        expect(JSON.parse(text(canonical))).toEqual(JSON.parse(given));
        expect(text(canonicalOf(canonical))).toBe(text(canonical));
      }),
      { numRuns: 500 },
    );
  });

  test("is one for every spelling", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const canonical = text(canonicalOf(bytes(JSON.stringify(value))));
        const other = JSON.stringify(shuffled(value as Json), null, 3);
        expect(text(canonicalOf(bytes(other)))).toBe(canonical);
        const escaped = other.replace(/[<>&/a-e]/g, escape);
        if (isJson(escaped)) expect(text(canonicalOf(bytes(escaped)))).toBe(canonical);
      }),
      { numRuns: 500 },
    );
  });

  test("holds long texts, many keys and long keys", () => {
    const long = Object.fromEntries(
      Array.from({ length: 3000 }, (_, i) => [`${i * 7919}${"k".repeat(i % 90)}`, "v".repeat(i)]),
    );
    const value = { z: long, a: "x".repeat(300_000) };
    const canonical = JSON.parse(text(canonicalOf(bytes(JSON.stringify(value)))));
    expect(canonical).toEqual(value);
    expect(Object.keys(canonical)).toEqual(["a", "z"]);
  });
});

describe("the fingerprint of a plan", () => {
  const plan = load("plans/aws.json");
  const print = (value: unknown, indent?: number) =>
    read(file(JSON.stringify(value, null, indent))).fingerprint;

  test("does not depend on spelling, time or tool", () => {
    const same = print(plan);
    expect(print(plan, 2)).toBe(same);
    expect(print(shuffled(plan))).toBe(same);
    const later = { ...plan, timestamp: "2030-01-01T00:00:00Z", terraform_version: "9.9.9" };
    expect(print(later)).toBe(same);
  });

  test("depends on everything planned", () => {
    const same = print(plan);
    fc.assert(
      fc.property(
        fc.nat(plan.resource_changes.length - 1),
        fc.string({ minLength: 1 }),
        (i, extra) => {
          const other = structuredClone(plan);
          other.resource_changes[i].change.after.description = `${extra}!`;
          expect(print(other)).not.toBe(same);
        },
      ),
      { numRuns: 50 },
    );
    const configured = structuredClone(plan);
    configured.configuration.root_module.resources[0].expressions.extra = { constant_value: 1 };
    expect(print(configured)).not.toBe(same);
  });
});

describe("the fingerprint of a synthesized stack", () => {
  const stack = load("gate/aws.tf.json");
  const print = (value: unknown, indent?: number) =>
    read(file(JSON.stringify(value, null, indent))).fingerprint;
  const changed = (change: (json: typeof stack) => void) => {
    const other = structuredClone(stack);
    change(other);
    return print(other);
  };

  test("does not depend on spelling, nor on what Terraform ignores", () => {
    const same = print(stack);
    expect(print(shuffled(stack), 2)).toBe(same);
    const note = { "//": { metadata: { plinth: { source: "environments/dev.ts:9" } } } };
    const commented = changed((json) => {
      Object.assign(json, note);
      Object.assign(json.terraform, note);
      for (const bodies of Object.values(json.output)) Object.assign(bodies as object, note);
      for (const [only] of Object.values<object[]>(json.provider)) Object.assign(only!, note);
      for (const named of Object.values<object>(json.resource)) {
        for (const body of Object.values(named)) Object.assign(body, note);
      }
    });
    expect(commented).toBe(same);
    expect(
      changed((json) => {
        delete json["//"];
        for (const named of Object.values<object>(json.resource)) {
          for (const body of Object.values(named)) delete body["//"];
        }
      }),
    ).toBe(same);
  });

  test.each<[string, (json: typeof stack) => void]>([
    ["tag", (json) => (json.resource.aws_sqs_queue.queue.tags = { "//": "paid by another team" })],
    ["value of an output", (json) => (json.output.plinth_stack.value = { "//": "a" })],
    ["local", (json) => (json.locals = { team: { "//": "a" } })],
    ["block in a resource", (json) => (json.resource.aws_sqs_queue.queue.timeouts = { "//": "a" })],
    ["resource", (json) => delete json.resource.aws_sqs_queue.queue],
  ])("depends on each %s, of whatever name", (_, change) => {
    expect(changed(change)).not.toBe(print(stack));
  });
});

describe("bad input", () => {
  test("a file of more than 400 MB is refused by name, before it is read", () => {
    const huge = { name: "huge.json", bytes: new Uint8Array(400 * 1024 * 1024 + 1) };
    expect(() => read(huge)).toThrow(
      "huge.json: is larger than 400 MB: split the stack, or judge it in parts",
    );
  });

  const plan = JSON.stringify(load("plans/aws.json"));
  const refused = async (data: Uint8Array | string) => {
    const given = typeof data === "string" ? bytes(data) : data;
    const outcome = await judge([{ name: "x.json", bytes: given }], { now }).catch(
      (error: unknown) => error,
    );
    expect(outcome).toBeInstanceOf(CannotJudge);
    return (outcome as CannotJudge).message;
  };

  test.each<[string, Uint8Array | string, string]>([
    ["white space", " \n", "x.json: is empty"],
    [
      "a plan file",
      "PK\u0003\u0004plan",
      "x.json: is a plan file, not its JSON: judge the output of `terraform show -json PLANFILE`",
    ],
    [
      "UTF-16 without a mark",
      Buffer.from(plan, "utf16le"),
      "x.json: is UTF-16, not UTF-8 (PowerShell's `>` writes that): use `| Out-File -Encoding utf8`",
    ],
    [
      "a state file",
      '{"version":4,"terraform_version":"1.5.7","serial":1,"lineage":"a","outputs":{},"resources":[]}',
      "x.json: is a state file, not a plan: judge the output of `terraform show -json PLANFILE`",
    ],
    ["another version", plan.replace('"1.2"', '"2.0"'), /has format version "2.0"/.source],
  ])("%s", async (_, given, message) => {
    expect(await refused(given)).toContain(message.replaceAll("\\", ""));
  });

  test("a key twice, wherever it could hide an answer, is refused and not quoted", async () => {
    const hidden = plan.replace('"address":', '"address":"secret","address":');
    expect(await refused(hidden)).toMatch(
      /^x\.json: has a key twice in one object, so that it can be read in two ways; the second ends at byte \d+$/,
    );
    expect(await refused(plan.replace(/}$/, ',"resource_changes":[]}'))).toContain("a key twice");
  });

  test("the mark before UTF-8 is no damage", async () => {
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes(plan)]);
    const { verdict } = await judge([{ name: "x.json", bytes: marked }], { now });
    expect(verdict).toBe("pass");
  });

  test("hostile names are judged like others", async () => {
    const hostile = plan.replaceAll('"orders', '"__proto__\\u001b[31m<b>');
    const { findings } = await judge([file(hostile)], { now });
    expect(Array.isArray(findings)).toBe(true);
    const proto = plan.replaceAll('"tags":', '"__proto__":');
    await judge([file(proto)], { now });
    expect(({} as { owner?: unknown }).owner).toBeUndefined();
  });
});

describe("whatever the bytes", () => {
  const outcomeOf = (data: Uint8Array) =>
    judge([{ name: "any.json", bytes: data }], { now }).then(
      (verdict) => exitCodeOf(verdict),
      (error: unknown) => {
        expect(error).toBeInstanceOf(CannotJudge);
        return 1;
      },
    );

  test("the gate answers or says what it cannot judge", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 200 }), written.map(bytes)),
        async (data) => void (await outcomeOf(data)),
      ),
      { numRuns: 300 },
    );
  });

  test("a damaged plan never passes", async () => {
    const plan = Buffer.from(JSON.stringify(load("plans/google.json")));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(plan.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom("flip", "drop", "cut"),
        async (at, mask, how) => {
          const outcome = await outcomeOf(damaged(plan, at, mask, how));
          const isWhole = isUtf8Json(damaged(plan, at, mask, how));
          if (!isWhole) expect(outcome).toBe(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function damaged(plan: Buffer, at: number, mask: number, how: string): Buffer {
  if (how === "cut") return plan.subarray(0, at);
  const copy = Buffer.from(plan);
  if (how === "drop") return Buffer.concat([copy.subarray(0, at), copy.subarray(at + 1)]);
  copy[at] = (copy[at] ?? 0) ^ mask;
  return copy;
}

function isUtf8Json(data: Buffer): boolean {
  try {
    JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(data));
    return true;
  } catch {
    return false;
  }
}
