import pc from "picocolors";
import type { Finding, Verdict } from "../../../policies/gate/types";
import { byStack, outcomeOf, place, plain, summaryOf, type Outcome } from "./shared";

type Colors = ReturnType<typeof pc.createColors>;

const MARKS: Record<Outcome, string> = { deny: "✗", advisory: "!", undetermined: "?", exempt: "-" };

/**
 * The verdict for people: by stack and resource, with what to change.
 *
 * @param color - @default false
 */
export function renderText(verdict: Verdict, { color = false } = {}): string {
  const colors = pc.createColors(color);
  const stacks = byStack(verdict).flatMap(({ stack, findings }) => [
    colors.bold(plain(stack)),
    ...byAddress(findings).flatMap((group) => resource(group, colors)),
    "",
  ]);
  return [...stacks, summary(verdict, colors), ""].join("\n");
}

function byAddress(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    groups.set(finding.address, [...(groups.get(finding.address) ?? []), finding]);
  }
  return [...groups.values()];
}

function resource(findings: readonly Finding[], colors: Colors): string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const where = [place(first), first.construct ?? undefined].filter((part) => part !== undefined);
  return [
    `  ${plain(first.address)}`,
    ...(where.length > 0 ? [colors.dim(`    ${where.map(plain).join(" · ")}`)] : []),
    ...findings.flatMap((finding) => lines(finding, colors)),
  ];
}

function lines(finding: Finding, colors: Colors): string[] {
  const outcome = outcomeOf(finding);
  const paint = {
    deny: colors.red,
    advisory: colors.yellow,
    undetermined: colors.yellow,
    exempt: colors.dim,
  }[outcome];
  const path = finding.path === null ? "" : ` (${plain(finding.path)})`;
  return [
    `    ${paint(`${MARKS[outcome]} ${outcome} ${plain(finding.id)} ${finding.severity}`)} ${plain(finding.message)}${path}`,
    ...(finding.fix === "" ? [] : [`      fix: ${plain(finding.fix)}`]),
    ...(finding.exemption === null ? [] : [`      exempt: ${plain(finding.exemption)}`]),
  ];
}

function summary(verdict: Verdict, colors: Colors): string {
  const paint = { pass: colors.green, deny: colors.red, undetermined: colors.yellow }[
    verdict.verdict
  ];
  return paint(summaryOf(verdict));
}
