import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { plinthCommand, type Ended } from "../cli/plinth";

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly with?: { readonly script?: string };
}

/** A step of `.github/workflows`, by its name. */
function stepOf(workflow: string, name: string): Step {
  const file = join(__dirname, "../../../.github/workflows", `${workflow}.yml`);
  const { jobs } = parse(readFileSync(file, "utf8")) as {
    jobs: Record<string, { steps?: Step[] }>;
  };
  const found = Object.values(jobs)
    .flatMap(({ steps }) => steps ?? [])
    .find((step) => step.name === name);
  if (found === undefined) throw new Error(`${workflow}.yml has no step ${JSON.stringify(name)}`);
  return found;
}

/** The JavaScript of a step, as `actions/github-script` runs it. */
export const script = (workflow: string, step: string): string =>
  stepOf(workflow, step).with?.script ?? "";

/** Runs the commands of a step in a folder, as a runner does: by bash, with `npx plinth` as the command. */
export function runStep(
  [workflow, step]: readonly [string, string],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Ended {
  const { PATH, HOME } = process.env;
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["-e", "-c", stepOf(workflow, step).run ?? ""],
    {
      ...{ cwd, encoding: "utf8" },
      env: {
        HOME,
        PATH: `${npxFolder()}:${PATH}`,
        GITHUB_STEP_SUMMARY: join(cwd, "summary.md"),
        ...env,
      },
    },
  );
  return { code: status, stdout, stderr };
}

let folder: string | undefined;

/**
 * A folder with an `npx` that knows one command, and starts it from its source. It shows no verdict again: that
 * takes most of the time, and changes none.
 */
function npxFolder(): string {
  if (folder !== undefined) return folder;
  folder = mkdtempSync(join(tmpdir(), "plinth-npx-"));
  const words = [process.execPath, ...plinthCommand].map((word) => `'${word}'`).join(" ");
  const npx = join(folder, "npx");
  writeFileSync(
    npx,
    `#!/bin/sh\ntest "$1" = plinth || exit 127\nshift\ntest "$2" = render && exit 0\nexec ${words} "$@"\n`,
  );
  chmodSync(npx, 0o755);
  return folder;
}
