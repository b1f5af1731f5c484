import { Decimal } from "decimal.js";
import { BURN_TIERS, type BurnTier } from "../../../model/burn";
import { series } from "../../../model/names";
import { join, sum, type Promql } from "../../promql";
import { ABSENT_FOR } from "../alerts";
import { PERIOD } from "../recording";
import type { Slo } from "../slo";
import type { Sample } from "./notation";
import { notation } from "./notation";
import { expectAbsent, expectBurn, expectSilence, expectValue, type TestCase } from "./test_case";
import { burning, minutesOf, Oracle, repeat, type Minute } from "./timeline";
import { worldOf } from "./world";

/** What every SLO must do, whatever it counts. Times come from exact arithmetic over the declaration. */
export function scenarios(slo: Slo): TestCase[] {
  return [
    outage(slo),
    loneError(slo),
    sustainable(slo),
    ...(slo.sli.slices ? [] : [exactlyFast(slo)]),
    ...BURN_TIERS.map((tier) => burnOf(slo, tier)),
    quietNight(slo),
    absentSeries(slo),
  ];
}

/** Events a minute for which every burn rate with one decimal is a whole number of bad events. */
function eventsPerMinute({ sli, objective, service }: Slo): number {
  if (sli.slices) return 1;
  const step = new Decimal(10).dividedBy(objective.budget).ceil();
  return step
    .times(Math.max(1, Math.ceil((service.traffic.averagePerSecond * 60) / step.toNumber())))
    .toNumber();
}

const clean = (slo: Slo, minutes: number): Minute[] =>
  repeat(minutes, { good: eventsPerMinute(slo), bad: 0 });

const testCase = (
  slo: Slo,
  claim: string,
  minutes: readonly Minute[],
  checks: Partial<TestCase>,
): TestCase => ({
  name: `${slo.id}: ${claim}`,
  interval: "1m",
  input_series: worldOf(slo).show(minutes),
  ...checks,
});

const oracleOf = (slo: Slo, minutes: readonly Minute[]): Oracle =>
  new Oracle(slo, worldOf(slo).recorded(minutes));

/** Everything fails for half an hour: a page within minutes, and silence of that tier soon after. */
function outage(slo: Slo): TestCase {
  const minutes = [
    ...clean(slo, 60),
    ...burning(slo, 30, 1, eventsPerMinute(slo)),
    ...clean(slo, 60),
  ];
  const oracle = oracleOf(slo, minutes);
  const [fast] = BURN_TIERS as readonly [BurnTier];
  const pages = oracle.findMinute(60, (minute) => oracle.fires(fast, minute));
  const clears = oracle.findMinute(90, (minute) => !oracle.fires(fast, minute));
  const times = [59, pages - 1, pages, 89, clears - 1, clears, 149];
  return testCase(slo, `a total outage pages after ${pages - 59} min and clears`, minutes, {
    alert_rule_test: [...new Set(times)].map((minute) => expectBurn(slo, minute, oracle)),
  });
}

/** One bad event in an hour in which little else happens is a high ratio and no alert. */
function loneError(slo: Slo): TestCase {
  const quiet: Minute = { good: 1, bad: 0 };
  const minutes = [...repeat(60, quiet), { good: 0, bad: 1 }, ...repeat(60, quiet)];
  return testCase(slo, "a lone error alerts nobody", minutes, {
    alert_rule_test: [60, 61, 62, 65, 120].map((minute) => expectSilence(slo, minute)),
  });
}

/** Exactly what the target allows is no alert, however long. */
function sustainable(slo: Slo): TestCase {
  const ratio = slo.objective.budget.toNumber();
  const minutes = [...clean(slo, 1), ...burning(slo, 150, ratio, eventsPerMinute(slo))];
  const oracle = oracleOf(slo, minutes);
  return testCase(slo, "errors at exactly the sustainable rate alert nobody", minutes, {
    alert_rule_test: [30, 90, 150].map((minute) => expectBurn(slo, minute, oracle)),
  });
}

