import { formatDuration } from "../../../model/duration";
import { series } from "../../../model/names";
import type { SettledFreshness } from "../../../model/indicators/freshness";
import type { Signal } from "../../../model/signal";
import { queueOf, type Service } from "../../../model/service";
import { join } from "../../promql";
import { placeOf } from "../../resources";
import { presenceOf, type Sli } from "../sli";
import { knownLevel, knownMinutes } from "./levels";

/**
 * Minutes in which the oldest message is older than the threshold, of the minutes with data.
 *
 * @param age - the age of the oldest message, a gauge in seconds
 * @param presence - there whenever the exporter works
 */
export function freshness(
  age: Signal,
  presence: Signal,
  service: Service,
  { thresholdSeconds }: SettledFreshness,
): Sli {
  const place = placeOf(service);
  const { retentionSeconds } = queueOf(service);
  const oldest = knownLevel(age, place);
  return {
    job: age.job,
    presence: presenceOf(presence, place),
    things: "events",
    slices: true,
    judgesAll: true,
    badOnes: `had a message older than ${formatDuration(thresholdSeconds)}`,
    impact: `Events are handled late. Nothing is lost until the queue's retention of ${formatDuration(retentionSeconds)} ends.`,
    relieved: false,
    recordings: [
      {
        record: series.bad,
        expr: join(oldest, "> bool", `${thresholdSeconds}`),
        comment: `1 in a minute whose oldest message is older than ${thresholdSeconds} s.`,
      },
      knownMinutes(oldest),
    ],
  };
}
