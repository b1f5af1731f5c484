#!/usr/bin/env node
// Writes policies/coverage/facts/: which checks of the other scanners judge which resource type.
//
//   node tools/scanners/update.mjs checkov       from the tool that `npm run tools` installs
//   node tools/scanners/update.mjs cdk-nag       from the package that npm has
//   node tools/scanners/update.mjs trivy DIR     from a checkout of a release of aquasecurity/trivy-checks

import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { facts as cdkNag } from "./cdk_nag.mjs";
import { facts as checkov } from "./checkov.mjs";
import { facts as trivy } from "./trivy.mjs";

const SCANNERS = { checkov, trivy, "cdk-nag": cdkNag };

const folder = fileURLToPath(new URL("../../policies/coverage/facts", import.meta.url));
const [name, ...given] = process.argv.slice(2);
const read = SCANNERS[name];
if (read === undefined) {
  process.stderr.write("Usage: node tools/scanners/update.mjs checkov | cdk-nag | trivy DIR\n");
  process.exit(2);
}
writeFileSync(path.join(folder, `${name}.json`), text(name, read(...given)));

/** A type a line, sorted, below the scanner's name: opa loads every JSON of a folder into one document. */
function text(scanner, { version, types, names = {} }) {
  const line = (key, value) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  const sorted = (map) =>
    Object.keys(map)
      .sort()
      .map((key) => [key, map[key]]);
  const lines = sorted(types).map(([type, checks]) => line(type, [...new Set(checks)].sort()));
  const short = sorted(names).map(([rule, also]) => line(rule, also));
  return `{ ${JSON.stringify(scanner)}: {
  "version": ${JSON.stringify(version)},
  "types": {\n${lines.join(",\n")}\n  },
  "names": {\n${short.join(",\n")}\n  }
} }
`;
}
