import { applies } from "../rules/evaluate";
import type { Row } from "../rules/evaluate";
import { withoutIndexes } from "../input/plan";
import type { Rule, Stage, Subject } from "../types";

/**
 * Joins what the rules said of synthesized stacks and of their plans, by stack and address:
 *
 * - a denial of either stands: nothing denied at synth passes at plan;
 * - where the plan cannot tell, the stack decides; where the stack cannot tell, the plan does;
 * - where neither can tell, it stays undetermined, once.
 */
export function joinStages(subjects: readonly Subject[], rows: readonly Row[]): Row[] {
  const [stacks, plans] = [at(subjects, "synth"), at(subjects, "plan")];
  if (stacks.length === 0 || plans.length === 0) return once(rows);
  const synth = indexed(stacks);
  const plan = indexed(plans);
  const undecided = new Set(
    rows.filter((row) => row.verdict === "undetermined").map((row) => key(row.subject, row.rule)),
  );
  const stays = (row: Row): boolean => {
    if (row.verdict === "deny") return true;
    const other = twin(row.subject, row.subject.stage === "plan" ? synth : plan);
    if (!other || !applies(row.rule, other)) return true;
    return row.subject.stage === "plan" && undecided.has(key(other, row.rule));
  };
  return once(rows.filter(stays).map((row) => withOrigin(row, synth)));
}

function at(subjects: readonly Subject[], stage: Stage): Subject[] {
  return subjects.filter((subject) => subject.stage === stage);
}

export type ByPlace = ReadonlyMap<string, Subject>;

/** By stack and address; what will not exist has no twin. */
export function indexed(subjects: readonly Subject[]): ByPlace {
  return new Map(
    subjects.filter((subject) => !subject.gone).map((subject) => [place(subject), subject]),
  );
}

function place(subject: Subject): string {
  return `${subject.stack ?? ""}\n${withoutIndexes(subject.address)}`;
}

function key(subject: Subject, rule: Rule): string {
  return `${subject.stage}\n${place(subject)}\n${rule.id}`;
}

/** The same resource at the other stage; a stack without an id has none. */
export function twin(subject: Subject, others: ByPlace): Subject | undefined {
  return subject.stack === null ? undefined : others.get(place(subject));
}

/** Plan JSON carries no construct metadata: the synthesized twin knows where it was declared. */
function withOrigin(row: Row, synth: ByPlace): Row {
  const other = row.subject.stage === "plan" ? twin(row.subject, synth) : undefined;
  return other ? { ...row, subject: { ...row.subject, origin: other.origin } } : row;
}

function once(rows: readonly Row[]): Row[] {
  const seen = new Map<string, Row>();
  for (const row of rows) {
    const same = `${row.subject.stack ?? row.subject.file}\n${row.subject.address}\n${row.rule.id}\n${row.message}`;
    if (!seen.has(same)) seen.set(same, row);
  }
  return [...seen.values()];
}
