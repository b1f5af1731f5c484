import { series } from "../../../model/names";
import type { SettledThroughput } from "../../../model/indicators/throughput";
import type { Service } from "../../../model/service";
import type { Signal } from "../../../model/signal";
import { awsSignals, googleSignals } from "../../../model/signals";
import { earlier, group, join, max, minimumOverTime, sum, type Promql } from "../../promql";
import { placeOf, signalOf, type ServicePlace } from "../../resources";
import { presenceOf, type RecordSelector, type Recording, type Sli } from "../sli";
import { growth } from "./growth";
import { knownLevel, knownMinutes } from "./levels";

export function awsThroughput(service: Service, objective: SettledThroughput): Sli {
  const place = placeOf(service);
  const handled = sum(signalOf(awsSignals.queueDeleted, place));
  return {
    job: "yace",
    presence: presenceOf(awsSignals.queueVisible, place),
    ...throughput(awsSignals.queueVisible, handled, place, objective),
  };
}

export function googleThroughput(
  service: Service,
  objective: SettledThroughput,
  record: RecordSelector,
): Sli {
  const place = placeOf(service);
  const { recordings, ...rest } = throughput(
    googleSignals.undelivered,
    sum(record(series.handled)),
    place,
    objective,
  );
  return {
    job: "stackdriver",
    presence: presenceOf(googleSignals.undelivered, place),
    ...rest,
    recordings: [handledByPushes(place, record), ...recordings],
  };
}

/** None were handled while the counter is not there, unless the rules or the exporter only begin. */
function handledByPushes(place: ServicePlace, record: RecordSelector): Recording {
  const acknowledged = signalOf(googleSignals.pushRequests, place, { response_class: "ack" });
  const waiting = signalOf(googleSignals.undelivered, place);
  return {
    record: series.handled,
    expr: join(
      growth(acknowledged, record(series.total)),
      "or",
      join("0", "*", sum(earlier(waiting, "1m"))),
    ),
    comment: "Events that the processor acknowledged in this minute.",
  };
}

/**
 * A minute is bad that begins and ends with more events waiting than the declared rate handles in a minute, and in which
 * fewer were handled: the processor had all that it could take.
 */
function throughput(
  backlog: Signal,
  handled: Promql,
  place: ServicePlace,
  { perMinute }: SettledThroughput,
): Pick<Sli, "things" | "slices" | "judgesAll" | "badOnes" | "impact" | "relieved" | "recordings"> {
  const level = knownLevel(backlog, place);
  const waiting = group(
    join(max(minimumOverTime(signalOf(backlog, place), "2m")), "> bool", `${perMinute}`),
  );
  const slow = group(join(handled, "< bool", `${perMinute}`));
  return {
    things: "events",
    slices: true,
    judgesAll: false,
    badOnes: `had a backlog of which fewer than ${perMinute} events were handled`,
    impact: "Events arrive faster than they are handled: each waits longer than the one before.",
    relieved: false,
    recordings: [
      {
        record: series.bad,
        expr: join(join(group(join(level, ">= bool", "0")), "*", waiting), "*", slow),
        comment: `1 in a minute that begins and ends with more than ${perMinute} waiting events, and in which fewer were handled.`,
      },
      knownMinutes(level),
    ],
  };
}
