import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The repository's root: the nearest folder above this file that holds `cdktf.json`. */
export const repositoryRoot = findRoot(__dirname);

function findRoot(from: string): string {
  if (existsSync(join(from, "cdktf.json"))) return from;
  const parent = dirname(from);
  if (parent === from)
    throw new Error("expected cdktf.json in a folder above; run in a clone of the repository");
  return findRoot(parent);
}
