import type { Verdict } from "../../../policies/gate/types";
import { entriesOf, type Entry } from "./entries";
import {
  OUTCOMES,
  byStack,
  count,
  claim,
  origin,
  outcomeOf,
  pageLink,
  shorten,
  stackOf,
  stacksOf,
  summaryOf,
  type Outcome,
  type RuleOptions,
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
export function renderMarkdown(verdict: Verdict, options: RuleOptions = {}): string {
  const page = new Page();
  page.add(`${MARKER} ${JSON.stringify({ v: 1, verdict: verdict.verdict })} -->`);
  page.add(`### Plinth gate: ${TITLES[verdict.verdict]}`, "", summaryOf(verdict), "");
  table(page, verdict);
  for (const outcome of OUTCOMES) section(page, verdict, outcome, options);
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

function section(page: Page, verdict: Verdict, outcome: Outcome, options: RuleOptions): void {
  const findings = verdict.findings.filter((finding) => outcomeOf(finding) === outcome);
  if (findings.length === 0) return;
  const open = outcome === "deny" && findings.length <= 10 ? " open" : "";
  const title = `<details${open}><summary>${NAMES[outcome]}: ${findings.length}</summary>`;
  if (!page.add(title, ""))
    return page.close(`${NAMES[outcome]}: ${findings.length}, not shown here.`);
  const entries = entriesOf(findings);
  const shown = entries.findIndex((entry) => !page.add(item(entry, verdict, options)));
  const left = shown < 0 ? 0 : entries.slice(shown).flatMap(({ ids }) => ids).length;
  if (left > 0) page.close(`- and ${count(left, "more finding")}: \`npx plinth gate\` lists all`);
  page.close("</details>\n");
}

function item({ finding, ids }: Entry, verdict: Verdict, options: RuleOptions): string {
  const where = origin(finding).map((part) => `\`${code(part)}\``);
  const parts = [
    `${ids.map((id) => `**${ruleLink(id, options)}**`).join(", ")} ${finding.severity} · ${escape(stackOf(finding, verdict), 80)}`,
    `\`${code(finding.address)}\` ${prose(claim(finding))}`,
    ...(where.length === 0 ? [] : [`at ${where.join(" · ")}`]),
    ...(finding.fix === "" ? [] : [`fix: ${prose(finding.fix)}`]),
    ...(outcomeOf(finding) === "exempt" ? [`exempt: ${escape(finding.exemption ?? "", 200)}`] : []),
  ];
  return `- ${parts.join("<br>")}`;
}

/** A sentence: what it has in backticks is code, the rest is text. */
const prose = (text: string): string =>
  shorten(text, 500)
    .split(/`([^`]+)`/)
    .map((part, i) => (i % 2 === 1 ? `\`${code(part)}\`` : escape(part, 500)))
    .join("");

function ruleLink(id: string, options: RuleOptions): string {
  const text = escape(id, 60);
  const link = pageLink(id, options);
  return link === undefined ? text : `[${text}](${link})`;
}

/**
 * Text that Markdown and HTML show as it is. Mentions, issue numbers, emoji and addresses are looked for in the text
 * that was rendered, where an entity is its character again: only a space without width parts them.
 */
export function escape(text: string, most: number): string {
  return shorten(text, most)
    .replace(/[@#]|:(?=\S)|\b(?:www(?=\.)|GH(?=-\d))/gi, (found) => `${found}${PARTED}`)
    .replace(/&/g, "&amp;")
    .replace(/[<>"'`*_[\]#|~\\@:$^]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll(PARTED, "&#8203;");
}

/** Not in `text`: `shorten` shows characters without width by their number. */
const PARTED = "\u200b";

/** For a code span: only its fence could end it, a bar the table's cell, and a tag what is folded. */
export const code = (text: string): string =>
  shorten(text, 200)
    .replace(/[`|<>]/g, (character) => LOOKALIKES[character] ?? "")
    .trim() || "(empty)";

const LOOKALIKES: Readonly<Record<string, string>> = { "`": "'", "|": "¦", "<": "‹", ">": "›" };
