import type { Service } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import { group, join, sum, type Promql } from "../../promql";
import { placeOf, signalOf } from "../../resources";
import { presenceOf, type EventRecords, type Sli } from "../sli";

type Name = keyof typeof awsSignals;

const counted = (service: Service, name: Name): Promql =>
  sum(signalOf(awsSignals[name], placeOf(service)));

/** Each of the others is a series only once it was counted. */
const orNone = (service: Service, name: Name, base: Name): Promql =>
  group(join(counted(service, name), "or", join("0", "*", counted(service, base))));

const larger = (one: Promql, other: Promql): Promql =>
  group(join(group(join(one, ">", other)), "or", other));

/**
 * Requests that the model answered with 5xx, and those to which it gave no answer. CloudWatch has no number for the second: they are
 * what was not answered with 2xx, without what was answered with 4xx.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html
 */
export function inferenceAvailability(service: Service, counts: EventRecords): Sli {
  const of = (name: Name) => orNone(service, name, "inferenceRequests");
  const lost = group(join(of("inferenceFailures"), "-", of("modelClientErrors")));
  return {
    job: "yace",
    presence: presenceOf(awsSignals.inferenceRequests, placeOf(service)),
    ...{ things: "requests", slices: false, judgesAll: false, relieved: true },
    badOnes: "were answered with a server error (5xx), or not at all",
    impact: "Whoever asks the model gets an error in place of an answer; asking again may help.",
    recordings: [
      {
        record: counts.bad,
        expr: larger(lost, of("modelServerErrors")),
        comment:
          "Requests that the model answered with 5xx or not at all in this minute. Those answered with 4xx are their caller's.",
      },
      {
        record: counts.total,
        expr: counted(service, "inferenceRequests"),
        comment: "Requests that were handed to the model.",
      },
    ],
  };
}

/**
 * Questions that failed or expired, of all that came to an end. AWS does not say whether what failed is among what was processed: at
 * least as many ended as failed.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference-monitor.html
 */
export function inferenceSuccess(service: Service, counts: EventRecords): Sli {
  const of = (name: Name) => orNone(service, name, "asyncProcessed");
  const expired = counted(service, "asyncExpired");
  const ended = group(
    join(
      group(join(counted(service, "asyncProcessed"), ">", of("asyncFailures"))),
      "or",
      of("asyncFailures"),
    ),
  );
  const orExpired = (expr: Promql): Promql =>
    join(group(join(expr, "+", of("asyncExpired"))), "or", expired);
  return {
    job: "yace",
    presence: presenceOf(awsSignals.backlogSize, placeOf(service)),
    ...{ things: "requests", slices: false, judgesAll: false, relieved: true },
    badOnes: "failed, or expired before an instance took them",
    impact:
      "What was asked for is not there; whoever asked finds why under `failures/`, or nothing.",
    recordings: [
      {
        record: counts.bad,
        expr: orExpired(of("asyncFailures")),
        comment: "Questions that failed or expired in this minute.",
      },
      {
        record: counts.total,
        expr: orExpired(ended),
        comment: "Questions that were answered, failed or expired.",
      },
    ],
  };
}
