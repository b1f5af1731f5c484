import pc from "picocolors";
import { changeText, countOf, countText } from "../../mutants";
import type { Count } from "../../mutants";
import { isSame, textOfLine } from "./known";
import type { Equivalent } from "./known";
import type { Judged } from "./run";
import { lineOf } from "./source";

export interface Survivor {
  /** Below the folder of policies. */
  readonly file: string;
  readonly row: number;
  /** The line's text. */
  readonly line: string;
  readonly from: string;
  readonly to: string;
}

export interface Report {
  readonly schema: "plinth.mutants/v1";
  readonly least: number;
  /** Mistakes in what a rule decides. */
  readonly logic: Count;
  /** Mistakes in what a finding says. */
  readonly messages: Count;
  /** Left out of the counts: they change nothing. */
  readonly equivalent: number;
  readonly survivors: readonly Survivor[];
  /** Entries of the list of equivalents that match no mutant, or one that a test notices. */
  readonly stale: readonly Equivalent[];
}

export function reportOf(all: readonly Judged[], known: readonly Equivalent[], least: number) {
  const isKnown = (one: Judged) => known.some((entry) => isSame(one, entry));
  const survived = all.filter(({ fate }) => fate === "survived");
  const counted = all.filter((one) => one.fate === "killed" || !isKnown(one));
  const report: Report = {
    schema: "plinth.mutants/v1",
    least,
    logic: countOf(counted.filter(({ edit }) => edit?.message === false)),
    messages: countOf(counted.filter(({ edit }) => edit?.message === true)),
    equivalent: all.length - counted.length,
    survivors: survived.filter((one) => !isKnown(one)).map(survivorOf),
    stale: known.filter((entry) => !survived.some((one) => isSame(one, entry))),
  };
  return report;
}

/** Whether tests notice enough, and the list of equivalents is true. */
export function isEnough({ logic, messages, least, stale }: Report): boolean {
  return logic.score >= least && messages.score >= least && stale.length === 0;
}

function survivorOf({ source, edit }: Judged): Survivor {
  const { start, from, to } = edit ?? { start: 0, from: "", to: "" };
  const line = textOfLine(source.text, start);
  return { file: source.path, row: lineOf(source.text, start), line, from, to };
}

export function renderText(report: Report, folder: string): string {
  const lines = [
    ...report.survivors.map((one) => survivorText(one, folder)),
    ...report.stale.map((one) => `${one.file}: no such mutant survives: ${one.from} → ${one.to}`),
    `rules     ${countText(report.logic)}`,
    `messages  ${countText(report.messages)}`,
    `${report.equivalent} more change nothing`,
    isEnough(report) ? `at least ${report.least} %` : pc.red(`not enough: ${wantOf(report)}`),
  ];
  return `${lines.join("\n")}\n`;
}

function wantOf({ least, stale }: Report): string {
  return `want ${least} %${stale.length > 0 ? " and no stale equivalent" : ""}`;
}

function survivorText({ file, row, from, to }: Survivor, folder: string): string {
  return `${folder}/${file}:${row}  ${changeText(from, to, pc.bold("→"))}`;
}
