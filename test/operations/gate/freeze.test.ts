import type { Verdict } from "../../../policies/gate";
import { plinth, scratch } from "../cli/plinth";
import { load } from "../../policies/fixtures";
import { put, synthFile } from "./stacks";

/* eslint-disable @typescript-eslint/no-explicit-any */

jest.setTimeout(60_000);

const QUEUE = "aws_sqs_queue.queue";
const at = (time: string) => ["--now", `2026-01-31T${time}:00Z`, "--json"];

/** The fixture's stack, applied, and the plan that goes back to it. */
function rollback(): any {
  const plan = load("plans/aws.json");
  for (const { address, change } of plan.resource_changes) {
    const before = { ...change.after, ...(address === QUEUE && { delay_seconds: 9 }) };
    Object.assign(change, { actions: [address === QUEUE ? "update" : "no-op"], before });
  }
  return plan;
}

const cwd = put(scratch(), {
  [synthFile("dev-c01")]: load("gate/aws.tf.json"),
  "first.json": load("plans/aws.json"),
  "back.json": rollback(),
  "budget.json": {
    schema: "plinth.budget/v1",
    asOf: "2026-01-31T11:00:00Z",
    services: { orders: { state: "frozen", slos: [] } },
  },
});
const gate = (...args: string[]) => plinth(["gate", ...args], { cwd });
const frozen = ["back.json", "--budget", "budget.json", ...at("12:00")];
const parsed = (text: string) => JSON.parse(text) as Verdict;

test("a rollback goes out in a freeze once the verdict it was applied under is shown", () => {
  expect(gate("first.json", ...at("10:00"), "--output", "applied/deep/1.json").code).toBe(0);
  const denied = gate(...frozen);
  expect(denied.code).toBe(2);
  expect(parsed(denied.stdout).findings.map(({ id, address }) => [id, address])).toEqual([
    ["FREEZE", QUEUE],
  ]);
  expect(gate(...frozen, "--intent", "rollback").code).toBe(2);
  expect(gate(...frozen, "--history", "applied").code).toBe(2);
  for (const path of ["applied", "applied/deep/1.json"]) {
    const shown = gate(...frozen, "--intent", "rollback", "--history", path);
    expect([shown.code, shown.stderr]).toEqual([0, ""]);
    expect(parsed(shown.stdout).findings.map(({ level }) => level)).toEqual(["advisory"]);
  }
});

test("its verdict is bound to the budget that it was judged by", () => {
  const shown = [...frozen, "--intent", "rollback", "--history", "applied"];
  expect(gate(...shown, "--output", "verdict.json").code).toBe(0);
  const verify = (...args: string[]) =>
    gate("verify", "--verdict", "verdict.json", ...at("12:30"), ...args, "back.json");
  expect(verify("--budget", "budget.json").code).toBe(0);
  const other = verify("--budget", "first.json");
  expect(other.code).toBe(2);
  expect(other.stdout).toContain("the verdict is of another budget file");
});
