import pc from "picocolors";
import type { Finding, Verdict } from "../../../policies/gate/types";
import { entriesOf, type Entry } from "./entries";
import { byStack, claim, origin, outcomeOf, plain, summaryOf, type Outcome } from "./shared";

type Colors = ReturnType<typeof pc.createColors>;

const MARKS: Record<Outcome, string> = { deny: "✗", advisory: "!", undetermined: "?", exempt: "-" };

/**
 * The verdict for people: by stack and by what was declared, with what to change.
 *
 * @param color - @default false
 */
export function renderText(verdict: Verdict, { color = false } = {}): string {
  const colors = pc.createColors(color);
  const stacks = byStack(verdict).flatMap(({ stack, findings }) => [
    colors.bold(plain(stack)),
    ...byOrigin(findings).flatMap((group) => resource(group, colors)),
    "",
  ]);
  return [...stacks, summary(verdict, colors), ""].join("\n");
}

/** Findings of one address that one declaration caused. */
function byOrigin(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.address, ...origin(finding)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

function resource(findings: readonly Finding[], colors: Colors): string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const where = origin(first).map(plain).join(" · ");
  return [
    `  ${plain(first.address)}`,
    ...(where === "" ? [] : [colors.dim(`    ${where}`)]),
    ...entriesOf(findings).flatMap((entry) => lines(entry, colors)),
  ];
}

function lines({ finding, ids }: Entry, colors: Colors): string[] {
  const outcome = outcomeOf(finding);
  const paint = {
    deny: colors.red,
    advisory: colors.yellow,
    undetermined: colors.yellow,
    exempt: colors.dim,
  }[outcome];
  return [
    `    ${paint(`${MARKS[outcome]} ${outcome} ${ids.map(plain).join(", ")} ${finding.severity}`)} ${plain(claim(finding))}`,
    ...(finding.fix === "" ? [] : [`      fix: ${plain(finding.fix)}`]),
    ...(outcome === "exempt" ? [`      exempt: ${plain(finding.exemption ?? "")}`] : []),
  ];
}

function summary(verdict: Verdict, colors: Colors): string {
  const paint = { pass: colors.green, deny: colors.red, undetermined: colors.yellow }[
    verdict.verdict
  ];
  return paint(summaryOf(verdict));
}
