import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "../../operations/repository";
import type { Command } from "../measure";

/** What judges plans, as a process of its own. */
export interface Contender {
  readonly name: string;
  readonly command: (files: readonly string[]) => Command;
  /** It is measured from its second run on. */
  readonly isWarmed?: boolean;
  /** What it denies, a line each, sorted; absent where its rules are others. */
  readonly denied?: (stdout: string) => string[];
}

interface Denial {
  readonly id: string;
  readonly address: string;
  readonly message: string;
}

const lines = (denials: readonly Denial[]): string[] =>
  denials.map(({ id, address, message }) => `${id} ${address} ${message}`).sort();

/**
 * `plinth gate`, whole. Without stacks to join, as the others have none.
 *
 * @param cwd a folder without `cdktf.out`
 * @param flags further ones
 */
export function plinth(name: string, cwd: string, flags: readonly string[] = []): Contender {
  const program = join(repositoryRoot, "dist", "operations", "plinth.js");
  return {
    name,
    command: (files) => ({
      command: process.execPath,
      args: [program, "gate", "--json", ...flags, ...files],
      cwd,
      codes: [0, 2],
    }),
    denied: (stdout) => {
      const { findings } = JSON.parse(stdout) as {
        findings: readonly (Denial & { readonly verdict: string })[];
      };
      return lines(findings.filter(({ verdict }) => verdict === "deny"));
    },
  };
}

/** The same, with judgements of an earlier run. */
export function warmPlinth(name: string, cwd: string): Contender {
  return { ...plinth(name, cwd, ["--cache", join(cwd, "cache")]), isWarmed: true };
}

export function opaEval(opa: string): Contender {
  return {
    name: "opa eval",
    command: ([file = ""]) => ({
      command: opa,
      args: ["eval", "-d", "policies", "-i", file, "-f", "raw", "[d | some d in data.main.deny]"],
      cwd: repositoryRoot,
      codes: [0],
    }),
    denied: (stdout) => lines(JSON.parse(stdout) as Denial[]),
  };
}

export function conftest(program: string): Contender {
  return {
    name: "conftest",
    command: (files) => ({
      command: program,
      args: ["test", "-p", "policies", "-o", "json", ...files],
      cwd: repositoryRoot,
      codes: [0, 1],
    }),
    denied: (stdout) => {
      const results = JSON.parse(stdout) as { failures?: { metadata: Denial }[] }[];
      return lines(results.flatMap(({ failures = [] }) => failures.map((one) => one.metadata)));
    },
  };
}

/** With all its checks: other rules than ours, so that only the time is compared. */
export function checkov(program: string, cwd: string): Contender {
  return {
    name: "Checkov",
    command: (files) => ({
      command: program,
      args: [
        ...["--framework", "terraform_plan", "--compact", "--quiet", "--skip-download"],
        ...["-o", "json", ...files.flatMap((file) => ["-f", file])],
      ],
      cwd,
      codes: [0, 1],
    }),
  };
}

/** Where `npm run tools` left a tool; undefined where it is not installed. */
export function installed(tool: string): string | undefined {
  const args = [join(repositoryRoot, "tools", "exec.mjs"), "--path", tool];
  const found = spawnSync(process.execPath, args, { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : undefined;
}
