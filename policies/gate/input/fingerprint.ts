import { createHash } from "node:crypto";
import { commentaryOf } from "../text/commentary";
import { outlineOf } from "../text/outline";
import type { Outline } from "../text/outline";
import { Source } from "../text/source";

/** What of a plan decides what an apply does and what the gate says of it; not when it was made, nor by which version of the tool. */
const PLAN_PARTS = [
  "resource_changes",
  "output_changes",
  "deferred_changes",
  "configuration",
  "checks",
  "complete",
];

/** Of bytes or text, hexadecimal. */
export function sha256(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}

/**
 * The same for two plans that do the same: key order, white space, timestamp and tool version
 * do not count.
 *
 * @param digests sha256 of the canonical spelling of each part that the plan has
 */
export function planFingerprint(digests: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash("sha256");
  for (const name of PLAN_PARTS) {
    const digest = digests.get(name);
    if (digest) hash.update(`\n${name}:`).update(digest);
  }
  return hash.digest("hex");
}

/**
 * The same for two stacks that say the same to Terraform: neither a shifted line of a declaration nor
 * another construct path counts.
 *
 * @param canonical spelling of the synthesized stack
 */
export function stackFingerprint(canonical: Uint8Array): string {
  const hash = createHash("sha256");
  let from = 0;
  for (const [start, end] of commentaryOf(new Source(canonical))) {
    hash.update(canonical.subarray(from, start));
    from = end;
  }
  return hash.update(canonical.subarray(from)).digest("hex");
}

/** Reads a plan, or what else is JSON, as far as its fingerprint needs it. @throws Damage */
export function planOutline(bytes: Uint8Array): Outline | undefined {
  return outlineOf(bytes, (name) => PLAN_PARTS.includes(name));
}
