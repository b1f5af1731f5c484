import { identity, PoisonError, readEnvelope, type Envelope } from "./envelope";
import type { Fields, Log } from "./log";
import type { Outcome } from "./outcome";
import { accept, toRecord, type OrderRecord } from "./record";
import { StoreError, type Store } from "./store/store";
import { fromTraceparent, type Trace } from "./trace";

/** One delivery of one message, the same for every cloud. */
export interface Delivery {
  readonly messageId: string;
  /** The message: a CloudEvents event in structured JSON mode. */
  readonly body: string;
  /** 1 for the first delivery. */
  readonly attempt: number;
  /** The carrier's trace, used when the event brings none of its own. */
  readonly trace?: Trace | undefined;
}

export interface Ports {
  readonly store: Store;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly log: Log;
  /** Deliveries before the queue sets a message aside. */
  readonly maxAttempts: number;
}

export type Handler = (delivery: Delivery) => Promise<Outcome>;

/**
 * Handles one delivery. Acknowledge it only on `processed` and `duplicate`: then, and only then,
 * the order is known to stand in the store. Never rejects.
 */
export function createHandler(ports: Ports): Handler {
  return async (delivery) => {
    const seen: Seen = { trace: delivery.trace };
    try {
      return await handle(ports, delivery, seen);
    } catch (error) {
      return failed(ports, delivery, seen, error);
    }
  };
}

/** What is known of a delivery so far, for the log. */
interface Seen {
  eventId?: string;
  trace: Trace | undefined;
}

async function handle(ports: Ports, delivery: Delivery, seen: Seen): Promise<Outcome> {
  const envelope = readEnvelope(delivery.body);
  remember(seen, envelope);
  const record = toRecord(envelope, accept(envelope), ports.clock());
  const status = await putOnce(ports.store, record);
  const message = status === "processed" ? "order recorded" : "order was recorded before";
  ports.log.write("INFO", message, fields(ports, delivery, seen));
  return { status };
}

function remember(seen: Seen, envelope: Envelope): void {
  seen.eventId = identity(envelope);
  seen.trace = fromTraceparent(envelope.traceparent) ?? seen.trace;
}

async function putOnce(store: Store, record: OrderRecord): Promise<"processed" | "duplicate"> {
  const put = await store.putOnce(record);
  if (put.kind === "written") return "processed";
  // Acknowledging it would lose an order that the store never held.
  if (put.digest !== record.digest) {
    throw new PoisonError("source and id were used before for another order");
  }
  return "duplicate";
}

function failed(ports: Ports, delivery: Delivery, seen: Seen, error: unknown): Outcome {
  const setAside = delivery.attempt >= ports.maxAttempts;
  const known = error instanceof PoisonError || error instanceof StoreError;
  // The message of an unforeseen error may quote anything: only what it is goes to the log.
  const reason = known
    ? error.message
    : `unexpected ${error instanceof Error ? error.name : "error"}`;
  const message = setAside
    ? "message set aside: last attempt failed, it is now a dead letter"
    : "message failed: it will be delivered again";
  ports.log.write(setAside ? "ERROR" : "WARN", message, {
    ...fields(ports, delivery, seen),
    setAside,
    reason,
  });
  return { status: "failed", reason, poison: error instanceof PoisonError, setAside };
}

function fields(ports: Ports, { messageId, attempt }: Delivery, seen: Seen): Fields {
  return { messageId, ...seen, attempt, maxAttempts: ports.maxAttempts };
}
