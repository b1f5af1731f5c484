import { boundFingerprint } from "../exemptions/bound";
import type { Neighbour } from "../exemptions/bound";
import { driftFinding, driftMessages } from "../input/drift";
import type { Drifted } from "../input/drift";
import { enforced } from "../rules/enforcement";
import type { Enforcement } from "../rules/enforcement";
import { CannotJudge } from "../errors";
import { judgesChanges } from "../rules/evaluate";
import type { Row } from "../rules/evaluate";
import { indexed, twin } from "./join";
import type { PlacedFinding } from "../exemptions/life";
import type { Finding, Origin, Rule, Subject } from "../types";

/** What a rule says of a resource, and what an exemption is matched by: stack, earlier addresses, fingerprint. */
export interface PlacedRow extends Pick<Row, "verdict" | "message"> {
  /** Its id. */
  readonly rule: string;
  readonly address: string;
  readonly type: string;
  readonly origin: Origin;
  readonly stack: string | null;
  readonly former: readonly string[];
  readonly fingerprint: string;
}

export function placedRows(rows: readonly Row[], subjects: readonly Subject[]): PlacedRow[] {
  const synth = indexed(subjects.filter((subject) => subject.stage === "synth"));
  const neighbour = neighbours(subjects);
  return rows.map((row) => {
    const { address, type, origin, stack, former, stage } = row.subject;
    const other = stage === "plan" ? twin(row.subject, synth) : undefined;
    return {
      ...{ rule: row.rule.id, verdict: row.verdict, message: row.message },
      ...{ address, type, origin, stack, former: [...former, ...(other?.former ?? [])] },
      fingerprint: boundFingerprint(row.rule, bearer(row, other), neighbour),
    };
  });
}

/** Findings at their levels. @throws CannotJudge when a row that was kept is of no rule that there is */
export function placed(
  rows: readonly PlacedRow[],
  rules: readonly Rule[],
  enforcement?: Enforcement,
): PlacedFinding[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return rows.map((row) => {
    const rule = byId.get(row.rule);
    if (!rule)
      throw new CannotJudge("--cache", "holds a finding of no rule that there is: empty it");
    const { stack, former, fingerprint } = row;
    return { finding: findingOf(row, rule, enforcement), stack, former, fingerprint };
  });
}

function findingOf(row: PlacedRow, rule: Rule, enforcement?: Enforcement): Finding {
  return {
    id: rule.id,
    aliases: rule.aliases,
    ...enforced(rule, enforcement),
    verdict: row.verdict,
    address: row.address,
    type: row.type,
    ...row.origin,
    message: row.message,
    fix: rule.fix,
    exemption: null,
  };
}

/** What was changed outside of Terraform, at the place of its declaration where a stack is joined. */
export function placedDrift(
  drift: readonly (readonly Drifted[])[],
  rows: readonly Row[],
  subjects: readonly Subject[],
): PlacedFinding[] {
  if (drift.every((list) => list.length === 0)) return [];
  const synth = indexed(subjects.filter((subject) => subject.stage === "synth"));
  const denied = deniedAt(rows);
  const planned = new Map(subjects.map((one) => [at(one.file, one.address), one]));
  return drift.flatMap((list, file) =>
    list.flatMap((one) => {
      const subject = planned.get(at(file, one.address));
      const origin = (subject && twin(subject, synth))?.origin;
      return driftMessages(one, denied.get(at(file, one.address)) ?? []).map((message) => ({
        finding: driftFinding(one, message, origin),
        stack: subject?.stack ?? null,
        former: subject?.former ?? [],
        fingerprint: null,
      }));
    }),
  );
}

const at = (file: number, address: string) => `${file}\n${address}`;

/** The rules that deny the resources of plans. */
function deniedAt(rows: readonly Row[]): ReadonlyMap<string, Rule[]> {
  const found = new Map<string, Rule[]>();
  for (const { subject, rule, verdict } of rows) {
    if (verdict !== "deny" || subject.stage !== "plan") continue;
    const place = at(subject.file, subject.address);
    found.set(place, [...(found.get(place) ?? []), rule]);
  }
  return found;
}

/** Indexed when first asked: most judgements find nothing. */
function neighbours(subjects: readonly Subject[]): Neighbour {
  let index: Map<string, Subject> | undefined;
  return ({ file }, address) => {
    index ??= new Map(
      subjects.filter(({ gone }) => !gone).map((one) => [at(one.file, one.address), one]),
    );
    return index.get(at(file, address));
  };
}

/**
 * The synthesized resource where there is one: what its author wrote stays the same before and after
 * the first apply. Only a plan knows of changes.
 */
function bearer({ rule, subject }: Row, synthesized: Subject | undefined): Subject {
  const isOfPlan = judgesChanges(rule) || !rule.stages.includes("synth");
  return isOfPlan ? subject : (synthesized ?? subject);
}
