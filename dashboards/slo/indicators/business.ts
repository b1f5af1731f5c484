import { applicationCounter, collectorUp, labelOf } from "../../../model/application_signals";
import { formatDuration } from "../../../model/duration";
import type { SettledAttributes } from "../../../model/indicators/attributes";
import type { SettledBusiness } from "../../../model/indicators/business";
import { series } from "../../../model/names";
import type { Service } from "../../../model/service";
import {
  andOnNothing,
  count,
  join,
  lastOverTime,
  min,
  ofSignal,
  type Matchers,
  type Selector,
} from "../../promql";
import { placeOf, signalOf } from "../../resources";
import type { EventRecords, RecordSelector, Recording, Sli } from "../sli";
import { growthOrNone, type Memory } from "./growth";
import { shortfall } from "./shortfall";

/**
 * A process counts on while the collector does not hear it, so its counter is right after any gap. When the collector
 * begins anew, each process is heard again within minutes, and with all that it ever counted: no counter is new
 * that comes so early.
 */
const OF_PROCESSES: Memory = { bridge: "1h", atWorkFor: "10m" };

/** Outcomes that are not as promised, of all that the service's own code counts. */
export function business(
  service: Service,
  objective: SettledBusiness,
  record: RecordSelector,
  counts: EventRecords,
): Sli {
  const { metric, good } = objective;
  return {
    job: "otel-collector",
    presence: { selector: record(series.applicationHeard), labels: {} },
    things: "events",
    slices: false,
    judgesAll: false,
    badOnes: `were counted by ${metric} without ${attributesText(good)}`,
    impact: `What users came for fails, even where every event is handled: ${metric} counts outcomes without ${attributesText(good)}.`,
    relieved: false,
    recordings: [
      ...heard(service, objective, record),
      ...outcomes(service, objective, record),
      ...shortfall(record, counts, {
        ...{ all: series.outcomes, good: series.goodOutcomes },
        others: "The others.",
        known: "Those of which it is known.",
      }),
    ],
  };
}

/** A quiet service has no series once its processes have ended: what tells it from a deaf one is how long ago it had. */
function heard(
  service: Service,
  { metric, quietSeconds }: SettledBusiness,
  record: RecordSelector,
): Recording[] {
  const quiet = formatDuration(quietSeconds);
  const reached = join(min(ofSignal(collectorUp)), ">", "0");
  return [
    {
      record: series.applicationSeries,
      expr: count(signalOf(applicationCounter(metric), placeOf(service))),
      comment: `Series of ${metric}: one a process and set of attributes, from the first outcome on.`,
    },
    {
      record: series.applicationHeard,
      expr: andOnNothing(reached, lastOverTime(record(series.applicationSeries), quiet)),
      comment: `1 while the collector answers and has had such a series within ${quiet}; without, nothing is judged.`,
    },
  ];
}

function outcomes(
  service: Service,
  { metric, of, good }: SettledBusiness,
  record: RecordSelector,
): Recording[] {
  const place = placeOf(service);
  const grown = (attributes: SettledAttributes) => {
    const counter: Selector = signalOf(
      applicationCounter(metric),
      place,
      attributeMatchers(attributes),
    );
    return growthOrNone(
      counter,
      record(series.applicationHeard),
      record(series.outcomes),
      OF_PROCESSES,
    );
  };
  return [
    {
      record: series.outcomes,
      expr: grown(of),
      comment: `Outcomes in this minute that ${metric} counts; a counter begins with its process and ends with it.`,
    },
    {
      record: series.goodOutcomes,
      expr: grown({ ...of, ...good }),
      comment: `Of them, those with ${attributesText(good)}.`,
    },
  ];
}

/** The labels that attributes become; of several values any will do. */
export const attributeMatchers = (attributes: SettledAttributes): Matchers =>
  Object.fromEntries(
    Object.entries(attributes).map(([key, values]) => [labelOf(key), matcherOf(values)]),
  );

const matcherOf = (values: readonly string[]): string =>
  values.length === 1
    ? (values[0] ?? "")
    : `=~${values.map((value) => value.replaceAll(".", "[.]")).join("|")}`;

/** As people read it: `order.outcome accepted or queued`. */
export const attributesText = (attributes: SettledAttributes): string =>
  Object.entries(attributes)
    .map(([key, values]) => `${key} ${values.map((value) => value || "(none)").join(" or ")}`)
    .join(" and ");
