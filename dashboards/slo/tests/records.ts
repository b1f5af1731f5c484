import { series } from "../../../model/names";
import { recordingRules, windowsOf } from "../recording";
import type { RecordingRule } from "../recording_rule";
import type { Slo } from "../slo";
import { scenario } from "./scenario";
import { daysOf, spentAt } from "./spent";
import type { ExpressionTest, TestCase } from "./test_case";
import { expectSeries } from "./test_case";
import { burning, repeat, type Oracle } from "./timeline";
import { clean, eventsPerMinute, oracleOf } from "./traffic";

/** Every record is there with its value, and with the labels by which boards and Sloth's find it. */
export function everyRecord(slo: Slo): TestCase {
  const minutes = [
    ...clean(slo, 7),
    ...burning(slo, 1, 1, eventsPerMinute(slo)),
    ...repeat(2, { good: 0, bad: 0, idle: true }),
  ];
  const end = minutes.length - 1;
  const values = valuesAt(slo, oracleOf(slo, minutes), end);
  const expected = recordingRules(slo).flatMap((rule) => expectation(slo, rule, values, end));
  return scenario(slo, "every record has its value and its labels", minutes, {
    promql_expr_test: expected,
  });
}

/** What is recorded in an idle minute is another test's. */
function expectation(
  slo: Slo,
  { record, labels }: RecordingRule,
  values: ReadonlyMap<string, number>,
  minute: number,
): ExpressionTest[] {
  const value = values.get(record);
  return value === undefined
    ? []
    : [expectSeries(slo.record(record), minute, { __name__: record, ...labels }, value)];
}

function valuesAt(slo: Slo, oracle: Oracle, minute: number): ReadonlyMap<string, number> {
  const { budget, targetPercent } = slo.objective;
  const spent = spentAt(slo, oracle, minute);
  return new Map([
    ...windowsOf(slo).map((of) => [series.errorRatio(of), oracle.ratio(minute, of)] as const),
    [series.objective, targetPercent.dividedBy(100).toNumber()],
    [series.errorBudget, budget.toNumber()],
    [series.timePeriodDays, daysOf(slo)],
    [series.currentBurnRate, oracle.ratio(minute, "5m") / budget.toNumber()],
    [series.periodBurnRate, spent],
    [series.budgetRemaining, 1 - spent],
    [series.info, 1],
  ]);
}
