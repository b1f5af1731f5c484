import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { UserError, messageOf } from "../../cli/errors";
import { programOf, type Ran } from "../../program";

const git = programOf("git");

/** The root of the repository that a folder lies in. */
export async function repositoryOf(folder: string): Promise<string> {
  const { code, stdout, stderr } = await run(["rev-parse", "--show-toplevel"], folder);
  if (code === 0) return stdout.trim();
  throw new UserError(
    `${folder}: expected a folder of a git repository; git says: ${stderr.trim()}`,
  );
}

/** @param flag - that named it, for the message */
export async function commitOf(ref: string, flag: string, repository: string): Promise<string> {
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
  const { code, stdout } = await run(args, repository);
  if (code === 0) return stdout.trim();
  throw new UserError(
    `${flag}: expected a commit of this repository, got ${JSON.stringify(ref)}; fetch it first, where the clone is shallow`,
  );
}

/**
 * Writes the files of a commit to a folder that is not there yet, by an index of its own: neither the work tree nor the
 * repository's index is touched. A link becomes a file that holds its target: nothing outside is read.
 */
export async function checkOut(commit: string, repository: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const index = ["-c", "core.symlinks=false", `--work-tree=${folder}`];
  const env = { GIT_INDEX_FILE: join(folder, ".git-index") };
  await must([...index, "read-tree", commit], repository, env);
  await must([...index, "checkout-index", "--all", "--quiet"], repository, env);
}

async function must(args: readonly string[], folder: string, env: Variables): Promise<void> {
  const { code, stderr } = await run(args, folder, env);
  if (code !== 0) throw new UserError(`git ${args.join(" ")}: ${stderr.trim()}`);
}

type Variables = Readonly<Record<string, string>>;

async function run(args: readonly string[], folder: string, env?: Variables): Promise<Ran> {
  try {
    return await git(args, folder, env);
  } catch (error) {
    throw new UserError(`git: cannot be run: ${messageOf(error)}`);
  }
}
