import type { Finding } from "../../../policies/gate/types";
import { origin, outcomeOf } from "./shared";

/** What people read as one: a finding, or every rule that one unknown value leaves open at one place. */
export interface Entry {
  /** The most severe; without its fix where the others name another. */
  readonly finding: Finding;
  /** Of all of them, in the verdict's order. */
  readonly ids: readonly string[];
}

/** Findings in their order; undetermined ones that wait for the same value stand at the first of them. */
export function entriesOf(findings: readonly Finding[]): Entry[] {
  const groups = new Map<unknown, Finding[]>();
  for (const finding of findings) {
    const key = outcomeOf(finding) === "undetermined" ? waitsFor(finding) : finding;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].map(entryOf);
}

/** An undetermined finding's message says nothing of its rule: only where, and what is unknown. */
const waitsFor = (finding: Finding): string =>
  JSON.stringify([finding.address, finding.message, finding.construct, ...origin(finding)]);

const SEVERITIES: readonly Finding["severity"][] = ["critical", "high", "medium", "low"];

function entryOf(findings: readonly Finding[]): Entry {
  const worst = SEVERITIES.flatMap((one) => findings.filter(({ severity }) => severity === one));
  const [finding] = worst as [Finding];
  const same = findings.every(({ fix }) => fix === finding.fix);
  return {
    finding: same ? finding : { ...finding, fix: "" },
    ids: findings.map(({ id }) => id),
  };
}
