import type { Service } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import { group, join, sum, type Promql } from "../../promql";
import { placeOf, signalOf } from "../../resources";
import { presenceOf, type EventRecords, type RecordSelector, type Sli } from "../sli";
import { depth, setAside } from "./aws_success";

/**
 * Executions that failed, ran out of time or were stopped, and events that were set aside before they started one, of all that came to an
 * end. One that a saga refused and undid ended well. One that is redriven ends once more.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
 */
export function workflowSuccess(
  service: Service,
  record: RecordSelector,
  counts: EventRecords,
): Sli {
  const place = placeOf(service);
  return {
    job: "yace",
    presence: presenceOf(awsSignals.executionsStarted, place),
    things: "events",
    slices: false,
    judgesAll: false,
    relieved: true,
    impact:
      "What an event asks for is not done. Where a compensation failed or time ran out, a part of it is done and stays so until somebody redrives the execution, within 14 days.",
    badOnes: "ended in an execution that failed, or started none and were set aside",
    recordings: [
      depth(place, record),
      {
        record: counts.bad,
        expr: lost(service, setAside(record, counts).expr),
        comment:
          "Executions that failed, ran out of time or were stopped in this minute, and the rise of the depth of the dead-letter queue.",
      },
      {
        record: counts.total,
        expr: join(
          succeeded(service),
          "+",
          group(join(sum(record(counts.bad)), "or", none(service))),
        ),
        comment: "Executions that ended, and events that started none.",
      },
    ],
  };
}

const started = (service: Service): Promql =>
  sum(signalOf(awsSignals.executionsStarted, placeOf(service)));

/** Each of the others is a series only once it was counted. */
const none = (service: Service): Promql => join("0", "*", started(service));

const orNone = (service: Service, expr: Promql): Promql => group(join(expr, "or", none(service)));

const succeeded = (service: Service): Promql =>
  orNone(service, sum(signalOf(awsSignals.executionsSucceeded, placeOf(service))));

/** The rise of the depth keeps the labels of what it was compared with: summed, it has none. */
function lost(service: Service, setAside: Promql): Promql {
  const { executionsFailed, executionsTimedOut, executionsAborted } = awsSignals;
  const ended = [executionsFailed, executionsTimedOut, executionsAborted].map((signal) =>
    orNone(service, sum(signalOf(signal, placeOf(service)))),
  );
  const failed = group(ended.reduce((left, right) => join(left, "+", right)));
  return join(join(failed, "+", orNone(service, sum(setAside))), "or", sum(setAside));
}
