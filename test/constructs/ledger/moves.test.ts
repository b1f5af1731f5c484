import fc from "fast-check";
import { contentOf } from "../../../constructs/ledger/content";
import { EMPTY, type StackLedger } from "../../../constructs/ledger/ledger";
import { compare, joinMoves, withMoves } from "../../../constructs/ledger/moves";
import type { TerraformJson } from "../../../constructs/terraform_json";
import { Key } from "../../../constructs/aws/key";
import { WorkQueue } from "../../../constructs/aws/work_queue";
import { LOCATION, synthesizeOne } from "../support/synth";

/** A stack of queues: what each is named in AWS, by its name in Terraform. */
const queues = (names: Readonly<Record<string, string>>): TerraformJson => ({
  resource: {
    aws_sqs_queue: Object.fromEntries(
      Object.entries(names).map(([name, physical]) => [name, { name: physical }]),
    ),
  },
});
const ledgerOf = (json: TerraformJson, moved: StackLedger["moved"] = []): StackLedger => ({
  resources: Object.fromEntries(contentOf(json)),
  moved,
});
const at = (name: string) => `aws_sqs_queue.${name}`;

/** A real queue and its key, under a construct's id. */
const intake = (id: string): TerraformJson =>
  synthesizeOne((stack) => {
    const key = new Key(stack, `${id}-key`, {
      alias: "alias/payments",
      description: "Encrypts payments.",
      location: LOCATION,
    });
    new WorkQueue(stack, id, {
      queueName: "payments",
      deadLetterQueueName: "payments-dlq",
      location: LOCATION,
      encryptionKey: key.aliasName,
      encryptionKeyArn: key.arn,
      visibilityTimeoutSeconds: 365,
    });
  });

describe("what became of an address", () => {
  test("that is still declared is no question, whatever it says now", () => {
    const change = compare(ledgerOf(queues({ a: "orders" })), queues({ a: "other", b: "new" }));
    expect(change).toEqual({ moved: [], open: [], gone: [] });
  });

  test("with the same content elsewhere: it moved, a whole construct with all that it made", () => {
    const before = intake("events");
    const change = compare(ledgerOf(before), intake("intake"));
    expect(change).toMatchObject({ open: [], gone: [] });
    expect(change.moved.map(({ from }) => from).sort()).toEqual([...contentOf(before).keys()]);
    for (const { from, to } of change.moved) expect(to).toBe(from.replace("events", "intake"));
  });

  test("with nothing new of its type: it is gone", () => {
    const change = compare(ledgerOf(queues({ a: "orders", b: "stock" })), queues({ a: "orders" }));
    expect(change).toEqual({ moved: [], open: [], gone: [at("b")] });
  });

  test("with another content at a new address: a person has to say", () => {
    const change = compare(ledgerOf(queues({ a: "orders" })), queues({ b: "intake", c: "stock" }));
    expect(change).toEqual({
      ...{ moved: [], gone: [] },
      open: [{ from: at("a"), candidates: [at("b"), at("c")] }],
    });
  });

  test.each([
    ["two that said the same", { a: "same", b: "same" }, { c: "same" }],
    ["two that say the same now", { a: "same" }, { c: "same", d: "same" }],
  ])("is not guessed of %s", (_, before, after) => {
    const { moved, open } = compare(ledgerOf(queues(before)), queues(after));
    expect(moved).toEqual([]);
    expect(open.map(({ from }) => from)).toEqual(Object.keys(before).map(at));
  });
});

describe("moves", () => {
  test("are none in a stack that nobody recorded, which is written as it is", () => {
    const json = queues({ a: "orders" });
    expect(withMoves(json, EMPTY)).toBe(json);
  });

  test("are written beside what the ledger has, sorted", () => {
    const ledger = ledgerOf(queues({ b: "orders" }), [{ from: at("z"), to: at("b") }]);
    expect(withMoves(queues({ c: "orders" }), ledger).moved).toEqual([
      { from: at("b"), to: at("c") },
      { from: at("z"), to: at("b") },
    ]);
  });

  test("back again leave the way there out, since Terraform takes no move from what is declared", () => {
    const there = [{ from: at("a"), to: at("b") }];
    const back = [{ from: at("b"), to: at("a") }];
    expect(joinMoves(there, back, queues({ a: "orders" }))).toEqual(back);
  });

  test("to an address that was used before leave the older one out", () => {
    const moved = joinMoves(
      [{ from: at("a"), to: at("x") }],
      [{ from: at("b"), to: at("x") }],
      queues({ x: "orders" }),
    );
    expect(moved).toEqual([{ from: at("b"), to: at("x") }]);
  });

  test("of any history of names are such as Terraform takes, and lead from the last name to the present one", () => {
    const name = fc.constantFrom("a", "b", "c", "d", "e");
    const history = fc.array(fc.tuple(name, name), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(history, (steps) => {
        const stacks = steps
          .map(([one, other]) => ({
            [one]: "orders",
            [other === one ? `${other}2` : other]: "stock",
          }))
          .map(queues);
        let ledger = EMPTY;
        for (const json of stacks) {
          const written = withMoves(json, ledger).moved ?? [];
          takenByTerraform(written, json);
          const { moved } = compare(ledger, json);
          for (const move of moved) expect(written).toContainEqual(move);
          ledger = ledgerOf(json, joinMoves(ledger.moved, moved, json));
          expect(ledger.moved).toEqual(written);
        }
      }),
    );
  });
});

/** What Terraform asks of `moved` blocks. */
function takenByTerraform(moved: StackLedger["moved"], json: TerraformJson): void {
  const declared = contentOf(json);
  for (const { from } of moved) expect(declared.has(from)).toBe(false);
  for (const end of ["from", "to"] as const) {
    const ends = moved.map((move) => move[end]);
    expect(new Set(ends).size).toBe(ends.length);
  }
}
