import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Lends a place for a plan file, which holds secrets in clear: a folder that only its owner enters,
 * a file that only its owner reads, both gone at the end whatever happens.
 */
export async function withPlanFile<T>(work: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "plinth-plan-"));
  try {
    const file = join(folder, "plan.bin");
    // The tool truncates a file that is there, and so keeps its mode.
    closeSync(openSync(file, "wx", 0o600));
    return await work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
