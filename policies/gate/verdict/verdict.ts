import type { Finding, JudgedFile, Verdict } from "../types";

/** A failed `check` block: the author's own assertion, which no exemption lifts. */
export function checkFinding(check: { address: string; message: string }): Finding {
  return {
    id: "CHECK",
    aliases: [],
    severity: "high",
    level: "hard",
    verdict: "deny",
    address: check.address,
    type: "check",
    construct: null,
    source: null,
    path: null,
    message: check.message,
    fix: "Make the assertion of the `check` block true, or change it.",
    exemption: null,
  };
}

export interface VerdictParts {
  readonly now: Date;
  readonly complete: boolean;
  readonly files: readonly JudgedFile[];
  readonly bundleSha256: string;
  readonly exemptionsSha256: string | null;
  readonly budgetSha256: string | null;
  readonly rules: number;
  readonly resources: number;
  readonly findings: readonly Finding[];
  /** Whether what nobody knows yet is a denial. */
  readonly strict: boolean;
}

export function verdictOf(parts: VerdictParts): Verdict {
  const findings = [...parts.findings].sort(byAddress);
  const counts = tally(findings);
  return {
    schema: "plinth.gate/v1",
    judgedAt: parts.now.toISOString(),
    verdict: overall(counts, parts),
    complete: parts.complete,
    plans: parts.files,
    bundle: { sha256: parts.bundleSha256 },
    exemptions: { sha256: parts.exemptionsSha256 },
    budget: { sha256: parts.budgetSha256 },
    counts: { rules: parts.rules, resources: parts.resources, ...counts },
    findings,
  };
}

type Tally = Omit<Verdict["counts"], "rules" | "resources">;

function tally(findings: readonly Finding[]): Tally {
  const binding = findings.filter((finding) => finding.level !== "advisory");
  const count = (verdict: Finding["verdict"]) =>
    binding.filter((finding) => finding.verdict === verdict).length;
  return {
    deny: count("deny"),
    undetermined: count("undetermined"),
    exempt: findings.filter((finding) => finding.verdict === "exempt").length,
    advisory: findings.length - binding.length,
  };
}

function overall(
  { deny, undetermined }: Pick<Tally, "deny" | "undetermined">,
  { complete, strict }: Pick<VerdictParts, "complete" | "strict">,
): Verdict["verdict"] {
  if (deny > 0) return "deny";
  if (undetermined === 0 && complete) return "pass";
  return strict ? "deny" : "undetermined";
}

/** Whether counts and answer follow from the findings: a verdict that was edited does not show it otherwise. */
export function isWhole({ verdict, complete, counts, findings }: Verdict): boolean {
  const found = tally(findings);
  const agree = (Object.keys(found) as (keyof Tally)[]).every((key) => counts[key] === found[key]);
  return agree && [true, false].some((strict) => overall(found, { complete, strict }) === verdict);
}

function byAddress(a: Finding, b: Finding): number {
  return (
    order(a.address, b.address) ||
    order(a.id, b.id) ||
    order(a.path ?? "", b.path ?? "") ||
    order(a.message, b.message)
  );
}

/** By code unit: the same on every machine, whatever its language. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Exit code of the gate for a verdict: 0 passes (undetermined is a warning), 2 is denied. */
export function exitCodeOf(verdict: Pick<Verdict, "verdict">): 0 | 2 {
  return verdict.verdict === "deny" ? 2 : 0;
}
