import { series } from "../../../model/names";
import { millisecondsText, type SettledLatency } from "../../../model/indicators/latency";
import type { Service } from "../../../model/service";
import { inUnitOf } from "../../../model/signal";
import { googleSignals } from "../../../model/signals";
import { join, sum } from "../../promql";
import { placeOf, signalOf } from "../../resources";
import {
  presenceOf,
  type EventRecords,
  type RecordSelector,
  type Recording,
  type Sli,
} from "../sli";
import { growth, growthOrNone } from "./growth";
import { knownLevel, knownMinutes } from "./levels";
import { shortfall } from "./shortfall";
import { EVENTS_ARE_LATE, percentileOf, timedOf } from "./timed";

/** CloudWatch's percentile of a minute: it says whether the minute was slow, and never how many calls were. */
export function awsLatency(service: Service, objective: SettledLatency): Sli {
  const place = placeOf(service);
  const { boundMilliseconds } = objective;
  const percentile = percentileOf(objective);
  const { at, presence, things, called, impact, relieved } = timedOf(service);
  const timed = at(percentile);
  const slowest = knownLevel(timed, place);
  const limit = millisecondsText(boundMilliseconds);
  return {
    job: "yace",
    presence: presenceOf(presence, place),
    ...{ things, slices: true, judgesAll: true, relieved, impact },
    badOnes: `had more than ${100 - percentile}% of ${called} that took longer than ${limit}`,
    recordings: [
      {
        record: series.bad,
        expr: join(slowest, "> bool", `${inUnitOf(timed, boundMilliseconds)}`),
        comment: `1 in a minute whose p${percentile} is over ${limit}. Percentiles of minutes cannot be averaged to one of a longer time; bad minutes can be counted.`,
      },
      knownMinutes(slowest),
    ],
  };
}

/**
 * Cloud Run counts calls in buckets, of which one ends at the objective's bound. If Google moved its bounds there would
 * be calls and no such bucket: then nothing is judged, and the absent alert tells.
 */
export function googleLatency(
  service: Service,
  objective: SettledLatency,
  record: RecordSelector,
  counts: EventRecords,
): Sli {
  return {
    job: "stackdriver",
    presence: { selector: record(series.fastCalls), labels: {} },
    things: "events",
    slices: false,
    judgesAll: false,
    badOnes: `took longer than ${millisecondsText(objective.boundMilliseconds)}`,
    impact: EVENTS_ARE_LATE,
    relieved: false,
    recordings: [
      ...calls(service, objective, record),
      ...shortfall(record, counts, {
        ...{ all: series.calls, good: series.fastCalls },
        others: "Calls that took longer.",
        known: "Calls of which is known how long they took.",
      }),
    ],
  };
}

function calls(
  service: Service,
  { boundMilliseconds, thresholdMilliseconds }: SettledLatency,
  record: RecordSelector,
): Recording[] {
  const place = placeOf(service);
  const all = record(series.calls);
  const bucket = (le: string) => signalOf(googleSignals.latency, place, { le });
  return [
    {
      record: series.calls,
      expr: growthOrNone(bucket("+Inf"), signalOf(googleSignals.undelivered, place), all),
      comment: "Calls of the processor in this minute.",
    },
    {
      record: series.fastCalls,
      expr: join(growth(bucket(leOf(boundMilliseconds)), all), "or", sum(join(all, "<=", "0"))),
      comment: `Of them, those that took no longer than ${millisecondsText(boundMilliseconds)}, the longest of Cloud Run's bounds within the declared ${millisecondsText(thresholdMilliseconds)}.`,
    },
  ];
}

/** Prometheus 3 writes whole bounds as `10.0`. */
export const leOf = (bound: number): string =>
  Number.isInteger(bound) ? bound.toFixed(1) : `${bound}`;
