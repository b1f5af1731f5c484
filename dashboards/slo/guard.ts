import { Decimal } from "decimal.js";
import type { BurnTier } from "../../model/burn";
import { seconds } from "../../model/duration";
import type { Duration } from "../../model/declaration";
import type { Slo } from "./slo";

/**
 * The low-traffic guard asks for a hundredth of the bad events that a tier's share of the budget stands for
 * at the declared traffic: in a quiet hour a high ratio of a few events is noise, and it costs next to nothing.
 */
const GUARD_SHARE = new Decimal("0.01");

/** One lone bad event or minute never alerts. */
const FEWEST = 2;

const minutes = (window: string): number => seconds(window as Duration) / 60;

const MINUTES_A_DAY = 1_440;

/** Events in a day as declared; a time slice is one. */
function perDay({ sli, service, objective }: Pick<Slo, "sli" | "service" | "objective">): Decimal {
  if (sli.slices) return new Decimal(MINUTES_A_DAY);
  if (objective.sli === "business") return new Decimal(objective.perDay);
  return new Decimal(service.traffic.averagePerSecond).times(86_400);
}

/** Events in a minute as declared. */
export const perMinute = (slo: Parameters<typeof perDay>[0]): Decimal =>
  perDay(slo).dividedBy(MINUTES_A_DAY);

/** How many events may be bad in the period at the declared traffic; of time slices, how many minutes. */
export const badInBudget = (slo: Slo): Decimal =>
  slo.objective.budget.times(perDay(slo)).times(slo.objective.windowDays);

/**
 * The bad events in a tier's long window without which it does not alert. Of minutes, as many as cross the
 * threshold when every minute has data, so that a queue with gaps alerts no sooner.
 */
export function fewestBadEvents(slo: Slo, tier: BurnTier): number {
  const { sli, objective } = slo;
  if (sli.slices) {
    const crossing = objective.budget.times(tier.factor).times(minutes(tier.longWindow));
    return Math.max(FEWEST, crossing.floor().toNumber() + 1);
  }
  const share = badInBudget(slo).times(tier.budgetPercent).dividedBy(100).times(GUARD_SHARE);
  return Math.max(FEWEST, share.ceil().toNumber());
}
