import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { main } from "../../main";

/** Files below a folder by their path, with forward slashes. */
function tree(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join("/"), readFileSync(path, "utf8")];
    }),
  );
}

function goldens(): Map<string, string> {
  return new Map([...tree(__dirname)].filter(([path]) => path.includes("/")));
}

let made: Map<string, string>;

beforeAll(async () => {
  const work = mkdtempSync(join(tmpdir(), "plinth-golden-test-"));
  const [outdir, output] = [join(work, "cdktf.out"), join(work, "out")];
  await main({ outdir, output, synthOnly: true });
  const stacks = [...tree(outdir)].filter(([path]) => path.endsWith("/cdk.tf.json"));
  made = new Map([...tree(output), ...stacks]);
  rmSync(work, { recursive: true });
}, 60_000);

test("the main job makes the files of the goldens and no others", () => {
  expect([...made.keys()].sort()).toEqual([...goldens().keys()].sort());
});

test.each([...goldens()])("%s is what its declaration gives (else: npm run golden)", (path, text) => {
  expect(made.get(path)).toBe(text);
});

test("no generated file names this machine or the moment", () => {
  for (const [path, text] of made) {
    expect(`${path}: ${/\/(home|root|tmp|Users|work)\//.exec(text)?.[0] ?? ""}`).toBe(`${path}: `);
    expect(`${path}: ${/\b20\d\d-\d\d-\d\dT\d\d:\d\d/.exec(text)?.[0] ?? ""}`).toBe(`${path}: `);
  }
});
