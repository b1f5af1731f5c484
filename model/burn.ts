import { Decimal } from "decimal.js";

/** One tier of a multiwindow, multi-burn-rate alert over a 30-day period. */
export interface BurnTier {
  /** Value of the label `burn_tier`. */
  readonly name: "fast" | "slow" | "steady" | "drip";
  readonly severity: "page" | "ticket";
  readonly longWindow: string;
  readonly shortWindow: string;
  /** Share of the period's budget that is spent when the alert fires, in percent. */
  readonly budgetPercent: Decimal;
  /** How many times faster than sustainable the budget burns. */
  readonly factor: Decimal;
}

/** The period over which these tiers' factors hold. */
export const BURN_PERIOD_DAYS = 30;

function tier(
  name: BurnTier["name"],
  severity: BurnTier["severity"],
  longWindow: { readonly text: string; readonly hours: number },
  shortWindow: string,
  budgetPercent: number,
): BurnTier {
  const factor = new Decimal(budgetPercent)
    .times(BURN_PERIOD_DAYS * 24)
    .dividedBy(longWindow.hours * 100);
  return {
    name,
    severity,
    longWindow: longWindow.text,
    shortWindow,
    budgetPercent: new Decimal(budgetPercent),
    factor,
  };
}

/**
 * Fastest first. The SRE workbook, chapter 5, table 5-8 (the tier of one day is in its sample rule).
 *
 * @see https://sre.google/workbook/alerting-on-slos/
 */
export const BURN_TIERS: readonly BurnTier[] = [
  tier("fast", "page", { text: "1h", hours: 1 }, "5m", 2),
  tier("slow", "page", { text: "6h", hours: 6 }, "30m", 5),
  tier("steady", "ticket", { text: "1d", hours: 24 }, "2h", 10),
  tier("drip", "ticket", { text: "3d", hours: 72 }, "6h", 10),
];
