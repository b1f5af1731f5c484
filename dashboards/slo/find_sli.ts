import type { Objective, Service } from "../../model/service";
import { awsSignals, googleSignals } from "../../model/signals";
import { placeOf } from "../resources";
import { awsSuccess } from "./aws_success";
import { freshness } from "./freshness";
import { googleSuccess } from "./google_success";
import type { RecordSelector, Sli } from "./sli";

/** @returns the signals that see what an objective promises, on the service's cloud */
export function findSli(service: Service, objective: Objective, record: RecordSelector): Sli {
  const place = placeOf(service);
  if (objective.sli === "success") {
    return service.cloud === "aws" ? awsSuccess(place, record) : googleSuccess(place, record);
  }
  return service.cloud === "aws"
    ? freshness(awsSignals.queueAge, awsSignals.queueAge, place, objective)
    : freshness(googleSignals.oldestUnacked, googleSignals.undelivered, place, objective);
}
