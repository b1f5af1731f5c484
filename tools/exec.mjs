#!/usr/bin/env node
// Runs one of the contributors' tools where `npm run tools` left it: `node tools/exec.mjs opa test policies`;
// `node tools/exec.mjs --path opa` prints where that is.

import { spawnSync } from "node:child_process";
import setup from "./lib/index.js";

const given = process.argv.slice(2);
const pathOnly = given[0] === "--path";
const [name, ...args] = pathOnly ? given.slice(1) : given;
if (name === undefined) {
  process.stderr.write("Usage: node tools/exec.mjs [--path] TOOL [ARGS…]\n");
  process.exit(2);
}
const found = setup.locate(setup.toolNamed(name));
if (found === undefined) {
  process.stderr.write(`${name} is not installed: run "npm run tools"\n`);
  process.exit(3);
}
if (pathOnly) process.stdout.write(`${found.path}\n`);
else process.exit(spawnSync(found.path, args, { stdio: "inherit" }).status ?? 1);
