import type { Ledger } from "../../../constructs/ledger/ledger";
import { checkAnswers, record } from "../../../operations/addresses/record";
import { tell } from "../../../operations/addresses/text";

const NOTHING = { moved: [], gone: [] };

const stack = (id: string, names: Readonly<Record<string, string>>) => ({
  stack: id,
  json: {
    resource: {
      aws_sqs_queue: Object.fromEntries(
        Object.entries(names).map(([name, physical]) => [name, { name: physical }]),
      ),
    },
  },
});
const at = (name: string) => `aws_sqs_queue.${name}`;
const ledgerOf = (...stacks: ReturnType<typeof stack>[]): Ledger =>
  record({}, stacks, NOTHING).ledger;

test("a first record holds every stack and every address, sorted, and asks nothing", () => {
  const { ledger, changes, asked } = record(
    {},
    [stack("dev-network", { z: "z", a: "a" }), stack("dev-c01", { q: "q" })],
    NOTHING,
  );
  expect(Object.keys(ledger)).toEqual(["dev-c01", "dev-network"]);
  expect(Object.keys(ledger["dev-network"]!.resources)).toEqual([at("a"), at("z")]);
  expect(asked).toEqual([]);
  expect(tell(changes)).toBe(
    `dev-c01\n  new    ${at("q")}\ndev-network\n  new    ${at("a")}\n  new    ${at("z")}\n`,
  );
});

test("recording what is recorded changes and tells nothing", () => {
  const now = stack("dev-c01", { q: "q" });
  const { ledger, changes } = record(ledgerOf(now), [now], NOTHING);
  expect(ledger).toEqual(ledgerOf(now));
  expect(tell(changes)).toBe("");
});

test("a move stays in the ledger when what moved changes later", () => {
  const first = ledgerOf(stack("dev-c01", { q: "q" }));
  const second = record(first, [stack("dev-c01", { r: "q" })], NOTHING);
  expect(tell(second.changes)).toBe(`dev-c01\n  moved  ${at("q")} -> ${at("r")}\n`);
  const third = record(second.ledger, [stack("dev-c01", { r: "other" })], NOTHING);
  expect(third.ledger["dev-c01"]!.moved).toEqual([{ from: at("q"), to: at("r") }]);
});

test("a stack that is no longer synthesized leaves the ledger, and is told", () => {
  const { ledger, dropped } = record(
    ledgerOf(stack("dev-c01", {}), stack("dev-network", {})),
    [stack("dev-c01", {})],
    NOTHING,
  );
  expect(Object.keys(ledger)).toEqual(["dev-c01"]);
  expect(dropped).toEqual(["dev-network"]);
});

describe("an address that may have moved", () => {
  const before = ledgerOf(stack("dev-c01", { q: "q" }), stack("dev-network", { n: "n" }));
  const now = [stack("dev-c01", { r: "another", s: "third" }), stack("dev-network", { n: "n" })];
  const answered = (answers: Parameters<typeof record>[2]) => record(before, now, answers);

  test("is asked for, with what a person can say", () => {
    expect(tell(answered(NOTHING).changes)).toContain(
      `  open   ${at("q")} is gone, and nothing new says the same. Say --moved ${at("q")}=${at("r")}, or --moved ${at("q")}=${at("s")}, or --gone ${at("q")} where it is to be destroyed\n`,
    );
  });

  test("moves where a person says so", () => {
    const { ledger, changes } = answered({ moved: [{ from: at("q"), to: at("s") }], gone: [] });
    expect(ledger["dev-c01"]!.moved).toEqual([{ from: at("q"), to: at("s") }]);
    expect(tell(changes)).toBe(`dev-c01\n  moved  ${at("q")} -> ${at("s")}\n  new    ${at("r")}\n`);
  });

  test("is gone where a person says so", () => {
    const { ledger, changes } = answered({ moved: [], gone: [at("q")] });
    expect(ledger["dev-c01"]!.moved).toEqual([]);
    expect(changes[0]).toMatchObject({ gone: [at("q")], open: [] });
  });

  test("cannot move to what was there before, or is of another type", () => {
    expect(() => answered({ moved: [{ from: at("q"), to: at("n") }], gone: [] })).toThrow(
      `--moved ${at("q")}=${at("n")}: in dev-c01 it can only have moved to ${at("r")} or ${at("s")}`,
    );
  });

  test.each([
    ["--moved", { moved: [{ from: at("n"), to: at("s") }], gone: [] }, `=${at("s")}`],
    ["--gone", { moved: [], gone: [at("n")] }, ""],
  ])("%s answers a question that was asked", (flag, answers, rest) => {
    expect(() => checkAnswers(answers, answered(answers).asked)).toThrow(
      `${flag} ${at("n")}${rest}: no stack asks what became of ${at("n")}; it is still declared, was never recorded, or is told already`,
    );
  });
});
