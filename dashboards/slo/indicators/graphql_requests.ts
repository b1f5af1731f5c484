import type { SettledThroughput } from "../../../model/indicators/throughput";
import type { Service } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import { group, join, sum, type Promql } from "../../promql";
import { placeOf, signalOf } from "../../resources";
import { presenceOf, type EventRecords, type Sli } from "../sli";
import { askedMinutes } from "./asked_minutes";

/**
 * Requests that failed, of all that reached the API: those answered with 5xx, and those of which the function failed or
 * was refused an instance, which GraphQL answers 200 with `errors`. A request asks the function once for each root field, and no
 * metric says which calls were of one request: each counts, but no more than there were requests. What the code
 * returns as a caller's mistake, in the answer itself, is no failure.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html
 */
export function graphqlAvailability(service: Service, counts: EventRecords): Sli {
  return {
    ...base(service),
    slices: false,
    badOnes: "failed: the API (5xx), or the function that it called for a field (200 with errors)",
    impact: "Callers get errors in place of values; what they send again may be answered.",
    recordings: [
      {
        record: counts.bad,
        expr: failed(service),
        comment:
          "Requests answered with 5xx in this minute, and calls of the function that failed or were refused, which are answered 200 with errors; no more than there were requests.",
      },
      { record: counts.total, expr: requests(service), comment: "Requests that reached the API." },
    ],
  };
}

/** What is answered without a failure, where as much is asked as is promised. */
export function graphqlThroughput(service: Service, objective: SettledThroughput): Sli {
  const asked = group(join(requests(service), ">", "0"));
  const answered = group(join(asked, "-", group(failed(service))));
  const { minutes, ...rest } = askedMinutes(objective, asked, answered);
  return { ...base(service), slices: true, ...rest, recordings: minutes };
}

const base = (service: Service) => ({
  job: "yace" as const,
  presence: presenceOf(awsSignals.graphqlRequests, placeOf(service)),
  things: "requests" as const,
  judgesAll: false,
  relieved: true,
});

const requests = (service: Service): Promql =>
  sum(signalOf(awsSignals.graphqlRequests, placeOf(service)));

/** Each of these is a series only once it was counted; a minute without requests has none that failed. */
function failed(service: Service): Promql {
  const { graphqlServerErrors, functionErrors, functionThrottles } = awsSignals;
  const all = requests(service);
  const none = join("0", "*", all);
  const each = [graphqlServerErrors, functionErrors, functionThrottles].map((signal) =>
    group(join(sum(signalOf(signal, placeOf(service))), "or", none)),
  );
  const together = group(each.reduce((left, right) => join(left, "+", right)));
  return join(group(join(together, "<=", all)), "or", all);
}
