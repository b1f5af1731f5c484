import type { Service } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import { join, sum } from "../../promql";
import { placeOf, signalOf } from "../../resources";
import { presenceOf, type EventRecords, type Sli } from "../sli";

/**
 * Requests answered with 5xx, of all that reached the API. CloudWatch does not say that an API without errors has a
 * series of them, so without one there are none; a service that nobody asks has neither.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html
 */
export function apiAvailability(service: Service, counts: EventRecords): Sli {
  const place = placeOf(service);
  const requests = sum(signalOf(awsSignals.apiRequests, place));
  const failed = sum(signalOf(awsSignals.apiServerErrors, place));
  return {
    job: "yace",
    presence: presenceOf(awsSignals.apiRequests, place),
    things: "requests",
    slices: false,
    judgesAll: false,
    badOnes: "were answered with a server error (5xx)",
    impact: "Callers get errors in place of answers; what they send again may be answered.",
    relieved: true,
    recordings: [
      {
        record: counts.bad,
        expr: join(failed, "or", join("0", "*", requests)),
        comment:
          "Requests answered with 5xx in this minute. Those answered with 4xx are their caller's, a refusal by the throttle (429) among them.",
      },
      { record: counts.total, expr: requests, comment: "Requests that reached the API." },
    ],
  };
}
