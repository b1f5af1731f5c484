import { Decimal } from "decimal.js";
import { burnTiers, windowDays, type BurnTier } from "../burn";
import { seconds } from "../duration";
import type { BudgetWindow, Duration } from "../declaration";
import { fewestBad, MINUTES_A_DAY } from "../guard";
import type { Shift } from "./settled";

/**
 * From what happens to an alarm's state: a minute of data ends, is published and is evaluated.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
 */
export const LAG_MINUTES = 3;

/** What an alarm of an objective asks for. */
export interface Noticing {
  /** 1 - target. */
  readonly budget: Decimal;
  readonly window: BudgetWindow;
  /** Percent of a minute's calls beyond which the minute is bad; undefined: calls are counted one by one. */
  readonly allowedPercent: number | undefined;
  /** Calls in a day as declared. */
  readonly perDay: Decimal;
}

/** The tier whose numbers an alarm has: the fastest. */
export const fastest = (window: BudgetWindow): BurnTier => {
  const [tier] = burnTiers(window);
  if (tier === undefined) throw new Error(`${window}: expected a tier`);
  return tier;
};

export const longMinutes = ({ longWindow }: BurnTier): number =>
  seconds(longWindow as Duration) / 60;

/** Minutes from the first call to the moment in which a new version gets every call. */
export const minutesToAll = (strategy: "canary" | "linear", shift: Shift): number =>
  shift.intervalMinutes * (strategy === "canary" ? 1 : Math.ceil(100 / shift.percent) - 1);

/** Percent of the calls that a new version gets in a minute, the first of which is 0. */
const shareAt = (strategy: "canary" | "linear", shift: Shift, minute: number): number =>
  strategy === "canary"
    ? shift.percent
    : Math.min(100, shift.percent * (Math.floor(minute / shift.intervalMinutes) + 1));

/** Whether a version that fails every call it gets is seen to, before it gets every call. */
export function isNoticed(strategy: "canary" | "linear", shift: Shift, of: Noticing): boolean {
  const tier = fastest(of.window);
  const window = longMinutes(tier);
  const last = minutesToAll(strategy, shift) - LAG_MINUTES;
  const bad: number[] = [];
  for (let minute = 0; minute < last; minute++) {
    bad.push(badness(shareAt(strategy, shift, minute), of));
    const seen = bad.slice(-window).reduce((sum, one) => sum + one, 0);
    if (crosses(seen, of, tier, window)) return true;
  }
  return false;
}

/** Of a minute: how much of it is bad, from 0 to 1. */
function badness(percent: number, { allowedPercent }: Noticing): number {
  if (allowedPercent === undefined) return percent / 100;
  return percent > allowedPercent ? 1 : 0;
}

/** Of events, beside their share, as many are asked for as the alarm's guard does. */
function crosses(seen: number, of: Noticing, tier: BurnTier, window: number): boolean {
  const { budget, perDay } = of;
  const counted = { budget, windowDays: windowDays(of.window) };
  if (of.allowedPercent !== undefined) {
    const minutes = { ...counted, perDay: new Decimal(MINUTES_A_DAY), slices: true };
    return seen >= fewestBad(minutes, tier);
  }
  const events = perDay.dividedBy(MINUTES_A_DAY).times(seen);
  return (
    new Decimal(seen).greaterThan(budget.times(tier.factor).times(window)) &&
    events.greaterThanOrEqualTo(fewestBad({ ...counted, perDay, slices: false }, tier))
  );
}

/** The longest interval that is tried: an alarm sees no more than its window. */
const LONGEST = 120;

/** The shortest interval in which all that are watched notice, in minutes; undefined: none is long enough. */
export function leastInterval(
  strategy: "canary" | "linear",
  percent: number,
  watched: readonly Noticing[],
): number | undefined {
  for (let intervalMinutes = 1; intervalMinutes <= LONGEST; intervalMinutes++)
    if (watched.every((one) => isNoticed(strategy, { percent, intervalMinutes }, one)))
      return intervalMinutes;
  return undefined;
}
