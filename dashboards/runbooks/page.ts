import type { Owner } from "../../model/declaration";

/** A part of a runbook, under a heading of its own. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

export function renderPage(title: string, sections: readonly Section[]): string {
  const parts = sections.map(
    ({ heading, lines }) =>
      `## ${heading}\n\n${lines
        .join("\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim()}`,
  );
  return `${[`# ${title}`, ...parts].join("\n\n")}\n`;
}

export const code = (language: string, ...lines: readonly string[]): string[] => [
  "",
  `\`\`\`${language}`,
  ...lines,
  "```",
  "",
];

/** Three hours ago as CloudWatch Logs takes it: milliseconds, in words of any shell. */
export const HOURS_AGO = '"$(( ($(date +%s) - 10800) * 1000 ))"';

export const owner = ({ team, contact }: Owner): Section => ({
  heading: "Owner",
  lines: [`Team ${team}: ${contact}`],
});

export const numbered = (steps: readonly string[]): string[] =>
  steps.map((step, index) => `${index + 1}. ${step}`);
