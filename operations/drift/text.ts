import pc from "picocolors";
import { isDrift, type Item, type Report, type Status, type Summary } from "./report";
import type { Shown } from "./redact";

const COLOURS = {
  clean: "green",
  drifted: "red",
  incomplete: "yellow",
  error: "red",
} as const satisfies Record<Status, keyof typeof pc>;

/**
 * A report as a person reads it: each stack, its drift, and what to do next.
 *
 * @param colour - @default where standard output takes it and NO_COLOR does not forbid it
 */
export function renderText(report: Report, colour = pc.isColorSupported): string {
  const paint = pc.createColors(colour);
  const lines = report.stacks.flatMap(({ stack, status, reason, summary }) => [
    `${paint.bold(stack)}  ${paint[COLOURS[status]](status)}${counts(summary)}`,
    ...(reason === null ? [] : [`  ${indent(reason)}`]),
    ...report.items.filter((item) => item.stack === stack && isShown(item)).flatMap(itemLines),
  ]);
  return [...lines, ...advice(report), ""].join("\n");
}

const indent = (text: string): string => text.replace(/\n/g, "\n  ");

/** Echoes and noise are counted only: they are there after every apply. */
const isShown = (item: Item): boolean =>
  isDrift(item) || item.class === "pending" || item.class === "moved";

function counts(summary: Summary): string {
  const names = ["pending", "moved", "echo", "noise", "ignored"] as const;
  const parts = names.filter((name) => summary[name] > 0).map((name) => `${summary[name]} ${name}`);
  const checks = summary.checksFailed > 0 ? [`${summary.checksFailed} checks failed`] : [];
  const all = [...parts, ...checks];
  return all.length === 0 ? "" : `  (${all.join(", ")})`;
}

function itemLines(item: Item): string[] {
  const owner = item.owner === null ? "" : `  owner ${item.owner}`;
  const from = item.previousAddress === null ? "" : `  from ${item.previousAddress}`;
  const severity = isDrift(item) ? `  ${item.severity}` : "";
  const details = isDrift(item)
    ? item.paths
        .map((path) => path.join("."))
        .map((at) => change(at, item.before[at], item.after[at]))
    : [];
  return [`  ${item.class.padEnd(9)} ${item.address}${from}${severity}${owner}`, ...details];
}

const change = (at: string, before: Shown | undefined, after: Shown | undefined): string =>
  `            ${at}: ${JSON.stringify(before ?? null)} -> ${JSON.stringify(after ?? null)}`;

const ADVICE = {
  declared: "declared: an apply puts it back; to keep it, change the declaration first",
  silent: "silent: no apply puts it back; undo it by hand, or declare it",
  gone: "gone: an apply makes it again, empty; restore its data first where it held any",
} as const;

function advice({ summary }: Report): string[] {
  const kinds = (["declared", "silent", "gone"] as const).filter((kind) => summary[kind] > 0);
  return kinds.length === 0 ? [] : ["", ...kinds.map((kind) => ADVICE[kind])];
}
