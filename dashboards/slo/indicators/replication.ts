import { formatDuration } from "../../../model/duration";
import type { SettledReplication } from "../../../model/indicators/replication";
import { series } from "../../../model/names";
import type { Service } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import { join, max, type Promql } from "../../promql";
import { placeOf, signalOf } from "../../resources";
import { presenceOf, type Sli } from "../sli";

const { replicationLatency, replicationFailures } = awsSignals;

/**
 * Minutes in which the copy is too far behind, or in which something failed to be copied: a failure waits for nothing, so
 * the delay does not show it. S3 says how far the copy is behind while there is nothing to copy too, so that a store which
 * nobody writes to is good and known to be; where it says nothing of a minute, that minute is not judged.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/repl-metrics.html
 */
export function replication(
  service: Service,
  { store, thresholdSeconds }: SettledReplication,
): Sli {
  const place = placeOf(service);
  const of = { store };
  const behind = known(signalOf(replicationLatency, place, of));
  const failed = max(join(signalOf(replicationFailures, place, of), ">", "0"));
  const limit = formatDuration(thresholdSeconds);
  return {
    job: "yace",
    presence: presenceOf(replicationLatency, place, store),
    ...{ things: "events", slices: true, judgesAll: true, relieved: false },
    badOnes: `had a copy of ${store} more than ${limit} behind, or something that failed to be copied`,
    impact: `Nobody is hurt while the region of ${store} is there. Were it lost now, more than ${limit} of changes would be lost with it, or what failed to be copied.`,
    recordings: [
      {
        record: series.bad,
        expr: join(
          join(failed, "> bool", "0"),
          "or",
          join(behind, "> bool", `${thresholdSeconds}`),
        ),
        comment: `1 in a minute in which the copy is more than ${thresholdSeconds} s behind, or in which S3 gave something up.`,
      },
      {
        record: series.total,
        expr: join(join(failed, ">= bool", "0"), "or", join(behind, ">= bool", "0")),
        comment:
          "1 in a minute with data: one of which nothing is known is not judged, unless something failed in it.",
      },
    ],
  };
}

/** A comparison drops NaN, which is what YACE exports for a minute without data. */
const known = (of: Promql): Promql => max(join(of, ">=", "0"));
