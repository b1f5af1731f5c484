import { perMinute } from "../guard";
import type { Slo } from "../slo";
import type { Oracle } from "./timeline";

/** A month in which a test runs. */
export interface Month {
  /** The test's minute with which it begins; before, it was another one. */
  readonly first: number;
  readonly days: number;
  /** Minutes of it that lie before the test. */
  readonly before: number;
}

/** Promtool's time begins with 1970. */
export const JANUARY: Month = { first: 0, days: 31, before: 0 };

/** Days of a budget's period in a test. */
export const daysOf = ({ objective }: Slo): number =>
  objective.window === "month" ? JANUARY.days : objective.windowDays;

/** The share of the budget that is spent at the end of a minute. */
export function spentAt(slo: Slo, oracle: Oracle, minute: number, month = JANUARY): number {
  const { budget, window } = slo.objective;
  if (window !== "month") return oracle.ratio(minute, window) / budget.toNumber();
  const { bad, total } = oracle.recorded(minute, month.first);
  const toCome = month.days * 1_440 - month.before - (minute + 1 - month.first);
  return bad / (budget.toNumber() * Math.max(1, total + toCome * perMinute(slo).toNumber()));
}
