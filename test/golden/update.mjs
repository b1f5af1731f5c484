#!/usr/bin/env node
// `npm run golden`: rewrites test/golden/<environment>/ with what the main job makes; read the diff in review.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const golden = dirname(fileURLToPath(import.meta.url));
const root = join(golden, "..", "..");
const work = mkdtempSync(join(tmpdir(), "plinth-golden-"));
const outdir = join(work, "cdktf.out");
const output = join(work, "out");

function mustRun(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

mustRun("npm", ["run", "--silent", "build"]);
mustRun(process.execPath, ["dist/main.js", "--synth-only", "--outdir", outdir, "--output", output]);

const folders = readdirSync(golden, { withFileTypes: true }).filter((entry) => entry.isDirectory());
for (const { name } of folders) rmSync(join(golden, name), { recursive: true });
for (const environment of readdirSync(output)) {
  cpSync(join(output, environment), join(golden, environment), { recursive: true });
}
for (const stack of readdirSync(join(outdir, "stacks"))) {
  const file = join("stacks", stack, "cdk.tf.json");
  cpSync(join(outdir, file), join(golden, file));
}
rmSync(work, { recursive: true });
