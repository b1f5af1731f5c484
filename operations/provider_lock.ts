import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROVIDERS } from "../constructs/providers";
import type { SynthesizedStack } from "../constructs/synth";
import { writeTree } from "./write";

/** Where a team commits a lock file with checksums: one a cloud. */
const committedLock = (cloud: string): string => `locks/${cloud}.terraform.lock.hcl`;

/**
 * Writes the dependency lock file beside each stack: the committed one of its cloud where there is one, else
 * one that pins the version and leaves the checksums of this platform to `init`. Without any, cdktf asks
 * the registry for the checksums of every platform, which fails behind a mirror.
 */
export function writeProviderLocks(
  repositoryRoot: string,
  outdir: string,
  stacks: readonly SynthesizedStack[],
): void {
  for (const { cloud, directory } of stacks) {
    const committed = join(repositoryRoot, committedLock(cloud));
    const text = existsSync(committed) ? readFileSync(committed, "utf8") : versionLock(cloud);
    writeTree(join(outdir, directory), [{ path: ".terraform.lock.hcl", text }], []);
  }
}

function versionLock(cloud: keyof typeof PROVIDERS): string {
  const { source, version } = PROVIDERS[cloud];
  return [
    `provider "registry.terraform.io/${source}" {`,
    `  version     = "${version}"`,
    `  constraints = "${version}"`,
    "}",
    "",
  ].join("\n");
}
