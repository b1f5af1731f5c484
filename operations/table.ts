import Table from "cli-table3";

/** What `npm start` made for one environment. */
export interface SummaryRow {
  readonly environment: string;
  readonly stacks: number;
  readonly resources: number;
  readonly findings: FindingCounts;
  readonly slos: number;
  /** Recording and alerting rules. */
  readonly rules: number;
  readonly boards: number;
  /** Where its files are, from the repository's root: `out/dev`. */
  readonly where: string;
}

export interface FindingCounts {
  readonly deny: number;
  readonly undetermined: number;
  readonly advisory: number;
  readonly exempt: number;
}

/** A command and what it is for. */
export interface NextStep {
  readonly command: string;
  readonly why: string;
}

/**
 * The table that `npm start` ends with, and what to run next. No colour: it is read in logs too.
 *
 * @param outages - what outages cost; empty where nothing is promised
 */
export function renderSummary(
  rows: readonly SummaryRow[],
  outages: string,
  next: readonly NextStep[],
): string {
  const promised = outages === "" ? [] : ["", outages];
  return [summaryTable(rows), ...promised, "", "Next:", ...nextLines(next), ""].join("\n");
}

/** For `cli-table3`: columns and nothing between them. */
export const NO_BORDERS = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "" },
  ...{ bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" },
  ...{ left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "" },
  middle: "  ",
};

function summaryTable(rows: readonly SummaryRow[]): string {
  const table = new Table({
    head: ["environment", "stacks", "resources", "findings", "SLOs", "rules", "boards", "files"],
    colAligns: ["left", "right", "right", "left", "right", "right", "right", "left"],
    chars: NO_BORDERS,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  for (const row of rows) {
    const numbers = [row.slos, row.rules, row.boards];
    table.push([
      row.environment,
      row.stacks,
      row.resources,
      findingsText(row.findings),
      ...numbers,
      row.where,
    ]);
  }
  return trimLines(table.toString());
}

const OUTCOMES = [
  ["deny", "denied"],
  ["undetermined", "undetermined"],
  ["advisory", "advisory"],
  ["exempt", "exempt"],
] as const;

/** `2 denied, 1 exempt`, or `none`. */
export function findingsText(findings: FindingCounts): string {
  const parts = OUTCOMES.flatMap(([key, word]) =>
    findings[key] > 0 ? [`${findings[key]} ${word}`] : [],
  );
  return parts.join(", ") || "none";
}

function nextLines(next: readonly NextStep[]): string[] {
  const width = Math.max(0, ...next.map(({ command }) => command.length));
  return next.map(({ command, why }) => `  ${command.padEnd(width)}  ${why}`);
}

export const trimLines = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
