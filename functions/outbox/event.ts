/** What has happened to one thing, as code says it. */
export interface Happened {
  /** What, by the name under which the declaration publishes it, such as `order.placed`. */
  readonly type: string;
  /** To which thing, such as `order/o-1`: its events are in order. */
  readonly subject: string;
  /** Which event of the subject it is, counted from 1 on without gaps. */
  readonly sequence: number;
  /** What the event's schema says. */
  readonly data: object;
  /** When, in RFC 3339. @default - now */
  readonly time?: string;
}

/**
 * A CloudEvent with the extension `sequence`.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/extensions/sequence.md
 */
export interface OutboxEvent {
  readonly specversion: "1.0";
  /** `<subject>/<sequence>`: the same however often it is sent. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  /** Ten digits, so that it is in order as a text too. */
  readonly sequence: string;
  readonly time: string;
  readonly data: object;
}

const DIGITS = 10;

/** @throws {RangeError} when the sequence is no whole number from 1 on, or the time is none */
export function outboxEvent(happened: Happened, source: string, now: () => number): OutboxEvent {
  const { type, subject, sequence, data } = happened;
  if (!Number.isSafeInteger(sequence) || sequence < 1 || String(sequence).length > DIGITS)
    throw new RangeError(
      `sequence: expected a whole number of 1 to ${DIGITS} digits, from 1 on, got ${sequence}`,
    );
  const time = happened.time ?? new Date(now()).toISOString();
  if (Number.isNaN(Date.parse(time)))
    throw new RangeError(
      `time: expected a time of RFC 3339 such as 2026-01-31T10:00:00Z, got "${time}"`,
    );
  return {
    ...{ specversion: "1.0", id: `${subject}/${sequence}`, source, type, subject },
    sequence: String(sequence).padStart(DIGITS, "0"),
    ...{ time, data },
  };
}
