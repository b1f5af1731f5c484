import fc from "fast-check";
import type { Delivery } from "../../../functions/orders/handler";
import type { Outcome } from "../../../functions/orders/outcome";
import type { OrderRecord } from "../../../functions/orders/record";
import type { PutResult, Store } from "../../../functions/orders/store/store";
import { event, SOURCE } from "./support/events";
import { MemoryStore, setUp, type Fault } from "./support/memory";

const MAX_ATTEMPTS = 3;

/** What becomes of one delivery, beside what the store does. */
type Fate = "acknowledged" | "crashBeforeAcknowledgement" | "acknowledgementLost";

interface Step {
  readonly pick: number;
  /** Deliveries in flight at the same time; the same message may be among them twice. */
  readonly width: number;
  readonly fault: Fault;
  readonly fate: Fate;
}

interface Message {
  readonly messageId: string;
  readonly event: number;
  received: number;
}

/** A queue as SQS and Pub/Sub promise it: at least once, in no order, aside after the last attempt. */
class Queue {
  readonly acknowledged: Message[] = [];
  readonly deadLetters: Message[] = [];

  constructor(readonly waiting: Message[]) {}

  take(pick: number): Message | undefined {
    return this.waiting[pick % Math.max(1, this.waiting.length)];
  }

  settle(message: Message, outcome: Outcome, fate: Fate): void {
    const at = this.waiting.indexOf(message);
    if (at < 0) return;
    const done = outcome.status !== "failed" && fate === "acknowledged";
    if (!done && message.received < MAX_ATTEMPTS) return;
    this.waiting.splice(at, 1);
    (done ? this.acknowledged : this.deadLetters).push(message);
  }
}

/** Lets the scheduler decide when each call takes effect and when its answer arrives. */
function scheduled(store: MemoryStore, scheduler: fc.Scheduler): Store {
  return {
    async putOnce(record: OrderRecord): Promise<PutResult> {
      await scheduler.schedule(Promise.resolve(), "request");
      const [result] = await Promise.allSettled([store.putOnce(record)]);
      await scheduler.schedule(Promise.resolve(), "answer");
      if (result.status === "rejected") throw result.reason;
      return result.value;
    },
  };
}

const step: fc.Arbitrary<Step> = fc.record({
  pick: fc.nat(50),
  width: fc.integer({ min: 1, max: 4 }),
  fault: fc.constantFrom<Fault>("none", "none", "timeoutBeforeWrite", "timeoutAfterWrite"),
  fate: fc.constantFrom<Fate>("acknowledged", "crashBeforeAcknowledgement", "acknowledgementLost"),
});

const published = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 });

const toMessages = (events: readonly number[]): Message[] =>
  events.map((n, i) => ({ messageId: `message-${i}`, event: n, received: 0 }));

const toDelivery = (message: Message): Delivery => ({
  messageId: message.messageId,
  body: event(message.event),
  attempt: message.received,
});

async function onceEach(events: readonly number[]): Promise<Map<string, OrderRecord>> {
  const store = new MemoryStore();
  const { handle } = setUp(store);
  for (const n of new Set(events)) await handle({ messageId: "once", body: event(n), attempt: 1 });
  return store.records;
}

async function run(queue: Queue, store: MemoryStore, steps: readonly Step[], s: fc.Scheduler) {
  // A new handler for every step: a crash loses whatever a process remembers.
  for (const { pick, width, fault, fate } of steps) {
    const { handle } = setUp(scheduled(store, s), MAX_ATTEMPTS);
    const taken = Array.from({ length: width }, (_, i) => queue.take(pick + i)).filter((m) => !!m);
    store.faults = [fault];
    const all = taken.map(async (message) => {
      message.received += 1;
      queue.settle(message, await handle(toDelivery(message)), fate);
    });
    await s.waitFor(Promise.all(all));
  }
}

const keys = (messages: readonly Message[]) =>
  new Set(messages.map((message) => `${SOURCE}|event-${message.event}`));

test("under every schedule of deliveries, crashes and timeouts nothing acknowledged is lost", async () => {
  const steps = fc.array(step, { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(published, steps, fc.scheduler(), async (events, schedule, s) => {
      const [queue, store] = [new Queue(toMessages(events)), new MemoryStore()];
      await run(queue, store, schedule, s);

      const wanted = await onceEach(events);
      for (const key of keys(queue.acknowledged)) expect(store.records.has(key)).toBe(true);
      for (const [key, record] of store.records) expect(record).toEqual(wanted.get(key));
      expect(store.writes).toBe(store.records.size);
      // No message disappears: it waits, or is acknowledged, or is a dead letter.
      const everywhere = [...queue.waiting, ...queue.acknowledged, ...queue.deadLetters];
      expect(everywhere.map(({ messageId }) => messageId).sort()).toEqual(
        toMessages(events).map(({ messageId }) => messageId),
      );
    }),
    { numRuns: 300 },
  );
});

test("once the store is well and dead letters are redriven, each event was handled once", async () => {
  const steps = fc.array(step, { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(published, steps, fc.scheduler(), async (events, schedule, s) => {
      const [queue, store] = [new Queue(toMessages(events)), new MemoryStore()];
      await run(queue, store, schedule, s);

      const redriven = queue.deadLetters.map((message) => ({ ...message, received: 0 }));
      const rest = new Queue([...queue.waiting.map((m) => ({ ...m, received: 0 })), ...redriven]);
      const well: Step = { pick: 0, width: 1, fault: "none", fate: "acknowledged" };
      await run(rest, store, Array<Step>(rest.waiting.length).fill(well), s);

      expect(rest.waiting).toEqual([]);
      expect(store.records).toEqual(
        new Map([...(await onceEach(events))].sort(byPosition(store.records))),
      );
      expect(store.writes).toBe(new Set(events).size);
    }),
    { numRuns: 300 },
  );
});

function byPosition(order: ReadonlyMap<string, unknown>) {
  const positions = [...order.keys()];
  return ([a]: [string, unknown], [b]: [string, unknown]) =>
    positions.indexOf(a) - positions.indexOf(b);
}
