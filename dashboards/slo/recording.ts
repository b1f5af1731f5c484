import type { Duration } from "../../model/declaration";
import { seconds } from "../../model/duration";
import { series } from "../../model/names";
import {
  constant,
  DAYS_IN_MONTH,
  join,
  maxWithout,
  shareOf,
  sumOverTime,
  type Promql,
} from "../promql";
import { monthBurn, monthRules } from "./month";
import type { RecordingRule } from "./recording_rule";
import type { Slo } from "./slo";

/** Every window of the SLO's tiers, shortest first, and the period where it is one that rolls. */
export function windowsOf({ tiers, objective }: Slo): string[] {
  const windows = tiers.flatMap(({ shortWindow, longWindow }) => [shortWindow, longWindow]);
  const length = (window: string): number => seconds(window as Duration);
  const period = objective.window === "month" ? [] : [objective.window];
  return [...new Set([...windows, ...period])].sort((a, b) => length(a) - length(b));
}

/** The records of one SLO in an order in which each finds those that it reads. */
export function recordingRules(slo: Slo): RecordingRule[] {
  return [
    ...slo.sli.recordings.map(({ record, expr }) => ({ record, expr, labels: slo.recordLabels })),
    ...windowsOf(slo).map((window) => ratioRule(slo, window)),
    ...(slo.objective.window === "month" ? monthRules(slo) : []),
    ...budgetRules(slo),
  ];
}

/** Bad of total over the window itself, so busy minutes weigh more; without events there is nothing wrong. */
function ratioRule(slo: Slo, window: string): RecordingRule {
  const bad = sumOverTime(slo.record(series.bad), window);
  const total = sumOverTime(slo.record(series.total), window);
  return {
    record: series.errorRatio(window),
    expr: slo.sli.judgesAll ? join(bad, "/", total) : shareOf(bad, total),
    labels: { ...slo.recordLabels, sloth_window: window },
  };
}

/** The ratio of a window, without the label that only says the window. */
export const ratioOf = (slo: Slo, window: string): Promql =>
  maxWithout("sloth_window", slo.record(series.errorRatio(window)));

/** What was promised and what is left of it; nothing that counts or burns reads it. */
export function budgetRules(slo: Slo): RecordingRule[] {
  const { objective, recordLabels: labels } = slo;
  const isMonth = objective.window === "month";
  const target = objective.targetPercent.dividedBy(100).toFixed();
  const burn = (window: string): Promql =>
    join(ratioOf(slo, window), "/", slo.record(series.errorBudget));
  const rule = (record: string, expr: Promql): RecordingRule => ({ record, expr, labels });
  return [
    rule(series.objective, constant(target)),
    rule(series.errorBudget, constant(objective.budget.toFixed())),
    rule(series.timePeriodDays, isMonth ? DAYS_IN_MONTH : constant(`${objective.windowDays}`)),
    rule(series.currentBurnRate, burn("5m")),
    rule(series.periodBurnRate, isMonth ? monthBurn(slo) : burn(objective.window)),
    rule(series.budgetRemaining, join("1", "-", slo.record(series.periodBurnRate))),
    {
      record: series.info,
      expr: constant("1"),
      labels: { ...labels, sloth_objective: objective.targetPercent.toFixed() },
    },
  ];
}
