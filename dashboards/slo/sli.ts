import type { Objective, Service } from "../../model/service";
import type { Signal } from "../../model/signal";
import { awsSignals, googleSignals } from "../../model/signals";
import type { Promql, Selector } from "../promql";
import { placeOf } from "../resources";
import { awsSuccess } from "./aws_success";
import { freshness } from "./freshness";
import { googleSuccess } from "./google_success";

/** A series that a rule records. */
export interface Recording {
  readonly record: string;
  readonly expr: Promql;
  /** Why it counts what it counts; becomes a comment in the rule file. */
  readonly comment: string;
}

/** What an SLO counts, minute by minute: its records end with `series.bad` and `series.total`. */
export interface Sli {
  readonly job: Signal["job"];
  readonly recordings: readonly Recording[];
  /** There whenever the exporter works, busy or idle: its absence is what the absent alert sees. */
  readonly presence: Signal;
  /** What bad ones do, after "1% of events": "were set aside". */
  readonly badOnes: string;
  /** Whether the unit is a minute rather than an event. */
  readonly slices: boolean;
}

/** Selects one of the SLO's own records. */
export type RecordSelector = (name: string) => Selector;

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
