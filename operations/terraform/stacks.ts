import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { environments } from "../../environments";
import { messageOf, UserError } from "../cli/errors";

/** The backend of a stack: its kind and its settings, as Terraform's own names. */
export interface Backend {
  readonly kind: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A synthesized stack. */
export interface SynthesizedStack {
  readonly id: string;
  /** The folder that holds its `cdk.tf.json`. */
  readonly directory: string;
  readonly backend: Backend;
}

interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly workingDirectory: string }>>;
}

/**
 * The stacks of a folder that cdktf wrote, sorted by id.
 *
 * @param wanted - ids; none: all of them
 * @throws {UserError} when there is no such folder, stack or environment
 */
export function findStacks(
  synth: string,
  wanted: readonly string[] = [],
  environment?: string,
): SynthesizedStack[] {
  const { stacks } = readJson<Manifest>(
    join(synth, "manifest.json"),
    `expected the output of "npx cdktf synth"; run it, or say where it is with --synth`,
  );
  const ids = Object.keys(stacks).sort();
  refuseUnknown(wanted, ids);
  const chosen = ids
    .filter((id) => wanted.length === 0 || wanted.includes(id))
    .filter((id) => environment === undefined || environmentOf(id) === environment);
  if (chosen.length === 0) throw new UserError(nothingChosen(ids, environment));
  return chosen.map((id) => readStack(id, join(synth, stacks[id]?.workingDirectory ?? "")));
}

function refuseUnknown(wanted: readonly string[], known: readonly string[]): void {
  const missing = wanted.filter((id) => !known.includes(id));
  if (missing.length === 0) return;
  throw new UserError(`${missing.join(", ")}: no such stack; there are ${known.join(", ")}`);
}

const nothingChosen = (ids: readonly string[], environment: string | undefined): string =>
  environment === undefined
    ? "no stack was synthesized"
    : `--env ${environment}: none of the stacks is of this environment; there are ${ids.join(", ")}`;

/** The longest name wins: `dev-gcp-c01` is no stack of `dev`. */
export function environmentOf(stack: string): string | undefined {
  return environments
    .map(({ name }) => name)
    .filter((name) => stack.startsWith(`${name}-`))
    .sort((left, right) => right.length - left.length)[0];
}

function readStack(id: string, directory: string): SynthesizedStack {
  const file = join(directory, "cdk.tf.json");
  const { terraform } = readJson<{ terraform?: { backend?: Record<string, unknown> } }>(
    file,
    "expected a synthesized stack",
  );
  const [kind, settings] = Object.entries(terraform?.backend ?? {})[0] ?? ["local", {}];
  return { id, directory, backend: { kind, settings: settings as Backend["settings"] } };
}

function readJson<T>(file: string, expected: string): T {
  if (!existsSync(file)) throw new UserError(`${file}: is not there; ${expected}`);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch (error) {
    throw new UserError(`${file}: cannot be read as JSON (${messageOf(error)}); synthesize again`);
  }
}
