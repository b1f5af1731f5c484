/** Names of what the services of a cell tell one another by. */
export function awsEventBusNames(environment: string, cell: string) {
  const base = `${environment}-${cell}-events`;
  return {
    /** CloudWatch's dimension `EventBusName`. */
    bus: base,
    archive: base,
    /** Where events go that the bus could not encrypt or decrypt. */
    deadLetterQueue: `${base}-dlq`,
    keyAlias: `alias/${base}`,
  };
}

/** AWS asks for it of all that keeps order. */
const fifo = (ordered: boolean): string => (ordered ? ".fifo" : "");

/** @param base - what the names of all of a service begin with */
export const queueNames = (base: string, ordered: boolean) => ({
  queue: `${base}-events${fifo(ordered)}`,
  deadLetterQueue: `${base}-events-dlq${fifo(ordered)}`,
});

/** Names of what takes events out of a service, and of what brings them into another's queue on AWS. */
export interface EventNames {
  /** CloudWatch's dimension `TopicName`. */
  readonly topic: string;
  readonly orderedTopic: string;
  /** Where events go that could not be put into the queue. */
  readonly undeliveredQueue: string;
  /** Of a service's schedules: CloudWatch's dimension `ScheduleGroup`; 64 characters at most. */
  readonly scheduleGroup: string;
  /** With which schedules send. */
  readonly scheduleRole: string;
  /** The table through which events leave, and where what says of which ones did not is. */
  readonly outbox: string;
  readonly outboxFailures: string;
  /** The rule by which events of another service come: CloudWatch's dimension `RuleName`; 64 characters at most. */
  readonly rule: (publisher: string) => string;
}

/** No store of a service that has one is called so. */
export const OUTBOX = "outbox";

/** @param base - what the names of all of a service begin with */
export const eventNames = (base: string, ordered: boolean): EventNames => ({
  topic: `${base}-events`,
  orderedTopic: `${base}-events.fifo`,
  undeliveredQueue: `${base}-undelivered${fifo(ordered)}`,
  scheduleGroup: `${base}-schedules`,
  scheduleRole: `${base}-schedules`,
  outbox: `${base}-${OUTBOX}`,
  outboxFailures: `${base}-${OUTBOX}-failures`,
  rule: (publisher) => `${base}-from-${publisher}`,
});
