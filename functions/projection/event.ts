/** An event of something whose events are in order, as the outbox publishes it (docs/events.md). */
export interface SequencedEvent {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  /** From 1 on, without gaps. */
  readonly sequence: number;
  /** What the event's schema says. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A message that can never be applied; the reason names attributes, never their values. */
export class PoisonError extends Error {
  override readonly name = "PoisonError";
}

/** @throws {PoisonError} naming the first attribute that is missing or wrong */
export function readEvent(body: string): SequencedEvent {
  const event = parse(body);
  if (!isObject(event)) throw new PoisonError("expected a JSON object");
  const { data, sequence } = event;
  const [id, source, type, subject] = ["id", "source", "type", "subject"].map((name) =>
    text(event, name),
  ) as [string, string, string, string];
  if (typeof sequence !== "string" || !/^(?=.*[1-9])[0-9]{1,15}$/.test(sequence))
    throw new PoisonError("sequence: expected a string of 1 to 15 digits, from 1 on");
  if (!isObject(data)) throw new PoisonError("data: expected a JSON object");
  return { id, source, type, subject, sequence: Number(sequence), data };
}

function text(event: Readonly<Record<string, unknown>>, name: string): string {
  const value = event[name];
  if (typeof value === "string" && value !== "") return value;
  throw new PoisonError(`${name}: expected a string of 1 character or more`);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The engine's own message quotes the text: it must not reach the log.
    throw new PoisonError("not JSON");
  }
}
