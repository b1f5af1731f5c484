/** Mistakes that change nothing, whatever happens: each is told from the rest by arithmetic, and by why it is one. */
import type { BurnTier } from "../../../model/burn";
import { fewestBadEvents } from "../../../dashboards/slo/guard";
import type { Slo } from "../../../dashboards/slo/slo";
import { minutesOf } from "../../../dashboards/slo/tests/timeline";
import type { Mutant } from "./mutations";
import type { Proof } from "./proof";

const ALWAYS = "an alert that always fires does, whatever its number";
const MINUTES =
  "minutes are whole: no number of bad ones that a window can hold, and the guard lets by, makes a ratio between the two";

/** Why a mistake changes nothing; undefined where it does. */
export function whyEquivalent({ group, slo }: Proof, { index, wrong }: Mutant): string | undefined {
  const rule = group.rules[index];
  if (rule === undefined || !("alert" in rule) || rule.expr === wrong.expr) return undefined;
  if (isConstant(rule.expr) && isConstant(wrong.expr)) return ALWAYS;
  if (slo === undefined || !slo.sli.slices) return undefined;
  const tier = slo.tiers.find(({ name }) => name === rule.labels["burn_tier"]);
  return isSameOfMinutes(slo, tier, changeOf(rule.expr, wrong.expr)) ? MINUTES : undefined;
}

const isConstant = (expr: string): boolean => /^vector\([\d.]+\)$/.test(expr);

const conditionsOf = (expr: string): string[] => expr.split("\nand ");

/** What one of the conditions on a ratio was and has become; `to` is undefined where it is gone. */
interface Change {
  readonly window: "short" | "long";
  readonly from: string;
  readonly to: string | undefined;
}

function changeOf(expr: string, wrongExpr: string): Change | undefined {
  const [right, wrong] = [conditionsOf(expr), conditionsOf(wrongExpr)];
  const at = right.findIndex((condition, index) => condition !== wrong[index]);
  const window = (["short", "long"] as const)[at];
  const from = right[at];
  if (window === undefined || from === undefined) return undefined;
  return { window, from, to: wrong.length < right.length ? undefined : wrong[at] };
}

/** Whether a condition says the same of every number of bad minutes that its window can hold. */
function isSameOfMinutes(slo: Slo, tier?: BurnTier, change?: Change): boolean {
  if (tier === undefined || change === undefined) return false;
  const right = comparisonOf(change.from);
  const wrong = change.to === undefined ? right && always(right) : comparisonOf(change.to);
  if (right === undefined || right.of !== wrong?.of) return false;
  const isLong = change.window === "long";
  const fewest = isLong ? fewestBadEvents(slo, tier) : 0;
  const most = minutesOf(isLong ? tier.longWindow : tier.shortWindow);
  const totals = Array.from({ length: most }, (_, at) => at + 1).filter((one) => one >= fewest);
  return totals.every((total) => leastOf(right, total, fewest) === leastOf(wrong, total, fewest));
}

/** A condition on a ratio: it holds from a threshold on, or above it. */
interface Comparison {
  readonly of: string;
  readonly threshold: number;
  readonly orEqual: boolean;
}

const always = (right: Comparison): Comparison => ({ ...right, threshold: 0, orEqual: true });

function comparisonOf(condition: string): Comparison | undefined {
  const [, of = "", operator, threshold] = /^(.*) (>=?) ([\d.]+)$/.exec(condition) ?? [];
  if (operator === undefined) return undefined;
  return { of, threshold: Number(threshold), orEqual: operator === ">=" };
}

/** The fewest bad minutes of a total for which it holds, of as many as the guard lets by; more hold too. */
function leastOf({ threshold, orEqual }: Comparison, total: number, fewest: number): number {
  const holds = (bad: number): boolean =>
    orEqual ? bad / total >= threshold : bad / total > threshold;
  let bad = Math.max(fewest, Math.floor(threshold * total) - 1);
  while (bad <= total && !holds(bad)) bad++;
  return Math.min(bad, total + 1);
}
