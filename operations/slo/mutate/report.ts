import pc from "picocolors";
import { changeText, countOf, countText, type Count } from "../../mutants";
import { KINDS, type Kind } from "./mistakes";
import type { Judged } from "./run";

export type Survivor = Omit<Judged, "fate">;

export interface Report {
  readonly schema: "plinth.rule-mutants/v1";
  readonly least: number;
  readonly all: Count;
  readonly kinds: Readonly<Record<Kind, Count>>;
  readonly survivors: readonly Survivor[];
}

export function reportOf(judged: readonly Judged[], least: number): Report {
  const kinds = KINDS.map(
    (kind) => [kind, countOf(judged.filter((one) => one.kind === kind))] as const,
  );
  const survived = judged.filter(({ fate }) => fate === "survived");
  return {
    schema: "plinth.rule-mutants/v1",
    least,
    all: countOf(judged),
    kinds: Object.fromEntries(kinds) as Record<Kind, Count>,
    survivors: survived.map(survivorOf),
  };
}

const survivorOf = ({ environment, proof, kind, rule, from, to }: Judged): Survivor => ({
  environment,
  proof,
  kind,
  rule,
  from,
  to,
});

export const isEnough = ({ all, least }: Report): boolean => all.score >= least;

export function renderText(report: Report, colour = pc.isColorSupported): string {
  const paint = pc.createColors(colour);
  const lines = [
    ...report.survivors.map((survivor) => survivorText(survivor, paint.bold("→"))),
    ...KINDS.map((kind) => countLine(kind, report.kinds[kind])),
    countLine("all", report.all),
    isEnough(report)
      ? `at least ${report.least} %`
      : paint.red(`not enough: want ${report.least} %`),
  ];
  return `${lines.join("\n")}\n`;
}

const countLine = (of: string, count: Count): string => `${of.padEnd(12)}${countText(count)}`;

function survivorText({ environment, proof, rule, from, to }: Survivor, arrow: string): string {
  return `${environment} ${proof}: ${rule}  ${changeText(from, to, arrow)}`;
}
