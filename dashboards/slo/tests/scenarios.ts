import { Decimal } from "decimal.js";
import type { BurnTier } from "../../../model/burn";
import { series } from "../../../model/names";
import { join, sum, type Promql } from "../../promql";
import { ABSENT_FOR, tellsAbsence } from "../alerts";
import { fewestBadEvents } from "../guard";
import type { Slo } from "../slo";
import { expectAbsent, expectBurn, expectSilence, expectValue, type TestCase } from "./test_case";
import { atTheGuard, hasEdge, loneError } from "./low_traffic";
import { neighbouringRecords, neighbouringSignals } from "./neighbours";
import { outageOf } from "./outage";
import { expectRatio, nothingKnown, waitedFor } from "./nothing_known";
import { monthEnds } from "./month_end";
import { everyRecord } from "./records";
import { ended, scenario } from "./scenario";
import { spentAt } from "./spent";
import { exactlyFast, exactlyShort, sustainable } from "./thresholds";
import { burning, minutesOf, repeat, type Minute, type Oracle } from "./timeline";
import { clean, eventsPerMinute, oracleOf } from "./traffic";

/** What every SLO must do, whatever it counts. Times come from exact arithmetic over the declaration. */
export function scenarios(slo: Slo): TestCase[] {
  return [
    everyRecord(slo),
    outage(slo),
    loneError(slo),
    sustainable(slo),
    ...(slo.sli.slices ? [] : ofEvents(slo)),
    ...slo.tiers.filter((tier) => hasEdge(slo, tier)).map((tier) => atTheGuard(slo, tier)),
    nothingKnown(slo),
    ...slo.tiers.map((tier) => burnOf(slo, tier)),
    quietNight(slo),
    neighbours(slo),
    ...(tellsAbsence(slo) ? [absentSeries(slo)] : []),
    ...(slo.objective.window === "month" ? [monthEnds(slo)] : []),
  ];
}

/** Events come in any number; minutes are too few to be that exact. */
const ofEvents = (slo: Slo): TestCase[] => [
  exactlyFast(slo),
  burnAfterBusyMinute(slo),
  ...slo.tiers.map((tier) => exactlyShort(slo, tier)),
];

/** Everything fails: a page within minutes, and silence of each page's tier soon after. */
function outage(slo: Slo): TestCase {
  const { minutes, oracle, begins, ends, pages, clears } = outageOf(slo);
  const during = [begins - 1, pages - 1, pages, ends - 1];
  const after = [...clears.flatMap((minute) => [minute - 1, minute]), minutes.length - 1];
  const times = [...during, ...after];
  const claim = `a total outage pages after ${pages - begins + 1} min and clears`;
  return scenario(slo, claim, minutes, {
    alert_rule_test: [...new Set(times)].map((minute) => expectBurn(slo, minute, oracle)),
    promql_expr_test: waitedFor(slo).map((window) =>
      expectRatio(slo, window, minutes.length - 1, oracle.ratio(minutes.length - 1, window)),
    ),
  });
}

/** Minutes without errors before a tier's burn: a page's long window, and as much of a ticket's as lets its short one cross first. */
const HISTORY = { fast: 60, slow: 360, steady: 62, drip: 182 } as const;

/** Minutes within which each of them fires: 13 hours in all, of which promtool can read every sample at once. */
const LONGEST_BURN = 420;

/** How many times a tier's factor. The minute before it fires, the long window is at exactly the threshold. */
const FASTER = { fast: 2, slow: 4, steady: 2, drip: 2 } as const;

/** Clean hours, then errors at a multiple of a tier's factor: it fires on the computed minute, not before. */
function burnOf(slo: Slo, tier: BurnTier): TestCase {
  const { budget } = slo.objective;
  const ratio = Decimal.min(fastEnough(slo, tier), 1);
  const history = HISTORY[tier.name];
  const minutes = [
    ...clean(slo, history),
    ...burning(slo, LONGEST_BURN, ratio.toNumber(), eventsPerMinute(slo)),
  ];
  const oracle = oracleOf(slo, minutes);
  const fires = oracle.findMinute(history, (minute) => oracle.fires(tier, minute));
  const claim = `burning ${ratio.dividedBy(budget).toDecimalPlaces(2).toFixed()} times too fast fires ${tier.name} after ${fires - history + 1} min`;
  return scenario(slo, claim, minutes.slice(0, fires + 2), {
    alert_rule_test: [fires - 1, fires].map((minute) => expectBurn(slo, minute, oracle)),
  });
}

