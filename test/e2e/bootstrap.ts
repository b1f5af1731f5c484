import { existsSync } from "node:fs";
import { join } from "node:path";
import type { cloud } from "./cloud";
import type { Ended } from "./commands";
import type { Estate } from "./estate";

export const BUCKET = "example-plinth-dev-state";

export const bootstrap = (estate: Estate): Promise<Ended> =>
  estate.plinth(["state", "bootstrap", "dev", "--yes", "--json"]);

/** Interrupts the command after the apply, when the state is still a file. */
export function interruptBeforeMove(estate: Estate): Promise<Ended> {
  let sent = false;
  return estate.plinth(["state", "bootstrap", "dev", "--yes"], (stderr, child) => {
    if (sent || !stderr.includes("moving its state")) return;
    sent = true;
    child.kill("SIGINT");
  });
}

/** The state is in the bucket, encrypted and whole, and nothing of it is left on this machine. */
export async function expectBootstrapped(
  estate: Estate,
  aws: ReturnType<typeof cloud>,
): Promise<void> {
  const key = "dev-bootstrap/terraform.tfstate";
  const state = await aws.stateIn(BUCKET, key);
  expect(state.resources.filter(({ mode }) => mode === "managed")).toHaveLength(13);
  expect(await aws.encryptionOf(BUCKET, key)).toBe("aws:kms");
  expect(existsSync(join(estate.folder, ".plinth", "bootstrap", "dev-bootstrap"))).toBe(false);
}
