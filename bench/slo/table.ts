import { median } from "../measure";
import type { Score } from "./score";
import { KINDS, type Kind } from "./trace";

/** What one contender made of one trace. */
export interface Scored {
  readonly contender: string;
  readonly kind: Kind;
  readonly score: Score;
}

const HEAD = ["burns", "missed", "false", "delay", "latest", "error", "worst", "silent"];

const LEGEND = `  burns: times in which a page's true burn was over its factor in both windows; missed: without a page;
  false: pages without one; delay: minutes from the first bad one to the page, median and latest; error: of the budget left, percentage
  points, median and worst of all hours; silent: share of the hours without an answer
`;

export function scoreText(title: string, scored: readonly Scored[]): string {
  const contenders = [...new Set(scored.map(({ contender }) => contender))];
  const rows = contenders.flatMap((name) => {
    const own = scored.filter(({ contender }) => contender === name);
    return [
      rowOf(name, own),
      ...KINDS.map((kind) =>
        rowOf(
          `  ${kind}`,
          own.filter((one) => one.kind === kind),
        ),
      ),
    ];
  });
  return `${[title, row("", HEAD), ...rows].join("\n")}\n${LEGEND}\n`;
}

function rowOf(name: string, scored: readonly Scored[]): string {
  const scores = scored.map(({ score }) => score);
  const sum = (of: (score: Score) => number): number =>
    scores.reduce((total, score) => total + of(score), 0);
  const delays = scores.flatMap((score) => score.delays);
  const errors = scores.flatMap((score) => score.errors);
  const silent = sum((score) => score.silent);
  return row(name, [
    `${sum((score) => score.burns)}`,
    `${sum((score) => score.missed)}`,
    `${sum((score) => score.falsePages)}`,
    text(median(delays), 0),
    text(Math.max(...delays), 0),
    text(median(errors), 3),
    text(
      errors.reduce((worst, error) => Math.max(worst, error), -Infinity),
      3,
    ),
    `${((100 * silent) / (silent + errors.length)).toFixed(1)}%`,
  ]);
}

const text = (value: number, places: number): string =>
  Number.isFinite(value) ? value.toFixed(places) : "-";

const row = (name: string, columns: readonly string[]): string =>
  `  ${name.padEnd(16)}${columns.map((column) => column.padStart(9)).join("")}`;
