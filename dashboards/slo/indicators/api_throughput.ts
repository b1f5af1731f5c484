import type { SettledThroughput } from "../../../model/indicators/throughput";
import { series } from "../../../model/names";
import type { Service } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import { group, join, sum } from "../../promql";
import { placeOf, signalOf } from "../../resources";
import { presenceOf, type Sli } from "../sli";

/**
 * A minute is bad in which as many requests came as are promised and fewer were answered without a server error. One
 * in which fewer came is good: nobody asked for more.
 */
export function apiThroughput(service: Service, { perMinute }: SettledThroughput): Sli {
  const place = placeOf(service);
  const requests = group(join(sum(signalOf(awsSignals.apiRequests, place)), ">", "0"));
  const failed = sum(signalOf(awsSignals.apiServerErrors, place));
  const answered = group(join(join(requests, "-", failed), "or", requests));
  return {
    job: "yace",
    presence: presenceOf(awsSignals.apiRequests, place),
    ...{ things: "requests", slices: true, judgesAll: false, relieved: true },
    badOnes: `had at least ${perMinute} requests of which fewer were answered without a server error`,
    impact: "More is asked than is answered: callers get errors that less load would not bring.",
    recordings: [
      {
        record: series.bad,
        expr: join(
          group(join(requests, ">= bool", `${perMinute}`)),
          "*",
          group(join(answered, "< bool", `${perMinute}`)),
        ),
        comment: `1 in a minute with ${perMinute} requests or more, of which fewer were answered without 5xx.`,
      },
      {
        record: series.total,
        expr: join(requests, "> bool", "0"),
        comment: "1 in a minute with requests: one without is not judged.",
      },
    ],
  };
}
