import { readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn, plinth, scratch } from "../cli/plinth";
import { brokenPlan, brokenSynth, put, synthFile } from "./stacks";

jest.setTimeout(60_000);

const folder = put(scratch(), {
  [synthFile("dev-c01")]: brokenSynth("dev-c01"),
  "plan.json": brokenPlan("dev-c01"),
  "a-file": "",
});
const NOW = ["--now", "2026-01-31T12:00:00Z"];
const run = (...args: string[]) => plinth(["gate", "plan.json", ...NOW, ...args], { cwd: folder });
const LONG_AGO = new Date("2020-01-01T00:00:00Z");

test("what was judged is kept in the folder, and taken from there", () => {
  const without = run("--json");
  expect(run("--json", "--cache", "kept/here")).toEqual(without);
  const entries = filesIn(join(folder, "kept/here")).map((name) => join(folder, "kept/here", name));
  expect(entries).toHaveLength(2);
  for (const entry of entries) utimesSync(entry, LONG_AGO, LONG_AGO);
  expect(run("--json", "--cache", "kept/here")).toEqual(without);
  expect(entries.map((entry) => statSync(entry).mtime)).toEqual([LONG_AGO, LONG_AGO]);
});

test("an entry that was damaged is written again", () => {
  const { stdout } = run("--cache", "damaged");
  const entries = filesIn(join(folder, "damaged")).map((name) => join(folder, "damaged", name));
  const good = entries.map((entry) => readFileSync(entry, "utf8"));
  for (const entry of entries) writeFileSync(entry, "half");
  expect(run("--cache", "damaged").stdout).toBe(stdout);
  expect(entries.map((entry) => readFileSync(entry, "utf8"))).toEqual(good);
});

test("1: a folder that cannot be one", () => {
  const { code, stdout, stderr } = run("--cache", "a-file");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(
    /^plinth: --cache: a-file\/\w+\.judgement: cannot be written: there is a file where a folder should be\n$/,
  );
});
