#!/usr/bin/env node
// `npm test`: installs the tools, builds, runs every test and says how many of each kind ran.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

const KINDS = ["unit", "golden", "real", "e2e", "policy"];

function run(command, args, options = {}) {
  const { status, signal } = spawnSync(command, args, { stdio: "inherit", ...options });
  return signal === null ? (status ?? 1) : 130;
}

function mustRun(command, ...args) {
  const status = run(command, args);
  if (status !== 0) process.exit(status);
}

/** `test/e2e/` is end to end; a suffix tells the other kinds apart. */
function kindOf(file) {
  if (relative(process.cwd(), file).startsWith(join("test", "e2e"))) return "e2e";
  return /\.(golden|real)\.test\.ts$/.exec(file)?.[1] ?? "unit";
}

/** Runs jest and counts; a suite that could not run counts as one failure. */
function countJest(counts, ...args) {
  const folder = mkdtempSync(join(tmpdir(), "plinth-test-"));
  const report = join(folder, "jest.json");
  const status = run("npx", ["jest", ...args, "--json", `--outputFile=${report}`], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  rmSync(folder, { recursive: true });
  for (const { name, assertionResults, status } of testResults) {
    const count = counts.get(kindOf(name));
    const passed = assertionResults.filter((result) => result.status === "passed").length;
    count.passed += passed;
    count.failed += assertionResults.length - passed;
    if (status === "failed" && assertionResults.length === 0) count.failed += 1;
  }
  return status === 0;
}

/** The rules' own tests, by opa; a test that is not `pass` failed. */
function countPolicyTests(counts) {
  const { stdout } = spawnSync(
    process.execPath,
    ["tools/exec.mjs", "opa", "test", "policies", "--format", "json"],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  const count = counts.get("policy");
  for (const result of JSON.parse(stdout || "[]")) {
    if (result.fail || result.error || result.skip) {
      count.failed += 1;
      process.stderr.write(`failed: ${result.package}.${result.name}\n`);
    } else count.passed += 1;
  }
  if (count.passed === 0) count.failed += 1;
}

mustRun(process.execPath, "tools/setup.mjs");
mustRun("npm", "run", "--silent", "build");

const counts = new Map(KINDS.map((kind) => [kind, { passed: 0, failed: 0 }]));
const green = [countJest(counts), countJest(counts, "--config", "jest.e2e.config.js")];
countPolicyTests(counts);

let passed = 0;
let failed = 0;
process.stdout.write("\nkind     passed  failed\n");
for (const [kind, count] of counts) {
  passed += count.passed;
  failed += count.failed;
  process.stdout.write(
    `${kind.padEnd(8)} ${String(count.passed).padStart(6)}  ${String(count.failed).padStart(6)}\n`,
  );
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(green.every(Boolean) && failed === 0 ? 0 : 1);
