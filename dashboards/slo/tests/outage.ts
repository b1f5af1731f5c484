import { Decimal } from "decimal.js";
import { thresholdOf, type Slo } from "../slo";
import { burning, minutesOf, type Minute, type Oracle } from "./timeline";
import { clean, eventsPerMinute, oracleOf } from "./traffic";

/** Everything fails after a clean hour, and everything works again. */
export interface Outage {
  readonly minutes: readonly Minute[];
  readonly oracle: Oracle;
  /** The first minute in which everything fails, and the first in which it no longer does. */
  readonly begins: number;
  readonly ends: number;
  /** The first minute in which the fastest tier pages. */
  readonly pages: number;
  /** Of each tier that pages within the outage, the first minute after it in which that one is silent. */
  readonly clears: readonly number[];
}

/** Half an hour, or as long as it takes to page where much may fail, and ten minutes. */
export function outageOf(slo: Slo): Outage {
  const [fast] = slo.tiers as readonly [Slo["tiers"][0]];
  const begins = minutesOf(fast.longWindow);
  const crossing = Math.ceil(Number(thresholdOf(slo, fast)) * begins);
  const ends = begins + Math.max(30, crossing + 10);
  const minutes = [
    ...clean(slo, begins),
    ...burning(slo, ends - begins, 1, eventsPerMinute(slo)),
    ...clean(slo, 60),
  ];
  const oracle = oracleOf(slo, minutes);
  const pages = oracle.findMinute(begins, (minute) => oracle.fires(fast, minute));
  const clears = slo.tiers
    .filter((tier) => tier.severity === "page" && oracle.fires(tier, ends - 1))
    .map((tier) => oracle.findMinute(ends, (minute) => !oracle.fires(tier, minute)));
  return { minutes, oracle, begins, ends, pages, clears };
}

/** What a total outage after a clean hour costs before somebody is paged. */
export interface TimeToPage {
  /** From the first minute in which the signal shows it. */
  readonly minutes: number;
  /** Share of the period's budget, at even traffic, that the rules have counted by then: 0.023; over 1 where it is all gone. */
  readonly budgetSpent: Decimal;
}

export function timeToPage(slo: Slo): TimeToPage {
  const { oracle, begins, pages } = outageOf(slo);
  const { budget, windowDays } = slo.objective;
  const badMinutes = new Decimal(oracle.recorded(pages).bad).dividedBy(eventsPerMinute(slo));
  return {
    minutes: pages - begins + 1,
    budgetSpent: badMinutes.dividedBy(budget.times(windowDays * 1_440)),
  };
}
