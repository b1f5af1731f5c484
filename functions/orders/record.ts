import { createHash } from "node:crypto";
import { identity, PoisonError, type Envelope } from "./envelope";
import { ORDER_PLACED, orderPlaced, type OrderPlaced } from "./order";
import { problems } from "./problems";

/**
 * How long a record, and with it the proof that its event was handled, is kept, in days. It must
 * outlive the last possible delivery: 14 days in the queue, 14 in the dead-letter queue and 14
 * more after a redrive (SQS; Pub/Sub keeps 31 at most on each side).
 */
const RETENTION_DAYS = 90;

/** State and proof of handling in one item, so that one conditional write makes both or neither. */
export interface OrderRecord {
  /** Partition key: see `identity`. */
  readonly eventId: string;
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** RFC 3339, as the producer said. */
  readonly time?: string;
  readonly order: OrderPlaced;
  /** SHA-256 of the order, hex: tells a duplicate from another event under the same identity. */
  readonly digest: string;
  /** Seconds since the epoch: when the store may forget it. */
  readonly ttl: number;
}

const EXPECTED = { currency: "expected three capital letters (ISO 4217)" };

/** @throws {PoisonError} when the order is not what its type promises */
export function accept(envelope: Envelope): OrderPlaced {
  if (envelope.type !== ORDER_PLACED) {
    throw new PoisonError(`type: expected ${ORDER_PLACED}`);
  }
  const order = orderPlaced.safeParse(envelope.data);
  if (!order.success) {
    throw new PoisonError(`not an order: ${problems("data", order.error, EXPECTED)}`);
  }
  return order.data;
}

/** @param now milliseconds since the epoch */
export function toRecord(envelope: Envelope, order: OrderPlaced, now: number): OrderRecord {
  const { id, source, type, time } = envelope;
  return {
    ...{ eventId: identity(envelope), id, source, type },
    ...(time === undefined ? {} : { time }),
    order,
    // The checked order has its members in the order of the schema, however they were sent.
    digest: createHash("sha256").update(JSON.stringify(order)).digest("hex"),
    ttl: Math.floor(now / 1000) + RETENTION_DAYS * 86_400,
  };
}
