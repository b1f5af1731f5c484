import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { bundleFunction } from "../../operations/bundle";
import { bundleIn, bundleOf, ROOT } from "../functions/orders/support/bundles";

describe.each(["aws", "google"] as const)("the %s bundle", (platform) => {
  test("is the same bytes twice, and from a copy in another folder", async () => {
    const copy = mkdtempSync(join(tmpdir(), "plinth-copy-"));
    try {
      cpSync(join(ROOT, "functions"), join(copy, "functions"), { recursive: true });
      symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
      const [first, second, third] = [
        await bundleOf(platform),
        await bundleIn(platform, ROOT),
        await bundleIn(platform, copy),
      ];
      expect(second.sha256Base64).toBe(first.sha256Base64);
      expect(third.sha256Base64).toBe(first.sha256Base64);
      expect(Buffer.from(third.zip).equals(Buffer.from(first.zip))).toBe(true);
    } finally {
      rmSync(copy, { recursive: true });
    }
  }, 60_000);

  test("names no path of the machine that made it", async () => {
    const { files } = await bundleOf(platform);
    expect(Buffer.from(files["index.js"]!).includes(ROOT)).toBe(false);
  }, 60_000);

  test("is zipped with the first minute of 1980, whatever the time zone", async () => {
    const { zip, files } = await bundleOf(platform);
    expect(Object.keys(unzipSync(zip))).toEqual(Object.keys(files));
    const dosTimeAndDate = Buffer.from(zip).readUInt32LE(10);
    expect(dosTimeAndDate).toBe(0x0021_0000);
  }, 60_000);
});

test("the bytes do not depend on the time zone or the locale of the process", async () => {
  const script = `
    const { transformSync } = require("@swc/core");
    const { readFileSync } = require("node:fs");
    const source = readFileSync("operations/bundle.ts", "utf8");
    const { code } = transformSync(source, {
      jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" },
    });
    const loaded = { exports: {} };
    new Function("exports", "require", code)(loaded.exports, require);
    loaded.exports
      .bundleFunction({ entry: "functions/orders/aws.ts", platform: "aws", root: process.cwd() })
      .then(({ sha256Base64 }) => process.stdout.write(sha256Base64));
  `;
  const run = (TZ: string, LC_ALL: string) =>
    execFileSync(process.execPath, ["-e", script], {
      cwd: ROOT,
      env: { ...process.env, TZ, LC_ALL },
    }).toString();
  const { sha256Base64 } = await bundleOf("aws");
  expect(run("Pacific/Kiritimati", "tr_TR.UTF-8")).toBe(sha256Base64);
  expect(run("America/Los_Angeles", "C")).toBe(sha256Base64);
}, 60_000);

test("the AWS zip holds one CommonJS module", async () => {
  expect(Object.keys((await bundleOf("aws")).files)).toEqual(["index.js"]);
}, 60_000);

test("the Google zip names its entry and the framework that starts it, exactly", async () => {
  const { files } = await bundleOf("google");
  expect(Object.keys(files)).toEqual(["index.js", "package.json"]);
  expect(JSON.parse(Buffer.from(files["package.json"]!).toString())).toEqual({
    name: "@plinth/orders",
    version: "0.1.0",
    private: true,
    main: "index.js",
    engines: { node: ">=20" },
    dependencies: { "@google-cloud/functions-framework": expect.stringMatching(/^\d+\.\d+\.\d+$/) },
  });
}, 60_000);

test("an entry that does not exist is named", async () => {
  const missing = { entry: "functions/orders/azure.ts", platform: "aws", root: ROOT } as const;
  await expect(bundleFunction(missing)).rejects.toThrow(
    new Error(
      "functions/orders/azure.ts: cannot bundle: Build failed with 1 error:\n" +
        'error: Could not resolve "functions/orders/azure.ts". Run npm ci, then correct the import.',
    ),
  );
});
