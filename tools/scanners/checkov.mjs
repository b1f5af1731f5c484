// Which check of Checkov judges which resource type: asked of the installed tool itself.

import { execFileSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import setup from "../lib/index.js";

const script = fileURLToPath(new URL("../checkov/checks.py", import.meta.url));

export function facts() {
  const found = setup.locate(setup.toolNamed("checkov"));
  if (found === undefined)
    throw new Error('checkov is not installed: run "npm run tools -- checkov"');
  const python = path.join(path.dirname(found.path), "python");
  return JSON.parse(execFileSync(python, [script], { encoding: "utf8", maxBuffer: 1 << 26 }));
}
