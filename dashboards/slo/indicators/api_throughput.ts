import type { SettledThroughput } from "../../../model/indicators/throughput";
import type { Service } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import { group, join, sum } from "../../promql";
import { placeOf, signalOf } from "../../resources";
import { presenceOf, type Sli } from "../sli";
import { askedMinutes } from "./asked_minutes";

/** Requests are counted at the API; one that never failed has no series of errors. */
export function apiThroughput(service: Service, objective: SettledThroughput): Sli {
  const place = placeOf(service);
  const requests = group(join(sum(signalOf(awsSignals.apiRequests, place)), ">", "0"));
  const failed = sum(signalOf(awsSignals.apiServerErrors, place));
  const answered = group(join(join(requests, "-", failed), "or", requests));
  const { minutes, ...rest } = askedMinutes(objective, requests, answered);
  return {
    job: "yace",
    presence: presenceOf(awsSignals.apiRequests, place),
    ...{ things: "requests", slices: true, judgesAll: false, relieved: true },
    ...rest,
    recordings: minutes,
  };
}
