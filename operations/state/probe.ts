import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Backend } from "../terraform/stacks";
import { TerraformError } from "../terraform/errors";
import type { StateSummary } from "../terraform/state";
import { terraform } from "../terraform/terraform";

/** What lies where a stack's state belongs. */
export type Remote =
  | { readonly kind: "no-bucket" }
  /** The bucket is there, the state is not. */
  | { readonly kind: "empty" }
  | { readonly kind: "state"; readonly state: StateSummary };

/**
 * Looks, from a folder of its own that holds the backend and nothing else: no provider is installed for
 * it, and whatever another folder remembers of its backend stays as it is.
 *
 * @throws {TerraformError} when it may not look
 */
export async function probe({ kind, settings }: Backend): Promise<Remote> {
  const folder = mkdtempSync(join(tmpdir(), "plinth-state-"));
  try {
    const configuration = { terraform: { backend: { [kind]: settings } } };
    writeFileSync(join(folder, "backend.tf.json"), JSON.stringify(configuration));
    return await look(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function look(folder: string): Promise<Remote> {
  const tool = terraform(folder);
  try {
    await tool.init();
  } catch (error) {
    if (error instanceof TerraformError && error.kind === "no-bucket") return { kind: "no-bucket" };
    throw error;
  }
  const state = await tool.state();
  const holdsAnything = state !== undefined && state.addresses.length > 0;
  return holdsAnything ? { kind: "state", state } : { kind: "empty" };
}
