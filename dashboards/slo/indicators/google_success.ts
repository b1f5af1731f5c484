import { googleSignals } from "../../../model/signals";
import type { Service } from "../../../model/service";
import { group, join, sum, type Promql, type Selector } from "../../promql";
import { placeOf, signalOf } from "../../resources";
import { presenceOf, type EventRecords, type RecordSelector, type Sli } from "../sli";
import { growthOrNone } from "./growth";
import { lostEvents } from "./lost_events";

/**
 * Messages forwarded to the dead-letter topic, of all that were acknowledged or forwarded. One push holds one
 * message, and `ack` is the answer that ends its delivery.
 *
 * @see https://cloud.google.com/pubsub/docs/push-troubleshooting
 */
export function googleSuccess(service: Service, record: RecordSelector, counts: EventRecords): Sli {
  const place = placeOf(service);
  const presence = signalOf(googleSignals.undelivered, place);
  const grown = (counter: Selector): Promql =>
    growthOrNone(counter, presence, record(counts.total));
  const bad = grown(signalOf(googleSignals.deadLettered, place));
  const good = grown(signalOf(googleSignals.pushRequests, place, { response_class: "ack" }));
  return {
    job: "stackdriver",
    presence: presenceOf(googleSignals.undelivered, place),
    things: "events",
    slices: false,
    judgesAll: false,
    ...lostEvents(service),
    badOnes: "were set aside in the dead-letter topic",
    recordings: [
      {
        record: counts.bad,
        expr: bad,
        comment:
          "Messages set aside in this minute. The exporter's counters start at their first delta and vanish when idle, so increase() would miss a lone one.",
      },
      {
        record: counts.total,
        expr: join(group(good), "+", sum(record(counts.bad))),
        comment: "Messages that the processor acknowledged, and messages set aside.",
      },
    ],
  };
}
