import type { Service } from "../../../model/service";
import { logSignals } from "../../../model/signals";
import { group, join, sum, type Promql } from "../../promql";
import { placeOf, signalOf } from "../../resources";
import { presenceOf, type EventRecords, type Sli } from "../sli";

/** Jobs that failed for good, of all that came to an end. One that is tried again has not ended; each job of an array is one. */
export function jobSuccess(service: Service, counts: EventRecords): Sli {
  const all = join(ended(service, "jobsSucceeded"), "+", ended(service, "jobsFailed"));
  return {
    job: "yace",
    presence: presenceOf(logSignals.jobsSucceeded, placeOf(service)),
    things: "events",
    slices: false,
    judgesAll: false,
    relieved: true,
    badOnes: "were jobs that failed",
    impact:
      "What a job makes is not made, or not anew: whoever uses it goes on with what the last good one made. What a job did before it failed stands.",
    recordings: [
      {
        record: counts.bad,
        expr: sum(signalOf(logSignals.jobsFailed, placeOf(service))),
        comment:
          "Jobs that failed for good in this minute: the last try of each, whatever ended it.",
      },
      { record: counts.total, expr: all, comment: "Jobs that ended." },
    ],
  };
}

/** Both are series from the first job on that ended in either way. */
const ended = (service: Service, how: "jobsSucceeded" | "jobsFailed"): Promql =>
  group(sum(signalOf(logSignals[how], placeOf(service))));
