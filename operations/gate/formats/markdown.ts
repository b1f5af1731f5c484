import type { Finding, Verdict } from "../../../policies/gate/types";
import {
  OUTCOMES,
  byStack,
  count,
  outcomeOf,
  place,
  shorten,
  stackOf,
  stacksOf,
  summaryOf,
  type Outcome,
} from "./shared";

/** A comment holds 65,536 characters; the rest is for what a workflow adds. */
export const MARKDOWN_LIMIT = 60_000;

/** By which a workflow finds its comment again, whoever edits the title. */
const MARKER = "<!-- plinth:gate";

/** Kept free for what is said about the rest. */
const RESERVE = 400;

const TITLES = {
  pass: "✅ passed",
  deny: "❌ denied",
  undetermined: "⚠️ passed, undetermined",
} as const;

const NAMES: Record<Outcome, string> = {
  deny: "Denied",
  undetermined: "Undetermined",
  advisory: "Advisory",
  exempt: "Exempt",
};

/** One sticky comment: a hidden marker, the verdict, one table of stacks, findings folded below it. */
export function renderMarkdown(verdict: Verdict): string {
  const page = new Page();
  page.add(`${MARKER} ${JSON.stringify({ v: 1, verdict: verdict.verdict })} -->`);
  page.add(`### Plinth gate: ${TITLES[verdict.verdict]}`, "", summaryOf(verdict), "");
  table(page, verdict);
  for (const outcome of OUTCOMES) section(page, verdict, outcome);
  return page.text();
}

/** Lines up to the limit; what does not fit is counted, not lost silently. */
class Page {
  private readonly lines: string[] = [];
  private length = 0;

  /** All of these or none. @returns whether there was room */
  add(...lines: readonly string[]): boolean {
    const more = lines.reduce((sum, line) => sum + line.length + 1, 0);
    if (this.length + more > MARKDOWN_LIMIT - RESERVE) return false;
    this.lines.push(...lines);
    this.length += more;
    return true;
  }

  /** Uses the reserve: short lines that must not be missing. */
  close(line: string): void {
    this.lines.push(line);
    this.length += line.length + 1;
  }

  text(): string {
    return `${this.lines.join("\n")}\n`;
  }
}

function table(page: Page, verdict: Verdict): void {
  const rows = tableRows(verdict);
  page.add("| stack | denied | undetermined | advisory | exempt |", "|---|---:|---:|---:|---:|");
  // Half of the page is for the findings.
  const shown = rows.slice(0, 100);
  shown.forEach((row) => page.add(row));
  if (rows.length > shown.length)
    page.add(`| and ${rows.length - shown.length} more stacks | | | | |`);
  page.add("");
}

function tableRows(verdict: Verdict): string[] {
  const found = new Map(byStack(verdict).map(({ stack, findings }) => [stack, findings]));
  const stacks = [...new Set([...stacksOf(verdict), ...found.keys()])].sort();
  return stacks.map((stack) => {
    const numbers = OUTCOMES.map((outcome) => {
      const many = (found.get(stack) ?? []).filter((finding) => outcomeOf(finding) === outcome);
      return String(many.length);
    });
    return `| ${[escape(stack, 80), ...numbers].join(" | ")} |`;
  });
}

function section(page: Page, verdict: Verdict, outcome: Outcome): void {
  const findings = verdict.findings.filter((finding) => outcomeOf(finding) === outcome);
  if (findings.length === 0) return;
  const open = outcome === "deny" && findings.length <= 10 ? " open" : "";
  const title = `<details${open}><summary>${NAMES[outcome]}: ${findings.length}</summary>`;
  if (!page.add(title, ""))
    return page.close(`${NAMES[outcome]}: ${findings.length}, not shown here.`);
  const shown = findings.findIndex((finding) => !page.add(item(finding, verdict)));
  if (shown >= 0)
    page.close(
      `- and ${count(findings.length - shown, "more finding")}: \`npx plinth gate\` lists all`,
    );
  page.close("</details>\n");
}

function item(finding: Finding, verdict: Verdict): string {
  const where = place(finding);
  const parts = [
    `**${escape(finding.id, 60)}** ${finding.severity} · ${escape(stackOf(finding, verdict), 80)}`,
    `\`${code(finding.address)}\`${finding.path === null ? "" : ` \`${code(finding.path)}\``}`,
    escape(finding.message, 500),
    ...(where === undefined ? [] : [`at \`${code(where)}\``]),
    ...(finding.fix === "" ? [] : [`fix: ${escape(finding.fix, 500)}`]),
    ...(finding.exemption === null ? [] : [`exempt: ${escape(finding.exemption, 200)}`]),
  ];
  return `- ${parts.join("<br>")}`;
}

/** Text that Markdown and HTML show as it is; a mention or a link is none. */
export function escape(text: string, most: number): string {
  return (
    shorten(text, most)
      .replace(/&/g, "&amp;")
      .replace(/[<>"'`*_[\]#|~\\@:$^]/g, (character) => `&#${character.charCodeAt(0)};`)
      // Bare addresses are linked even so, by their dots.
      .replace(/\b(www)\./gi, "$1&#46;")
  );
}

/** For a code span: only its fence could end it, a bar the table's cell, and a tag what is folded. */
export const code = (text: string): string =>
  shorten(text, 200)
    .replace(/[`|<>]/g, (character) => LOOKALIKES[character] ?? "")
    .trim() || "(empty)";

const LOOKALIKES: Readonly<Record<string, string>> = { "`": "'", "|": "¦", "<": "‹", ">": "›" };
