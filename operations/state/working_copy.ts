import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { summariseState, type StateSummary } from "../terraform/state";

/** Read after all others (by name), so that it wins over any override beside the stack. */
const OVERRIDE = "zz_plinth_local_backend_override.tf.json";
const STATE = "terraform.tfstate";
const KEPT = "before-migration.tfstate";

/** A private copy of a stack's folder, whose state is a file in it until the state moves. */
export interface WorkingCopy {
  readonly directory: string;
  /** The state that the file holds; undefined where nothing was applied yet. */
  localState(): StateSummary | undefined;
  /** Makes the backend a file of the copy. */
  useLocalBackend(): void;
  /** Makes the backend the declared one, and keeps the state once more beside what the tool moves. */
  useDeclaredBackend(): void;
  remove(): void;
}

/**
 * Opens the copy at `directory`, with the configuration as it is now and the state as it was left.
 *
 * @param stack - the synthesized stack's folder
 */
export function openWorkingCopy(stack: string, directory: string): WorkingCopy {
  const at = (name: string) => join(directory, name);
  return {
    directory,
    localState: () => readState(at(STATE)) ?? readState(at(KEPT)),
    useLocalBackend() {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      cpSync(stack, directory, { recursive: true, filter: isConfiguration });
      if (readState(at(STATE)) === undefined && existsSync(at(KEPT))) cpSync(at(KEPT), at(STATE));
      const local = { terraform: { backend: { local: { path: STATE } } } };
      writeFileSync(at(OVERRIDE), `${JSON.stringify(local)}\n`);
    },
    useDeclaredBackend() {
      cpSync(at(STATE), at(KEPT));
      rmSync(at(OVERRIDE), { force: true });
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

const isConfiguration = (path: string): boolean =>
  basename(path) !== ".terraform" && !basename(path).startsWith(STATE);

function readState(file: string): StateSummary | undefined {
  if (!existsSync(file)) return undefined;
  const state = summariseState(readFileSync(file, "utf8"));
  return state !== undefined && state.addresses.length > 0 ? state : undefined;
}
