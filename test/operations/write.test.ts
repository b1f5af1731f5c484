import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { writeTree, writeWhole } from "../../operations/write";

const folder = () => mkdtempSync(join(tmpdir(), "plinth-write-"));

/** Every file below a folder, with forward slashes. */
function tree(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

test("a tree holds what was rendered, text and bytes, and says what changed", () => {
  const root = folder();
  const files = [
    { path: "runbooks/a.md", text: "# A\n" },
    { path: "grafana/dashboards/b.json", bytes: Uint8Array.of(0, 255) },
  ];
  expect(writeTree(root, files)).toEqual({
    written: ["grafana/dashboards/b.json", "runbooks/a.md"],
    unchanged: [],
    removed: [],
  });
  expect(readFileSync(join(root, "runbooks/a.md"), "utf8")).toBe("# A\n");
  expect([...readFileSync(join(root, "grafana/dashboards/b.json"))]).toEqual([0, 255]);
});

test("a second run touches no file that holds the same bytes", () => {
  const root = folder();
  const files = [{ path: "runbooks/a.md", text: "# A\n" }];
  writeTree(root, files);
  utimesSync(join(root, "runbooks/a.md"), 1, 1);
  expect(writeTree(root, files)).toEqual({
    written: [],
    unchanged: ["runbooks/a.md"],
    removed: [],
  });
  expect(statSync(join(root, "runbooks/a.md")).mtimeMs).toBe(1000);
});

test("what is no longer rendered goes, with its empty folders and left-over temporary files", () => {
  const root = folder();
  writeTree(root, [
    { path: "runbooks/old.md", text: "" },
    { path: "prometheus/rules/orders.yaml", text: "" },
  ]);
  writeFileSync(join(root, "runbooks/.new.md.1.tmp"), "half");
  expect(writeTree(root, [{ path: "runbooks/new.md", text: "" }]).removed).toEqual([
    "prometheus/rules/orders.yaml",
    "runbooks/.new.md.1.tmp",
    "runbooks/old.md",
  ]);
  expect(tree(root)).toEqual(["runbooks/new.md"]);
  expect(existsSync(join(root, "prometheus"))).toBe(false);
});

test("what lies outside of the rendered folders is left alone", () => {
  const root = folder();
  writeFileSync(join(root, "notes.txt"), "mine");
  mkdirSync(join(root, "private"));
  writeFileSync(join(root, "private/key"), "mine");
  writeTree(root, []);
  expect(tree(root)).toEqual(["notes.txt", "private/key"]);
});

test.each(["../a", "a/../../b", "/etc/a", "a//b", "", ".", "a/.", "C:/a", "a\\b", "a\0b"])(
  "the path %j is refused and nothing is written",
  (path) => {
    const root = folder();
    const files = [
      { path: "runbooks/a.md", text: "" },
      { path, text: "" },
    ];
    expect(() => writeTree(root, files)).toThrow(
      `${JSON.stringify(path)}: expected a path below the output folder, with forward slashes; nothing was written`,
    );
    expect(tree(root)).toEqual([]);
  },
);

test("no path that fast-check can think of leaves the root", () => {
  const part = fc.oneof(fc.constantFrom("..", ".", "", "a", "\\..", "c:"), fc.string());
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const parent = folder();
      const root = join(parent, "root");
      try {
        writeTree(root, [{ path: parts.join("/"), text: "x" }]);
      } catch {
        // Refused, by the check or by the file system: either will do.
      }
      expect(tree(parent).every((file) => file.startsWith("root/"))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("two files of one path are refused, also where only capitals tell them apart", () => {
  const files = [
    { path: "runbooks/a.md", text: "" },
    { path: "runbooks/A.md", text: "" },
  ];
  expect(() => writeTree(folder(), files)).toThrow(
    "runbooks/A.md: rendered twice; give one another name",
  );
});

test("a symbolic link inside the root is not followed", () => {
  const [root, elsewhere] = [folder(), folder()];
  symlinkSync(elsewhere, join(root, "runbooks"));
  writeFileSync(join(elsewhere, "keep.md"), "mine");
  expect(() => writeTree(root, [{ path: "runbooks/a.md", text: "" }])).toThrow(
    /runbooks: a symbolic link inside the output folder; remove it and run again$/,
  );
  expect(tree(elsewhere)).toEqual(["keep.md"]);
});

test("a write that fails leaves the old file and no temporary one", () => {
  const root = folder();
  mkdirSync(join(root, "taken"));
  writeFileSync(join(root, "taken/file"), "old");
  expect(() => writeWhole(join(root, "taken"), "new")).toThrow();
  expect(tree(root)).toEqual(["taken/file"]);
});

test("a signal in the middle of many writes leaves whole files only", async () => {
  const root = folder();
  const size = 200_000;
  const script = `
    require("@swc/core");
    const { transformFileSync } = require("@swc/core");
    require.extensions[".ts"] = (module, file) => module._compile(transformFileSync(file, {
      jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } }).code, file);
    const { writeWhole } = require("./operations/write.ts");
    process.stdout.write("ready");
    (function next(i) {
      writeWhole(process.argv[1] + "/file-" + (i % 50), String(i % 10).repeat(${size}));
      setImmediate(next, i + 1);
    })(0);`;
  const child = spawn(process.execPath, ["-e", script, root], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  await new Promise((resolve) => setTimeout(resolve, 150));
  child.kill("SIGINT");
  const code = await new Promise((resolve) => child.once("exit", resolve));
  expect(code).toBe(130);
  const files = tree(root);
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => file.endsWith(".tmp"))).toEqual([]);
  for (const file of files) expect(statSync(join(root, file)).size).toBe(size);
});
