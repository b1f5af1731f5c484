import { Decimal } from "decimal.js";
import { perMinute } from "../guard";
import type { Slo } from "../slo";
import { Oracle, repeat, type Minute } from "./timeline";
import { worldOf } from "./worlds";

/** Events a minute for which a burn at any tier's factor is a whole number of bad events. */
export function eventsPerMinute(slo: Slo): number {
  const { sli, objective, tiers } = slo;
  if (sli.slices) return 1;
  const places = Math.max(...tiers.map(({ factor }) => factor.decimalPlaces()));
  const unit = new Decimal(10).pow(places);
  const least = unit.dividedBy(objective.budget);
  const step = least.isInteger() ? least : unit.times(tenthsOf(objective.budget));
  return step.times(Math.max(1, perMinute(slo).dividedBy(step).ceil().toNumber())).toNumber();
}

/** 10,000 of 0.0693: what makes a decimal whole. */
const tenthsOf = (decimal: Decimal): Decimal => new Decimal(10).pow(decimal.decimalPlaces());

/** Minutes without errors. */
export const clean = (slo: Slo, minutes: number): Minute[] =>
  repeat(minutes, { good: eventsPerMinute(slo), bad: 0 });

/** What the rules make of what happens. */
export const oracleOf = (slo: Slo, minutes: readonly Minute[]): Oracle =>
  new Oracle(slo, worldOf(slo).recorded(minutes));