/** A full window of errors at exactly a tier's threshold is not more than it. Minutes are too few to be that exact. */
function exactlyFast(slo: Slo): TestCase {
  const [fast] = BURN_TIERS as readonly [BurnTier];
  const ratio = fast.factor.times(slo.objective.budget).toNumber();
  const minutes = [...clean(slo, 1), ...burning(slo, 70, ratio, eventsPerMinute(slo))];
  const oracle = oracleOf(slo, minutes);
  return testCase(slo, `errors at exactly the threshold of ${fast.name} do not fire it`, minutes, {
    alert_rule_test: [30, 68].map((minute) => expectBurn(slo, minute, oracle)),
  });
}

/** Minutes without errors before a tier's burn: a page's long window, and as much of a ticket's as tells its short one. */
const HISTORY = { fast: 60, slow: 360, steady: 180, drip: 360 } as const;

/** Clean hours, then errors at twice a tier's factor: it fires on the computed minute, not before. */
function burnOf(slo: Slo, tier: BurnTier): TestCase {
  const { budget } = slo.objective;
  const ratio = Decimal.min(fastEnough(slo, tier), 1);
  const history = HISTORY[tier.name];
  const minutes = [
    ...clean(slo, history),
    ...burning(slo, history + 60, ratio.toNumber(), eventsPerMinute(slo)),
  ];
  const oracle = oracleOf(slo, minutes);
  const fires = oracle.findMinute(history, (minute) => oracle.fires(tier, minute));
  const claim = `burning ${ratio.dividedBy(budget).toFixed()} times too fast fires ${tier.name} after ${fires - history + 1} min`;
  return testCase(slo, claim, minutes.slice(0, fires + 2), {
    alert_rule_test: [fires - 1, fires].map((minute) => expectBurn(slo, minute, oracle)),
  });
}

/** Bad minutes are whole and few: under a tenth, the guard alone would take days to satisfy. */
function fastEnough({ sli, objective }: Slo, tier: BurnTier): Decimal {
  const twice = tier.factor.times(2).times(objective.budget);
  return sli.slices ? Decimal.max(twice, "0.1") : twice;
}

/** Hours without events keep the budget as it was: no NaN, no alert; unknown minutes have no ratio, idle ones 0. */
function quietNight(slo: Slo): TestCase {
  const minutes = [
    ...clean(slo, 60),
    ...burning(slo, 1, slo.sli.slices ? 1 : 0.001, eventsPerMinute(slo)),
    ...clean(slo, 59),
    ...repeat(120, { good: 0, bad: 0, idle: true }),
  ];
  const end = minutes.length - 1;
  const oracle = oracleOf(slo, minutes);
  const spent = oracle.ratio(end, PERIOD) / slo.objective.budget.toNumber();
  const value = (record: string): Promql => sum(slo.record(record));
  return testCase(slo, "a quiet night keeps the budget, without NaN", minutes, {
    alert_rule_test: [130, end].map((minute) => expectSilence(slo, minute)),
    promql_expr_test: [
      expectValue(value(series.errorRatio(PERIOD)), end, oracle.ratio(end, PERIOD)),
      expectValue(value(series.errorRatio("5m")), end, slo.sli.slices ? undefined : 0),
      expectValue(value(series.periodBurnRate), end, spent),
      expectValue(value(series.budgetRemaining), end, 1 - spent),
      expectValue(notNumbers(slo), end, 0),
    ],
  });
}

/** How many of an SLO's records are NaN: those that a comparison with everything drops. */
function notNumbers({ labels: { sloth_id } }: Slo): Promql {
  const all = `{__name__=~"slo:.+", sloth_id="${sloth_id}"}` as Promql;
  return join(`count(${all})`, "-", `count(${join(all, ">=", "-Inf")})`);
}

/** Series that end, as when the exporter dies. */
function absentSeries(slo: Slo): TestCase {
  const minutes = clean(slo, 30);
  const ended: Sample[] = ["stale"];
  const fires = 30 + minutesOf(ABSENT_FOR);
  const shown = testCase(slo, "an exporter that went away is a ticket", minutes, {});
  return {
    ...shown,
    input_series: shown.input_series.map(({ series: name, values }) => ({
      series: name,
      values: `${values} ${notation(ended)}`,
    })),
    alert_rule_test: [
      expectAbsent(slo, 29, false),
      expectAbsent(slo, fires - 1, false),
      expectAbsent(slo, fires, true),
      expectSilence(slo, fires),
    ],
  };
}
