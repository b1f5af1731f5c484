import { series, type Place } from "../../model/names";
import { googleSignals } from "../../model/signals";
import {
  andOnNothing,
  earlier,
  group,
  join,
  lastOverTime,
  sum,
  type Promql,
  type Selector,
} from "../promql";
import { signalOf } from "../resources";
import type { RecordSelector, Sli } from "./sli";

/** A gap up to this long is bridged; after a longer one a counter's first value is only a start. */
const BRIDGE = "10m";

/**
 * Messages forwarded to the dead-letter topic, of all that were acknowledged or forwarded. One push holds one
 * message, and `ack` is the answer that ends its delivery.
 *
 * @see https://cloud.google.com/pubsub/docs/push-troubleshooting
 */
export function googleSuccess(place: Place, record: RecordSelector): Sli {
  const presence = signalOf(googleSignals.undelivered, place);
  const grown = (counter: Selector): Promql => growth(counter, presence, record);
  const bad = grown(signalOf(googleSignals.deadLettered, place));
  const good = grown(signalOf(googleSignals.pushRequests, place, { response_class: "ack" }));
  return {
    job: "stackdriver",
    presence: googleSignals.undelivered,
    slices: false,
    badOnes: "were set aside in the dead-letter topic",
    recordings: [
      {
        record: series.bad,
        expr: bad,
        comment:
          "Messages set aside in this minute. The exporter's counters start at their first delta and vanish when idle, so increase() would miss a lone one.",
      },
      {
        record: series.total,
        expr: join(group(good), "+", sum(record(series.bad))),
        comment: "Messages that the processor acknowledged, and messages set aside.",
      },
    ],
  };
}

/**
 * What a counter grew by in a minute; after a restart, and for a series that was not there before, its whole
 * value, if the exporter was being seen a minute ago; 0 while there is no such series.
 */
function growth(counter: Selector, presence: Selector, record: RecordSelector): Promql {
  const step = group(join(counter, "-", lastOverTime(counter, BRIDGE, "1m")));
  const fresh = group(andOnNothing(counter, earlier(record(series.total), "1m")));
  const grown = sum(join(join(step, ">=", "0"), "or", fresh));
  return join(grown, "or", join("0", "*", sum(presence)));
}
