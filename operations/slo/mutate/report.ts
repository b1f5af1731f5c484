import pc from "picocolors";
import { changeText, countOf, countText, type Count } from "../../mutants";
import { KINDS, type Kind } from "./mistakes";
import type { Judged } from "./run";

export type Named = Omit<Judged, "fate">;

export interface Report {
  readonly schema: "plinth.rule-mutants/v1";
  readonly least: number;
  readonly all: Count;
  readonly kinds: Readonly<Record<Kind, Count>>;
  readonly survivors: readonly Named[];
  /** Left out of the counts: they change nothing, each says why. */
  readonly equivalent: readonly Named[];
  /** Said to change nothing, and noticed all the same. */
  readonly refuted: readonly Named[];
}

export function reportOf(judged: readonly Judged[], least: number): Report {
  const counted = judged.filter(({ because }) => because === undefined);
  const equivalent = judged.filter(({ because }) => because !== undefined);
  const kinds = KINDS.map(
    (kind) => [kind, countOf(counted.filter((one) => one.kind === kind))] as const,
  );
  return {
    schema: "plinth.rule-mutants/v1",
    least,
    all: countOf(counted),
    kinds: Object.fromEntries(kinds) as Record<Kind, Count>,
    survivors: named(counted, "survived"),
    equivalent: named(equivalent, "survived"),
    refuted: named(equivalent, "killed"),
  };
}

const named = (judged: readonly Judged[], fate: Judged["fate"]): Named[] =>
  judged.filter((one) => one.fate === fate).map(nameOf);

function nameOf({ environment, proof, kind, rule, from, to, place, because }: Judged): Named {
  const mistake = { environment, proof, kind, rule, from, to, place };
  return because === undefined ? mistake : { ...mistake, because };
}

/** Whether tests notice enough, and what is said to change nothing does not. */
export const isEnough = ({ all, least, refuted }: Report): boolean =>
  all.score >= least && refuted.length === 0;

export function renderText(report: Report, colour = pc.isColorSupported): string {
  const paint = pc.createColors(colour);
  const text = (one: Named): string => nameText(one, paint.bold("→"));
  const lines = [
    ...report.survivors.map(text),
    ...report.refuted.map((one) => `${text(one)}: noticed, and said to change nothing`),
    ...KINDS.map((kind) => countLine(kind, report.kinds[kind])),
    countLine("all", report.all),
    ...reasonLines(report.equivalent),
    isEnough(report) ? `at least ${report.least} %` : paint.red(`not enough: ${wantOf(report)}`),
  ];
  return `${lines.join("\n")}\n`;
}

const wantOf = ({ least, refuted }: Report): string =>
  `want ${least} %${refuted.length > 0 ? ", and that what is said to change nothing is not noticed" : ""}`;

const countLine = (of: string, count: Count): string => `${of.padEnd(12)}${countText(count)}`;

function reasonLines(equivalent: readonly Named[]): string[] {
  const reasons = [...new Set(equivalent.map(({ because = "" }) => because))];
  return reasons.map((reason) => {
    const count = equivalent.filter(({ because }) => because === reason).length;
    return `${count} more change nothing: ${reason}`;
  });
}

function nameText({ environment, proof, rule, from, to, place }: Named, arrow: string): string {
  return `${environment} ${proof}: ${rule}  ${changeText(from, to, arrow)}${place > 1 ? ` (${place})` : ""}`;
}
