import { formatDuration } from "../../../model/duration";
import { series } from "../../../model/names";
import type { SettledFreshness } from "../../../model/indicators/freshness";
import type { Signal } from "../../../model/signal";
import { isInference, queueOf, type Service } from "../../../model/service";
import { join } from "../../promql";
import { placeOf } from "../../resources";
import { presenceOf, type Sli } from "../sli";
import { knownLevel, knownMinutes } from "./levels";

/** What AWS keeps a question for whose asker says nothing. */
const QUESTION_SECONDS = 21_600;

function impactOf(service: Service): string {
  if (isInference(service))
    return `Questions are answered late. None is lost until it expires, which is after ${formatDuration(QUESTION_SECONDS)} unless whoever asked said otherwise.`;
  const { retentionSeconds } = queueOf(service);
  return `Events are handled late. Nothing is lost until the queue's retention of ${formatDuration(retentionSeconds)} ends.`;
}

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
  const oldest = knownLevel(age, place);
  return {
    job: age.job,
    presence: presenceOf(presence, place),
    things: isInference(service) ? "requests" : "events",
    slices: true,
    judgesAll: true,
    badOnes: `had a ${isInference(service) ? "question" : "message"} older than ${formatDuration(thresholdSeconds)}`,
    impact: impactOf(service),
    relieved: false,
    recordings: [
      {
        record: series.bad,
        expr: join(oldest, "> bool", `${thresholdSeconds}`),
        comment: `1 in a minute whose oldest ${isInference(service) ? "question" : "message"} is older than ${thresholdSeconds} s.`,
      },
      knownMinutes(oldest),
    ],
  };
}
