import { Decimal } from "decimal.js";
import type { BudgetWindow, ObjectiveWindow } from "./declaration";

/** The tiers' names, fastest first; each window's catalogue has all of them. */
export const TIER_NAMES = ["fast", "slow", "steady", "drip"] as const;

/** Below this share of its budget a service is near its end: releases are told to be careful. */
export const CAUTION_BELOW = 0.25;

/** One tier of a multiwindow, multi-burn-rate alert. */
export interface BurnTier {
  /** Value of the label `burn_tier`. */
  readonly name: (typeof TIER_NAMES)[number];
  readonly severity: "page" | "ticket";
  readonly longWindow: string;
  readonly shortWindow: string;
  /** Share of the period's budget that is spent when the alert fires, in percent. */
  readonly budgetPercent: Decimal;
  /** How many times faster than sustainable the budget burns. */
  readonly factor: Decimal;
}

/** Days of each window over which a budget may be counted. */
export const WINDOW_DAYS: Readonly<Record<ObjectiveWindow, number>> = {
  "7d": 7,
  "28d": 28,
  "30d": 30,
  "90d": 90,
};

/** Every window that an objective may name. */
export const BUDGET_WINDOWS: readonly BudgetWindow[] = [
  ...(Object.keys(WINDOW_DAYS) as ObjectiveWindow[]),
  "month",
];

/** The rolling window by whose tiers an objective alerts: a month is near enough 30 days. */
const rolling = (window: BudgetWindow): ObjectiveWindow => (window === "month" ? "30d" : window);

/** Days that tiers and guards reckon with. */
export const windowDays = (window: BudgetWindow): number => WINDOW_DAYS[rolling(window)];

/** How far back a budget looks at most. */
export const daysBack = (window: BudgetWindow): number =>
  window === "month" ? 31 : WINDOW_DAYS[window];

/**
 * The same in each catalogue, so that every SLO has the records that Sloth's boards read. Shorter ones for
 * shorter periods would not work: below 5 minutes a window holds too few of CloudWatch's one-minute datapoints.
 */
const TIER_WINDOWS = {
  fast: { severity: "page", longWindow: "1h", longHours: 1, shortWindow: "5m" },
  slow: { severity: "page", longWindow: "6h", longHours: 6, shortWindow: "30m" },
  steady: { severity: "ticket", longWindow: "1d", longHours: 24, shortWindow: "2h" },
  drip: { severity: "ticket", longWindow: "3d", longHours: 72, shortWindow: "6h" },
} as const;

/**
 * Percent of the budget spent when each tier fires. A factor is `percent x period / long window`; under 1 it
 * would alert on a service that keeps its promise, and a tier's long window is that much of the period:
 * 3 of 7 days are 42.9%, 3 of 28 days 10.7%.
 *
 * - 30d: the SRE workbook, chapter 5, table 5-8; the tier of one day is in its sample rule.
 * - 28d: the same, but for `drip`, whose 10% would be a factor of 0.93.
 * - 7d: Sloth's example, but for `drip`, whose 42% would be a factor of 0.98.
 * - 90d: half of the workbook's, because at 2% in an hour only a burn of 43.2 would page, which no objective
 *   under 97.69% can reach; for `drip`, whose 10% would let a burn of almost 3 go on unseen, 3.6%.
 *
 * @see https://sre.google/workbook/alerting-on-slos/
 * @see https://github.com/slok/sloth/blob/main/examples/windows/7d.yaml
 */
const BUDGET_PERCENT: Readonly<
  Record<ObjectiveWindow, Readonly<Record<BurnTier["name"], number>>>
> = {
  "7d": { fast: 8, slow: 12.5, steady: 20, drip: 45 },
  "28d": { fast: 2, slow: 5, steady: 10, drip: 11.25 },
  "30d": { fast: 2, slow: 5, steady: 10, drip: 10 },
  "90d": { fast: 1, slow: 2.5, steady: 5, drip: 3.6 },
};

/** The tiers of an objective whose budget is counted over a window, fastest first. */
export const burnTiers = (window: BudgetWindow): readonly BurnTier[] => CATALOGUES[rolling(window)];

function catalogue(window: ObjectiveWindow): readonly BurnTier[] {
  return TIER_NAMES.map((name) => {
    const { longHours, ...tier } = TIER_WINDOWS[name];
    const budgetPercent = new Decimal(BUDGET_PERCENT[window][name]);
    const factor = budgetPercent.times(WINDOW_DAYS[window] * 24).dividedBy(longHours * 100);
    return { name, ...tier, budgetPercent, factor };
  });
}

const CATALOGUES: Readonly<Record<ObjectiveWindow, readonly BurnTier[]>> = {
  "7d": catalogue("7d"),
  "28d": catalogue("28d"),
  "30d": catalogue("30d"),
  "90d": catalogue("90d"),
};

/** How long a budget lasts, in seconds, that burns at exactly a tier's factor. */
export const secondsToExhaustion = (window: BudgetWindow, { factor }: BurnTier): number =>
  new Decimal(windowDays(window) * 86_400).dividedBy(factor).toNumber();
