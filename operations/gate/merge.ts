import { createHash } from "node:crypto";
import type { Finding, Verdict } from "../../policies/gate/types";
import { UserError } from "../cli/errors";

const RANK = { pass: 0, undetermined: 1, deny: 2 } as const;

/**
 * One verdict over what several judged: the worst of them, of the earliest time.
 *
 * @throws UserError when there is none, or they were judged by different rules
 */
export function mergeVerdicts(verdicts: readonly Verdict[]): Verdict {
  const [first, ...others] = verdicts;
  if (first === undefined) throw new UserError("expected at least one verdict");
  if (others.length === 0) return first;
  if (others.some(({ bundle }) => bundle.sha256 !== first.bundle.sha256))
    throw new UserError("these verdicts were judged by different rules; judge their files again");
  const all = verdicts.flatMap(({ findings }) => findings);
  const findings = all.filter(onceEach());
  return {
    schema: first.schema,
    judgedAt: verdicts.map(({ judgedAt }) => judgedAt).sort()[0] ?? first.judgedAt,
    verdict: verdicts.map(({ verdict }) => verdict).reduce((a, b) => (RANK[b] > RANK[a] ? b : a)),
    complete: verdicts.every(({ complete }) => complete),
    plans: verdicts.flatMap(({ plans }) => plans),
    bundle: first.bundle,
    exemptions: { sha256: mergeHashes(verdicts.map(({ exemptions }) => exemptions.sha256)) },
    budget: { sha256: mergeHashes(verdicts.map(({ budget }) => budget.sha256)) },
    counts: mergeCounts(verdicts, all.length - findings.length),
    findings: findings.sort(compareFindings),
  };
}

/** An exemption that does not apply is reported by every verdict that was given it: once is enough. */
function onceEach(): (finding: Finding) => boolean {
  const seen = new Set<string>();
  return ({ id, address, message }) => {
    const report = `${address}\n${message}`;
    if (id !== "EXEMPTION") return true;
    const isNew = !seen.has(report);
    seen.add(report);
    return isNew;
  };
}

/** One hash where all are the same; else the hash of all of them, in order. */
function mergeHashes(hashes: readonly (string | null)[]): string | null {
  const known = [...new Set(hashes.filter((hash) => hash !== null))].sort();
  if (known.length <= 1) return known[0] ?? null;
  return createHash("sha256").update(known.join("\n")).digest("hex");
}

function mergeCounts(verdicts: readonly Verdict[], repeated: number): Verdict["counts"] {
  const total = (key: keyof Verdict["counts"]) =>
    verdicts.reduce((sum, { counts }) => sum + counts[key], 0);
  return {
    rules: Math.max(...verdicts.map(({ counts }) => counts.rules)),
    resources: total("resources"),
    deny: total("deny"),
    undetermined: total("undetermined"),
    exempt: total("exempt"),
    advisory: total("advisory") - repeated,
  };
}

const key = ({ address, id, path }: Finding) => [address, id, path ?? ""];

function compareFindings(a: Finding, b: Finding): number {
  const [left, right] = [key(a), key(b)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : (left[at] ?? "") < (right[at] ?? "") ? -1 : 1;
}
