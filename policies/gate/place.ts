import { boundFingerprint } from "./bound";
import { judgesChanges } from "./evaluate";
import type { Row } from "./evaluate";
import { indexed, twin } from "./join";
import type { PlacedFinding } from "./life";
import type { Subject } from "./types";
import { findingOf } from "./verdict";

/** Findings with what an exemption is matched by: stack, earlier addresses, fingerprint. */
export function placed(rows: readonly Row[], subjects: readonly Subject[]): PlacedFinding[] {
  const synth = indexed(subjects.filter((subject) => subject.stage === "synth"));
  const existing = subjects.filter((subject) => !subject.gone);
  const byFile = new Map(existing.map((one) => [`${one.file}\n${one.address}`, one]));
  const neighbour = ({ file }: Subject, address: string) => byFile.get(`${file}\n${address}`);
  return rows.map((row) => {
    const other = row.subject.stage === "plan" ? twin(row.subject, synth) : undefined;
    return {
      finding: findingOf(row),
      stack: row.subject.stack,
      former: [...row.subject.former, ...(other?.former ?? [])],
      fingerprint: () => boundFingerprint(row.rule, bearer(row, other), neighbour),
    };
  });
}

/**
 * The synthesized resource where there is one: what its author wrote stays the same before and after
 * the first apply. Only a plan knows of changes.
 */
function bearer({ rule, subject }: Row, synthesized: Subject | undefined): Subject {
  const isOfPlan = judgesChanges(rule) || !rule.stages.includes("synth");
  return isOfPlan ? subject : (synthesized ?? subject);
}
