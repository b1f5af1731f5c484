#!/usr/bin/env node
// Runs one of the contributors' tools where `npm run tools` left it: `node tools/exec.mjs opa test policies`.

import { spawnSync } from "node:child_process";
import setup from "./lib/index.js";

const [name, ...args] = process.argv.slice(2);
if (name === undefined) {
  process.stderr.write("Usage: node tools/exec.mjs TOOL [ARGS…]\n");
  process.exit(2);
}
const found = setup.locate(setup.toolNamed(name));
if (found === undefined) {
  process.stderr.write(`${name} is not installed: run "npm run tools"\n`);
  process.exit(3);
}
process.exit(spawnSync(found.path, args, { stdio: "inherit" }).status ?? 1);
