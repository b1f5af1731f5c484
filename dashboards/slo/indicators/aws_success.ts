import { series } from "../../../model/names";
import { awsSignals } from "../../../model/signals";
import {
  atLeastZero,
  group,
  join,
  lastOverTime,
  minimumOverTime,
  sum,
  type Promql,
} from "../../promql";
import type { Service } from "../../../model/service";
import { placeOf, signalOf, type ServicePlace } from "../../resources";
import {
  presenceOf,
  type EventRecords,
  type RecordSelector,
  type Recording,
  type Sli,
} from "../sli";
import { lostEvents } from "./lost_events";

/** How long a level is carried over a gap; longer, and what the exporter missed is not guessed at. */
const CARRY = "1h";

/**
 * Messages set aside, of all that were handled or set aside.
 *
 * Only the depth of the dead-letter queue sees a lost message: SQS does not count messages that it
 * redrives there as sent, and a partial batch failure is no error of the function.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
export function awsSuccess(service: Service, record: RecordSelector, counts: EventRecords): Sli {
  const place = placeOf(service);
  const deleted = signalOf(awsSignals.queueDeleted, place);
  return {
    job: "yace",
    presence: presenceOf(awsSignals.queueDeleted, place),
    things: "events",
    slices: false,
    judgesAll: false,
    ...lostEvents(service),
    badOnes: "were set aside in the dead-letter queue",
    recordings: [
      depth(place, record),
      setAside(record, counts),
      total(sum(deleted), record, counts),
    ],
  };
}

export function depth(place: ServicePlace, record: RecordSelector): Recording {
  const waiting = sum(signalOf(awsSignals.deadLetters, place));
  const beingRead = sum(signalOf(awsSignals.deadLettersInFlight, place));
  const before = sum(lastOverTime(record(series.deadLetterDepth), CARRY));
  return {
    record: series.deadLetterDepth,
    expr: join(join(group(join(waiting, "+", beingRead)), ">=", "0"), "or", before),
    comment:
      "Messages set aside, waiting or being read; while SQS is silent (NaN, or no scrape), as many as before.",
  };
}

/**
 * The rise of the depth in a minute. The lower of two minutes counts, because a message that is being read may
 * show as waiting and as in flight in one of them. A fall (redrive, drain, expiry) is no good news.
 * A queue that was never seen before held nothing, if the rules were already at work.
 */
export function setAside(record: RecordSelector, counts: EventRecords): Recording {
  const depthRecord = record(series.deadLetterDepth);
  const before = [
    minimumOverTime(depthRecord, "2m", "1m"),
    lastOverTime(depthRecord, CARRY, "1m"),
    join("0", "*", lastOverTime(record(counts.total), CARRY, "1m")),
  ].reduce((left, right) => join(left, "or", right));
  return {
    record: counts.bad,
    expr: atLeastZero(join(minimumOverTime(depthRecord, "2m"), "-", group(before))),
    comment:
      "Messages set aside in this minute: the rise of the depth. SQS does not count them as sent, and a partial batch failure is no error of the function.",
  };
}

function total(handled: Promql, record: RecordSelector, counts: EventRecords): Recording {
  return {
    record: counts.total,
    expr: join(join(handled, "+", sum(record(counts.bad))), "or", handled),
    comment: "Messages handled, which the processor deletes, and messages set aside.",
  };
}
