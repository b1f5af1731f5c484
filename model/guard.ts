import { Decimal } from "decimal.js";
import type { BurnTier } from "./burn";
import { seconds } from "./duration";
import type { Duration } from "./declaration";

/**
 * The low-traffic guard asks for a hundredth of the bad events that a tier's share of the budget stands for
 * at the declared traffic: in a quiet hour a high ratio of a few events is noise, and it costs next to nothing.
 */
const GUARD_SHARE = new Decimal("0.01");

/** One lone bad event or minute never alerts. */
const FEWEST = 2;

export const MINUTES_A_DAY = 1_440;

/** What a budget is counted of. */
export interface Counted {
  /** 1 - target, exact: 0.001. */
  readonly budget: Decimal;
  /** Days of the period over which it is counted. */
  readonly windowDays: number;
  /** Events in a day as declared; of time slices, the day's minutes. */
  readonly perDay: Decimal;
  /** Whether the unit is a minute. */
  readonly slices: boolean;
}

/** How many events may be bad in the period at the declared traffic; of time slices, how many minutes. */
export const badInPeriod = ({ budget, perDay, windowDays }: Counted): Decimal =>
  budget.times(perDay).times(windowDays);

/**
 * The bad events in a tier's long window without which it does not alert. Of minutes, as many as cross the
 * threshold when every minute has data, so that a queue with gaps alerts no sooner.
 */
export function fewestBad(counted: Counted, tier: BurnTier): number {
  if (counted.slices) {
    const minutes = seconds(tier.longWindow as Duration) / 60;
    const crossing = counted.budget.times(tier.factor).times(minutes);
    return Math.max(FEWEST, crossing.floor().toNumber() + 1);
  }
  const share = badInPeriod(counted).times(tier.budgetPercent).dividedBy(100).times(GUARD_SHARE);
  return Math.max(FEWEST, share.ceil().toNumber());
}
