import { boundFingerprint } from "./bound";
import type { Neighbour } from "./bound";
import type { Enforcement } from "./enforcement";
import { judgesChanges } from "./evaluate";
import type { Row } from "./evaluate";
import { indexed, twin } from "./join";
import type { PlacedFinding } from "./life";
import type { Subject } from "./types";
import { findingOf } from "./verdict";

/** Findings with what an exemption is matched by: stack, earlier addresses, fingerprint. */
export function placed(
  rows: readonly Row[],
  subjects: readonly Subject[],
  enforcement?: Enforcement,
): PlacedFinding[] {
  const synth = indexed(subjects.filter((subject) => subject.stage === "synth"));
  const neighbour = neighbours(subjects);
  return rows.map((row) => {
    const other = row.subject.stage === "plan" ? twin(row.subject, synth) : undefined;
    return {
      finding: findingOf(row, enforcement),
      stack: row.subject.stack,
      former: [...row.subject.former, ...(other?.former ?? [])],
      fingerprint: () => boundFingerprint(row.rule, bearer(row, other), neighbour),
    };
  });
}

/** Indexed when first asked: most judgements have no exemption. */
function neighbours(subjects: readonly Subject[]): Neighbour {
  let index: Map<string, Subject> | undefined;
  const key = (file: number, address: string) => `${file}\n${address}`;
  return ({ file }, address) => {
    index ??= new Map(
      subjects.filter(({ gone }) => !gone).map((one) => [key(one.file, one.address), one]),
    );
    return index.get(key(file, address));
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
