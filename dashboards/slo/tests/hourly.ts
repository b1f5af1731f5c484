/** What takes days: the rules are evaluated once an hour, and what happens in the minutes between is nothing. */
import type { BurnTier } from "../../../model/burn";
import { series } from "../../../model/names";
import { join, ofAlerts, sum, type Promql } from "../../promql";
import { fewestBadEvents } from "../guard";
import type { SettledBusiness } from "../../../model/indicators/business";
import { windowsOf } from "../recording";
import type { Slo } from "../slo";
import { expectRatio } from "./nothing_known";
import { ended } from "./scenario";
import { expectAbsent, expectValue, type ExpressionTest, type TestCase } from "./test_case";
import { minutesOf, repeat, type Minute } from "./timeline";
import { eventsPerMinute } from "./traffic";
import { worldOf } from "./worlds";

export const hourlyCases = (slo: Slo): TestCase[] => [
  oldErrors(slo),
  nothingKnown(slo),
  ...slo.tiers.filter((tier) => fitsInHours(slo, tier)).map((tier) => oldBadEvents(slo, tier)),
  ...(isDepth(slo) ? [anew(slo)] : []),
  ...(slo.objective.sli === "business" ? [silence(slo, slo.objective)] : []),
];

const hoursOf = (window: string): number => minutesOf(window) / 60;

/** A sample each ten minutes: a counter's rise is seen against the one before. */
const SAMPLES = 6;

const calm: Minute = { good: 0, bad: 0 };
const idle: Minute = { good: 0, bad: 0, idle: true };

function hourly(
  slo: Slo,
  claim: string,
  hours: readonly Minute[],
  expected: ExpressionTest[],
): TestCase {
  const [first = calm, ...rest] = hours;
  const samples = [first, ...rest.flatMap((hour) => [...repeat(SAMPLES - 1, between(hour)), hour])];
  return {
    name: `${slo.id}: ${claim}`,
    interval: "10m",
    input_series: worldOf(slo).show(samples),
    promql_expr_test: expected,
  };
}

/** Of minutes nothing is known between idle ones either. */
const between = (hour: Minute): Minute => (hour.idle === true ? idle : calm);

/** An hour of errors is part of each window until that is over, and of none afterwards. */
function oldErrors(slo: Slo): TestCase {
  const events = eventsPerMinute(slo);
  const good: Minute = { good: events, bad: 0 };
  const bad: Minute = { good: 0, bad: events };
  const windows = windowsOf(slo).filter((window) => hoursOf(window) >= 2);
  const longest = Math.max(...windows.map(hoursOf));
  const hours = [good, good, bad, ...repeat(longest, good)];
  const expected = windows.flatMap((window) => {
    const ratio = sum(slo.record(series.errorRatio(window)));
    const last = 1 + hoursOf(window);
    return [
      expectValue(ratio, last * 60, 1 / Math.min(hoursOf(window), last + 1)),
      expectValue(ratio, (last + 1) * 60, 0),
    ];
  });
  return hourly(slo, "errors count for as long as a window and no longer", hours, expected);
}

/** Hours after the last that is known; months of them would take long. */
const LONGEST_WAIT = 72;

/** Once nothing is known of a window, it has no ratio. */
function nothingKnown(slo: Slo): TestCase {
  const good: Minute = { good: eventsPerMinute(slo), bad: 0 };
  const waited = windowsOf(slo).filter(
    (window) => hoursOf(window) >= 2 && hoursOf(window) <= LONGEST_WAIT,
  );
  const expected = waited.map((window) =>
    expectRatio(slo, window, (1 + hoursOf(window)) * 60, undefined),
  );
  return ended(
    hourly(slo, "a window of which nothing is known has no ratio", [good, good], expected),
  );
}

/** Whether bad are those by which a queue grew. */
const isDepth = ({ service, objective, sli }: Slo): boolean =>
  service.cloud === "aws" && objective.sli === "success" && !sli.slices;

/** A level is remembered for an hour and no longer: what came meanwhile may be of any time. */
function anew(slo: Slo): TestCase {
  const events = eventsPerMinute(slo);
  const value = (record: string): Promql => sum(slo.record(record));
  const claim = "what came in more than an hour of silence is not counted";
  const shown = hourly(
    slo,
    claim,
    [{ good: events, bad: 0 }],
    [expectValue(value(series.bad), 120, undefined), expectValue(value(series.total), 120, events)],
  );
  const silence = `stale _x${2 * SAMPLES - 2}`;
  return {
    ...shown,
    input_series: shown.input_series.map(({ series: name, values }) => ({
      series: name,
      values: `${values} ${silence} ${values}`,
    })),
  };
}

/** Whether as few bad events as a tier's guard asks for can happen within its long window, seen once an hour. */
function fitsInHours(slo: Slo, tier: BurnTier): boolean {
  const hours = hoursOf(tier.longWindow);
  return slo.sli.slices ? fewestBadEvents(slo, tier) <= hours : hours >= 2;
}

/** Errors from before a tier's long window are not among those that its guard asks for, and those from before its short window do not keep it up. */
function oldBadEvents(slo: Slo, tier: BurnTier): TestCase {
  const fewest = fewestBadEvents(slo, tier);
  const bad: Minute = { good: 0, bad: 1 };
  const almost = slo.sli.slices ? repeat(fewest - 1, bad) : [{ good: 0, bad: fewest - 1 }];
  const quiet = slo.sli.slices ? idle : calm;
  const before = [calm, ...almost, ...repeat(hoursOf(tier.longWindow) - 1, quiet)];
  const last = before.length + almost.length;
  const ends = last + Math.ceil(hoursOf(tier.shortWindow));
  const hours = [...before, bad, ...almost, ...repeat(ends - last, calm)];
  const firing = `count(${ofAlerts({
    alertname: slo.alert("ErrorBudgetBurn"),
    alertstate: "firing",
    burn_tier: tier.name,
  })})` as Promql;
  const silent = join(firing, "or", "vector(0)");
  const claim = `bad events older than ${tier.longWindow} do not fire ${tier.name}, and older than ${tier.shortWindow} do not keep it up`;
  return hourly(slo, claim, hours, [
    expectValue(silent, before.length * 60, 0),
    expectValue(firing, last * 60, 1),
    expectValue(firing, (ends - 1) * 60, 1),
    expectValue(silent, ends * 60, 0),
  ]);
}

/** A service may be quiet for as long as it says: then it is not known whether nothing happens or nobody counts. */
function silence(slo: Slo, { quietSeconds }: SettledBusiness): TestCase {
  const quiet = Math.ceil(quietSeconds / 3_600);
  const busy = { good: eventsPerMinute(slo), bad: 0 };
  const shown = hourly(slo, "silence is a ticket only when it is too long", repeat(3, busy), []);
  const last = 2;
  const samples = (last + quiet + 2) * SAMPLES;
  const [up, ...counters] = shown.input_series;
  return {
    ...shown,
    input_series: [
      { series: up?.series ?? "", values: `1x${samples}` },
      ...counters.map(({ series: name, values }) => ({ series: name, values: `${values} stale` })),
    ],
    alert_rule_test: [
      expectAbsent(slo, (last + quiet) * 60, false),
      expectAbsent(slo, (last + quiet + 1) * 60, true),
    ],
  };
}
