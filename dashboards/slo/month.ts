import { series } from "../../model/names";
import {
  atLeast,
  group,
  join,
  labelled,
  MINUTES_TO_COME,
  monthAs,
  sameOf,
  shareOf,
  sumOverTime,
  sumWithout,
  type Promql,
} from "../promql";
import { perMinute } from "./guard";
import type { RecordingRule } from "./recording_rule";
import type { Slo } from "./slo";

/**
 * A range has a fixed length, and months have not. So each minute is recorded under the number of its month, and of
 * the last 31 days those count that have the number of the present one: no month is longer, and within 31 days
 * no number comes twice. Nothing is carried from one evaluation to the next, so nothing is lost when one fails.
 */
const LONGEST = "31d";
const LABEL = "sloth_month";

/** Bad and total since the month began, and the ratio of the two. */
export function monthRules(slo: Slo): RecordingRule[] {
  const { recordLabels: labels } = slo;
  const [bad, total] = [slo.record(series.badInMonth), slo.record(series.totalInMonth)];
  return [
    ...counted(slo, series.bad, series.badByMonth, series.badInMonth),
    ...counted(slo, series.total, series.totalByMonth, series.totalInMonth),
    {
      record: series.errorRatio("month"),
      expr: shareOf(bad, total),
      labels: { ...labels, sloth_window: "month" },
    },
  ];
}

function counted(slo: Slo, minute: string, byMonth: string, inMonth: string): RecordingRule[] {
  const { recordLabels: labels } = slo;
  const ofMonth = sameOf(sumOverTime(slo.record(byMonth), LONGEST), LABEL, monthAs(LABEL));
  const none = join("0", "*", sumOverTime(slo.record(minute), LONGEST));
  return [
    { record: byMonth, expr: labelled(slo.record(minute), LABEL, monthAs(LABEL)), labels },
    { record: inMonth, expr: join(sumWithout(LABEL, ofMonth), "or", none), labels },
  ];
}

/**
 * The share of the month's budget that is spent. A month's budget is of the whole month: what has happened counts as
 * it happened, what is still to come as the declared traffic, so that a bad minute on the first weighs what it will
 * have weighed on the last.
 */
export function monthBurn(slo: Slo): Promql {
  const toCome = join(MINUTES_TO_COME, "*", perMinute(slo).toFixed());
  const total = atLeast(join(slo.record(series.totalInMonth), "+", toCome), 1);
  return join(
    slo.record(series.badInMonth),
    "/",
    group(join(slo.objective.budget.toFixed(), "*", total)),
  );
}
