import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Files by their path, with forward slashes. */
export type Files = Readonly<Record<string, string>>;

/** A repository of a test, in a folder of its own. */
export interface Repository {
  readonly folder: string;
  /** Commits these files and no others, and returns the commit. */
  commit(files: Files): string;
  remove(): void;
}

export function makeRepository(): Repository {
  const folder = mkdtempSync(join(tmpdir(), "plinth-contracts-test-"));
  const who = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
  const git = (...args: string[]) =>
    execFileSync("git", [...who, ...args], { cwd: folder, encoding: "utf8" }).trim();
  git("init", "--quiet");
  return {
    folder,
    commit(files) {
      git("rm", "-r", "--quiet", "--force", "--ignore-unmatch", ".");
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", "--message", "a commit");
      return git("rev-parse", "HEAD");
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The list of contracts that `npm run golden` would have written: those of one service in dev. */
export function listing(...contracts: readonly string[]): Files {
  const index = {
    schema: "plinth.contracts/v1",
    environment: "dev",
    contracts: contracts.map((file) => ({ service: "orders", from: "declared", file })),
  };
  return { "test/golden/dev/contracts.json": JSON.stringify(index) };
}
