import { formatDuration } from "../../model/duration";
import { series, type Place } from "../../model/names";
import type { FreshnessObjective } from "../../model/service";
import type { Signal } from "../../model/signal";
import { join, max } from "../promql";
import { signalOf } from "../resources";
import type { Sli } from "./sli";

/**
 * Minutes in which the oldest message is older than the threshold, of the minutes with data.
 *
 * @param age - the age of the oldest message, a gauge in seconds
 * @param presence - there whenever the exporter works
 */
export function freshness(
  age: Signal,
  presence: Signal,
  place: Place,
  { thresholdSeconds }: FreshnessObjective,
): Sli {
  // A comparison drops NaN, which is what YACE exports for a minute without data.
  const known = max(join(signalOf(age, place), ">=", "0"));
  return {
    job: age.job,
    presence,
    slices: true,
    badOnes: `had a message older than ${formatDuration(thresholdSeconds)}`,
    recordings: [
      {
        record: series.bad,
        expr: join(known, "> bool", `${thresholdSeconds}`),
        comment: `1 in a minute whose oldest message is older than ${thresholdSeconds} s.`,
      },
      {
        record: series.total,
        expr: join(known, ">= bool", "0"),
        comment: "1 in a minute with data: a minute of which nothing is known is not judged.",
      },
    ],
  };
}
