import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseVerdict, type Verdict } from "../../policies/gate";
import { UserError } from "../cli/errors";
import { readInput } from "./files";

/**
 * The verdicts under which plans were applied.
 *
 * @param paths - verdicts, and folders with verdicts at any depth
 * @throws UserError naming a path that is not there; CannotJudge naming a file that is no verdict
 */
export function readHistory(paths: readonly string[]): Verdict[] {
  return paths.flatMap(verdictsAt).map((path) => parseVerdict(readInput(path, path), path));
}

function verdictsAt(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new UserError(`--history: ${path}: no such file or folder`);
  if (!found.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(path, name));
}
