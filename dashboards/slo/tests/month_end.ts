import { series } from "../../../model/names";
import { sum, type Promql } from "../../promql";
import type { Slo } from "../slo";
import { scenario } from "./scenario";
import { spentAt, type Month } from "./spent";
import { expectValue, type TestCase } from "./test_case";
import { burning } from "./timeline";
import { clean, eventsPerMinute, oracleOf } from "./traffic";

/** The last two hours of a January, and the first of a February that is no leap year's. */
const START = "2026-01-31T22:00:00Z";
const FEBRUARY_BEGINS = 120;
const january: Month = { first: 0, days: 31, before: 31 * 1_440 - FEBRUARY_BEGINS };
const february: Month = { first: FEBRUARY_BEGINS, days: 28, before: 0 };

/** What is spent on the 31st is forgotten on the first, and what is bad on the first weighs as a part of February. */
export function monthEnds(slo: Slo): TestCase {
  const minutes = [
    ...clean(slo, 60),
    ...burning(slo, 10, 1, eventsPerMinute(slo)),
    ...clean(slo, 80),
    ...burning(slo, 3, 1, eventsPerMinute(slo)),
    ...clean(slo, 27),
  ];
  const oracle = oracleOf(slo, minutes);
  const value = (record: string): Promql => sum(slo.record(record));
  const at = (minute: number, month: Month) => [
    expectValue(value(series.timePeriodDays), minute, month.days),
    expectValue(value(series.badInMonth), minute, oracle.recorded(minute, month.first).bad),
    expectValue(value(series.totalInMonth), minute, oracle.recorded(minute, month.first).total),
    expectValue(value(series.budgetRemaining), minute, 1 - spentAt(slo, oracle, minute, month)),
  ];
  const last = FEBRUARY_BEGINS - 1;
  const shown = scenario(slo, "a budget is whole again on the first of the month", minutes, {
    promql_expr_test: [
      ...at(last, january),
      ...at(FEBRUARY_BEGINS, february),
      ...at(minutes.length - 1, february),
    ],
  });
  return { ...shown, start_timestamp: START };
}
