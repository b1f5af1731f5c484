import { join } from "node:path";
import { policy } from "../environments";
import { loadBundle, shippedBundle, type Rule } from "../policies/gate";
import { readInput } from "./gate/files";
import { repositoryRoot } from "./repository";

/**
 * Wasm of the rules to judge by: the file that was named, else the one of `environments/`; undefined
 * where what ships is all.
 *
 * @throws UserError when it cannot be read
 */
export function policyBytes(named?: string): Uint8Array | undefined {
  if (named !== undefined) return readInput(named, named);
  if (policy === undefined) return undefined;
  return readInput(join(repositoryRoot, policy), `policy in environments/index.ts: ${policy}`);
}

/** What the rules to judge by say of themselves. @throws CannotJudge */
export function rulesFor(named?: string): readonly Rule[] {
  const bytes = policyBytes(named);
  const bundle = bytes === undefined ? shippedBundle() : loadBundle(bytes, named ?? policy);
  return bundle.manifest.rules;
}
