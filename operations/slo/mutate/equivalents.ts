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
export function whyEquivalent({ group, slo }: Proof, mutant: Mutant): string | undefined {
  const rule = group.rules[mutant.index];
  if (rule === undefined || !("alert" in rule)) return undefined;
  if (rule.expr === mutant.wrong.expr) return undefined;
  if (isConstant(rule.expr) && isConstant(mutant.wrong.expr)) return ALWAYS;
  const tier = slo?.tiers.find(({ name }) => name === rule.labels["burn_tier"]);
  if (slo === undefined || tier === undefined || !slo.sli.slices) return undefined;
  const changed = changeOf(conditionsOf(rule.expr), conditionsOf(mutant.wrong.expr));
  return changed !== undefined && isSameOfMinutes(slo, tier, changed) ? MINUTES : undefined;
}

const isConstant = (expr: string): boolean => /^vector\([\d.]+\)$/.test(expr);

const conditionsOf = (expr: string): string[] => expr.split("\nand ");

/** What one of the conditions on a ratio was and has become; `to` is undefined where it is gone. */
interface Change {
  readonly window: "short" | "long";
  readonly from: string;
  readonly to: string | undefined;
}

function changeOf(right: readonly string[], wrong: readonly string[]): Change | undefined {
  const at = right.findIndex((condition, index) => condition !== wrong[index]);
  const window = (["short", "long"] as const)[at];
  const from = right[at];
  if (window === undefined || from === undefined) return undefined;
  return { window, from, to: wrong.length < right.length ? undefined : wrong[at] };
}

/** Whether a condition says the same of every number of bad minutes that its window can hold. */
function isSameOfMinutes(slo: Slo, tier: BurnTier, { window, from, to }: Change): boolean {
  const right = comparisonOf(from);
  const wrong = to === undefined ? { of: right?.of, holds: () => true } : comparisonOf(to);
  if (right === undefined || right.of !== wrong?.of) return false;
  const fewest = window === "long" ? fewestBadEvents(slo, tier) : 0;
  const most = minutesOf(window === "long" ? tier.longWindow : tier.shortWindow);
  for (let total = 1; total <= most; total++) {
    for (let bad = fewest; bad <= total; bad++) {
      if (right.holds(bad / total) !== wrong.holds(bad / total)) return false;
    }
  }
  return true;
}

interface Comparison {
  readonly of: string;
  readonly holds: (ratio: number) => boolean;
}

function comparisonOf(condition: string): Comparison | undefined {
  const [, of = "", operator, threshold] = /^(.*) (>=?) ([\d.]+)$/.exec(condition) ?? [];
  if (operator === undefined) return undefined;
  const than = Number(threshold);
  return { of, holds: (ratio) => (operator === ">" ? ratio > than : ratio >= than) };
}
