import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { disk } from "../../operations/disk";

const folder = mkdtempSync(join(tmpdir(), "plinth-disk-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a file is written with its folders, and left alone while it holds the same text", () => {
  const path = join(folder, "stacks/prod-c02/cdk.tf.json");
  disk.write(path, "{}");
  expect(disk.read(path)).toBe("{}");
  utimesSync(path, 1, 1);
  disk.write(path, "{}");
  expect(statSync(path).mtimeMs).toBe(1_000);
  disk.write(path, '{ "terraform": "ä" }');
  expect(readFileSync(path, "utf8")).toBe('{ "terraform": "ä" }');
});

test("what cannot be written is an error that names it", () => {
  const path = join(folder, "stacks");
  expect(() => disk.write(path, "")).toThrow(/EISDIR.*stacks/);
});
