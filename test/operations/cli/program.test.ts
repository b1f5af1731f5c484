import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CommanderError } from "commander";
import { UserError } from "../../../operations/cli/errors";
import { exitCodeOf, report } from "../../../operations/cli/run";
import { CannotJudge } from "../../../policies/gate";
import { DeclarationError } from "../../../model/problems";
import { plinth } from "./plinth";

jest.setTimeout(60_000);

test("--version is the package's", () => {
  const text = readFileSync(join(__dirname, "../../../package.json"), "utf8");
  const { version } = JSON.parse(text) as { version: string };
  expect(plinth(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test.each([
  [[]],
  [["gate"]],
  [["gate", "verify"]],
  [["gate", "render"]],
  [["policy", "build"]],
  [["drift"]],
  [["slo"]],
  [["annotate", "deploy"]],
  [["state", "bootstrap"]],
  [["addresses", "record"]],
  [["contracts", "diff"]],
  [["cells"]],
])("plinth %j --help shows examples", (command) => {
  const { code, stdout, stderr } = plinth([...command, "--help"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^Examples?:\n {2}\$ npx plinth/m);
});

test("only commands that do something are there", () => {
  const { stdout } = plinth(["--help"]);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
  expect(commands).toEqual([
    "gate",
    "policy",
    "drift",
    "slo",
    "budget",
    "annotate",
    "state",
    "addresses",
    "contracts",
    "cells",
    "help",
  ]);
});

test.each([
  [["bogus"], "error: unknown command 'bogus'"],
  [["gat"], "(Did you mean gate?)"],
])("the unknown command %j is told and ends with 1", (args, message) => {
  const { code, stdout, stderr } = plinth(args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(message);
});

test("mistakes are told in their own words, each line with the program's name", () => {
  const problems = [
    { path: "orders.name", message: "expected a name, got nothing" },
    { path: "orders.owner", message: "expected an object, got nothing" },
  ];
  expect(report(new DeclarationError(problems), {})).toBe(
    "plinth: orders.name: expected a name, got nothing\nplinth: orders.owner: expected an object, got nothing\n",
  );
  expect(report(new CannotJudge("plan.json", "is empty"), {})).toBe(
    "plinth: plan.json: is empty\n",
  );
  expect(report(new CommanderError(1, "x", "said already"), {})).toBe("");
});

test("a defect says so, and shows where only when asked", () => {
  const error = new Error("oops");
  expect(report(error, {})).toBe(
    "plinth: oops\nplinth: this is a defect of Plinth; run again with PLINTH_TRACE=1 and report what it prints\n",
  );
  expect(report(error, { PLINTH_TRACE: "1" })).toContain("program.test.ts");
  expect(report("a string that C threw", {})).toContain("plinth: a string that C threw\n");
});

test("nothing but a verdict or drift ends with 2", () => {
  expect(
    [new UserError("x"), new CommanderError(1, "x", "x"), new Error("x"), "x"].map(exitCodeOf),
  ).toEqual([1, 1, 1, 1]);
  expect(exitCodeOf(new UserError("x", 3))).toBe(3);
});
