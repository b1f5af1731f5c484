/** What was so, counted from the trace itself. */
import type { BurnTier } from "../../model/burn";
import { minutesOf } from "../../dashboards/slo/tests/timeline";
import { badInBudget } from "../../dashboards/slo/guard";
import { thresholdOf, type Slo } from "../../dashboards/slo/slo";
import type { Trace } from "./trace";

export class Truth {
  private readonly bad: Float64Array;
  private readonly total: Float64Array;
  private readonly pages: readonly PageTier[];

  constructor(
    private readonly slo: Slo,
    { minutes }: Trace,
  ) {
    this.bad = summed(minutes.map(({ bad }) => bad));
    this.total = summed(minutes.map(({ good, bad }) => good + bad));
    this.pages = slo.tiers
      .filter(({ severity }) => severity === "page")
      .map((tier) => pageTier(slo, tier));
  }

  /** Whether somebody has to be woken: a page's burn over both windows, and more than a few events. */
  burns(minute: number): boolean {
    return this.pages.some(
      ({ threshold, long, short, fewest }) =>
        this.ratio(minute, long) > threshold &&
        this.ratio(minute, short) > threshold &&
        this.within(this.bad, minute, long) >= fewest,
    );
  }

  /** Share of the budget left at the end of a minute. */
  remaining(minute: number): number {
    return 1 - this.ratio(minute, minute + 1) / this.slo.objective.budget.toNumber();
  }

  private ratio(minute: number, window: number): number {
    const total = this.within(this.total, minute, window);
    return total === 0 ? 0 : this.within(this.bad, minute, window) / total;
  }

  private within(sums: Float64Array, minute: number, window: number): number {
    return (sums[minute + 1] ?? NaN) - (sums[Math.max(0, minute + 1 - window)] ?? NaN);
  }
}

interface PageTier {
  readonly threshold: number;
  readonly long: number;
  readonly short: number;
  /** A hundredth of the events that the tier's share of the period's budget stands for: fewer are noise. */
  readonly fewest: number;
}

const pageTier = (slo: Slo, tier: BurnTier): PageTier => ({
  threshold: Number(thresholdOf(slo, tier)),
  long: minutesOf(tier.longWindow),
  short: minutesOf(tier.shortWindow),
  fewest: badInBudget(slo).times(tier.budgetPercent).dividedBy(10_000).toNumber(),
});

/** Totals up to each minute, from 0 on. */
function summed(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, at) => (sums[at + 1] = (sums[at] ?? 0) + value));
  return sums;
}
