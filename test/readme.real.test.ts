import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "..");

/** The compiled commands, as a user runs them, from a folder of the test's own. */
function run(cwd: string, script: string, ...args: string[]) {
  return spawnSync(process.execPath, [join(root, "dist", script), ...args], {
    cwd,
    encoding: "utf8",
  });
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plinth-readme-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

test("npm start ends with the table that README shows", () => {
  const shown = /^```text\n(environment [\s\S]*?)^```$/m.exec(
    readFileSync(join(root, "README.md"), "utf8"),
  );
  const { stdout, stderr, status } = run(folder, "main.js");
  expect(stderr).toBe("");
  expect(stdout).toContain(shown?.[1]);
  expect(status).toBe(0);
}, 60_000);

test("plinth gate judges what npm start wrote and keeps the verdict in a file", () => {
  const { stdout, status } = run(
    folder,
    join("operations", "plinth.js"),
    ...["gate", "--format", "json", "--output", "verdict.json"],
  );
  expect(stdout).toBe("");
  expect(status).toBe(0);
  const verdict = JSON.parse(readFileSync(join(folder, "verdict.json"), "utf8"));
  expect(verdict).toMatchObject({ schema: "plinth.gate/v1", verdict: "pass", complete: true });
}, 60_000);
