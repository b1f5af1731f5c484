import { Decimal } from "decimal.js";
import type { BurnTier } from "../../model/burn";
import { badInPeriod, fewestBad, MINUTES_A_DAY, type Counted } from "../../model/guard";
import type { Slo } from "./slo";

type Judged = Pick<Slo, "sli" | "service" | "objective">;

/** Events in a day as declared; a time slice is one. */
function perDay({ sli, service, objective }: Judged): Decimal {
  if (sli.slices) return new Decimal(MINUTES_A_DAY);
  if (objective.sli === "business") return new Decimal(objective.perDay);
  return new Decimal(service.traffic.averagePerSecond).times(86_400);
}

const counted = (slo: Judged): Counted => {
  const { budget, windowDays } = slo.objective;
  return { budget, windowDays, perDay: perDay(slo), slices: slo.sli.slices };
};

/** Events in a minute as declared. */
export const perMinute = (slo: Judged): Decimal => perDay(slo).dividedBy(MINUTES_A_DAY);

/** How many events may be bad in the period at the declared traffic; of time slices, how many minutes. */
export const badInBudget = (slo: Slo): Decimal => badInPeriod(counted(slo));

/** The bad events in a tier's long window without which it does not alert. */
export const fewestBadEvents = (slo: Slo, tier: BurnTier): number => fewestBad(counted(slo), tier);