/** A page that finds budget left, because of a minute with a whole day's events, says how much and how long it lasts. */
function burnAfterBusyMinute(slo: Slo): TestCase {
  const [fast] = slo.tiers as readonly [BurnTier];
  const perMinute = eventsPerMinute(slo);
  const busy: Minute = { good: perMinute * 1_440, bad: 0 };
  const before = [...clean(slo, 1), busy, ...clean(slo, minutesOf(fast.longWindow))];
  const ratio = Decimal.min(fastEnough(slo, fast), 1).toNumber();
  const minutes = [...before, ...burning(slo, before.length, ratio, perMinute)];
  const oracle = oracleOf(slo, minutes);
  const fires = oracle.findMinute(before.length, (minute) => oracle.fires(fast, minute));
  return scenario(slo, "a page says what is left of the budget", minutes.slice(0, fires + 1), {
    alert_rule_test: [expectBurn(slo, fires, oracle)],
  });
}

/** Bad minutes are whole and few: at a low rate, the guard alone would take days to satisfy. */
function fastEnough(slo: Slo, tier: BurnTier): Decimal {
  const faster = tier.factor.times(FASTER[tier.name]).times(slo.objective.budget);
  if (!slo.sli.slices) return faster;
  const fewest = new Decimal(fewestBadEvents(slo, tier));
  const inTime = fewest.dividedBy(120).toDecimalPlaces(1, Decimal.ROUND_UP);
  return Decimal.max(faster, inTime);
}

/** Hours without events keep the budget as it was: no NaN, no alert; unknown minutes have no ratio, idle ones 0. */
function quietNight(slo: Slo): TestCase {
  const minutes = [
    ...clean(slo, 60),
    ...burning(slo, 1, slo.sli.slices ? 1 : slo.objective.budget.toNumber(), eventsPerMinute(slo)),
    ...clean(slo, 59),
    ...repeat(120, { good: 0, bad: 0, idle: true }),
  ];
  const end = minutes.length - 1;
  const oracle = oracleOf(slo, minutes);
  const { window } = slo.objective;
  const spent = spentAt(slo, oracle, end);
  const value = (record: string): Promql => sum(slo.record(record));
  return scenario(slo, "a quiet night keeps the budget, without NaN", minutes, {
    alert_rule_test: [130, end].map((minute) => expectSilence(slo, minute)),
    promql_expr_test: [
      expectValue(value(series.errorRatio(window)), end, oracle.ratio(end, window)),
      expectValue(value(series.errorRatio("5m")), end, lastRatio(slo, oracle, end)),
      expectValue(value(series.periodBurnRate), end, spent),
      expectValue(value(series.budgetRemaining), end, 1 - spent),
      expectValue(notNumbers(slo), end, 0),
    ],
  });
}

/** Of the last five minutes: without events nothing is wrong, and of unknown minutes there is none. */
function lastRatio({ sli }: Slo, oracle: Oracle, end: number): number | undefined {
  const { total } = oracle.recorded(end, end - 4);
  return sli.slices && total === 0 ? undefined : oracle.ratio(end, "5m");
}

/** How many of an SLO's records are NaN: those that a comparison with everything drops. */
function notNumbers({ labels: { sloth_id } }: Slo): Promql {
  const all = `{__name__=~"slo:.+", sloth_id="${sloth_id}"}` as Promql;
  return join(`count(${all})`, "-", `count(${join(all, ">=", "-Inf")})`);
}

/** Who shares the Prometheus is not counted: other services, jobs, environments, cells and objectives. */
function neighbours(slo: Slo): TestCase {
  const minutes = clean(slo, 90);
  const end = minutes.length - 1;
  const value = (record: string): Promql => sum(slo.record(record));
  const shown = scenario(slo, "the neighbours' errors are not its own", minutes, {
    alert_rule_test: [expectSilence(slo, end)],
    promql_expr_test: [
      expectValue(value(series.errorRatio(slo.objective.window)), end, 0),
      expectValue(value(series.currentBurnRate), end, 0),
      expectValue(value(series.budgetRemaining), end, 1),
    ],
  });
  const others = [
    ...neighbouringSignals(slo, minutes.length),
    ...neighbouringRecords(slo, minutes.length),
  ];
  return { ...shown, input_series: [...shown.input_series, ...others] };
}

/** Series that end, as when the exporter dies; the neighbours' go on. */
function absentSeries(slo: Slo): TestCase {
  const minutes = clean(slo, 30);
  const fires = 30 + minutesOf(ABSENT_FOR);
  const shown = ended(scenario(slo, "an exporter that went away is a ticket", minutes, {}));
  return {
    ...shown,
    input_series: [...shown.input_series, ...neighbouringSignals(slo, fires + 1)],
    alert_rule_test: [
      expectAbsent(slo, 29, false),
      expectAbsent(slo, fires - 1, false),
      expectAbsent(slo, fires, true),
      expectSilence(slo, fires),
    ],
  };
}
