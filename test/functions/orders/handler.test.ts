import type { OrderRecord } from "../../../functions/orders/record";
import { delivery, event, order, SOURCE } from "./support/events";
import { MemoryStore, NOW, setUp, type Fault } from "./support/memory";

const processed = { status: "processed" };
const duplicate = { status: "duplicate" };
const timedOut = {
  status: "failed",
  reason: "the state store failed: TimeoutError",
  poison: false,
  setAside: false,
};

function withFaults(...faults: Fault[]) {
  const store = new MemoryStore();
  store.faults = faults;
  return { store, ...setUp(store) };
}

describe("a delivery", () => {
  test("records the order and the proof of its handling in one item", async () => {
    const { store, handle } = withFaults();
    await expect(handle(delivery(event(1)))).resolves.toEqual(processed);
    expect([...store.records.values()]).toEqual<OrderRecord[]>([
      {
        eventId: `${SOURCE}|event-1`,
        id: "event-1",
        source: SOURCE,
        type: "com.example.orders.order.placed.v1",
        time: "2026-01-15T09:30:00.000Z",
        order: order(1),
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        ttl: NOW / 1000 + 90 * 86_400,
      },
    ]);
  });

  test.each([2, 10, 100])("of the same event %i times, one by one, writes once", async (times) => {
    const { store, handle } = withFaults();
    const statuses = [];
    for (let i = 0; i < times; i += 1) statuses.push((await handle(delivery(event(1)))).status);
    expect(statuses).toEqual(["processed", ...Array(times - 1).fill("duplicate")]);
    expect(store.writes).toBe(1);
  });

  test.each([2, 10, 100])("of the same event %i times at once writes once", async (times) => {
    const { store, handle } = withFaults();
    const outcomes = await Promise.all(
      Array.from({ length: times }, () => handle(delivery(event(1)))),
    );
    expect(outcomes.filter(({ status }) => status === "processed")).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === "duplicate")).toHaveLength(times - 1);
    expect(store.writes).toBe(1);
  });

  test("of events out of order leaves the state that their order would", async () => {
    const [inOrder, reversed] = [withFaults(), withFaults()];
    for (const n of [1, 2, 3]) await inOrder.handle(delivery(event(n)));
    for (const n of [3, 1, 3, 2, 1]) await reversed.handle(delivery(event(n)));
    expect(new Map([...reversed.store.records].sort())).toEqual(inOrder.store.records);
  });

  test("whose acknowledgement was lost is acknowledged when it comes again", async () => {
    const { store, handle } = withFaults();
    await handle(delivery(event(1), 1)); // the process dies here: nobody sees the outcome
    const another = setUp(store);
    await expect(another.handle(delivery(event(1), 2))).resolves.toEqual(duplicate);
    expect(store.writes).toBe(1);
  });

  test("that timed out before the write is not acknowledged, and is written next time", async () => {
    const { store, handle } = withFaults("timeoutBeforeWrite");
    await expect(handle(delivery(event(1), 1))).resolves.toEqual(timedOut);
    expect(store.writes).toBe(0);
    await expect(handle(delivery(event(1), 2))).resolves.toEqual(processed);
    expect(store.writes).toBe(1);
  });

  test("that timed out after the write is not acknowledged, and is not written twice", async () => {
    const { store, handle } = withFaults("timeoutAfterWrite");
    await expect(handle(delivery(event(1), 1))).resolves.toEqual(timedOut);
    await expect(handle(delivery(event(1), 2))).resolves.toEqual(duplicate);
    expect(store.writes).toBe(1);
  });
});

describe("the identity of an event", () => {
  test("is source and id: the same id from another source is another event", async () => {
    const { store, handle } = withFaults();
    await expect(handle(delivery(event(1, { source: "/shop/a" })))).resolves.toEqual(processed);
    await expect(handle(delivery(event(1, { source: "/shop/b" })))).resolves.toEqual(processed);
    expect([...store.records.keys()]).toEqual(["/shop/a|event-1", "/shop/b|event-1"]);
  });

  test("used again for another order is refused, not swallowed as a duplicate", async () => {
    const { store, handle } = withFaults();
    await handle(delivery(event(1)));
    await expect(handle(delivery(event(1, { data: order(2) })))).resolves.toEqual({
      status: "failed",
      reason: "source and id were used before for another order",
      poison: true,
      setAside: false,
    });
    expect(store.records.get(`${SOURCE}|event-1`)?.order).toEqual(order(1));
  });

  test("holds when the producer writes the same order with its members in another order", async () => {
    const { handle } = withFaults();
    const { orderId, ...rest } = order(1);
    await handle(delivery(event(1)));
    const again = event(1, { data: { ...rest, orderId }, time: "2026-01-15T09:31:00Z" });
    await expect(handle(delivery(again))).resolves.toEqual(duplicate);
  });
});

describe("the log", () => {
  test("marks the last attempt, and only that, as set aside", async () => {
    const { handle, logged } = withFaults(...Array<Fault>(3).fill("timeoutBeforeWrite"));
    const outcomes = [];
    for (const attempt of [1, 2, 3]) outcomes.push(await handle(delivery(event(1), attempt)));
    expect(outcomes).toEqual([timedOut, timedOut, { ...timedOut, setAside: true }]);
    expect(logged().map(({ level, setAside }) => ({ level, setAside }))).toEqual([
      { level: "WARN", setAside: false },
      { level: "WARN", setAside: false },
      { level: "ERROR", setAside: true },
    ]);
  });

  test("of a failure is one whole line", async () => {
    const { handle, logged } = withFaults();
    await handle(delivery(event(7, { type: "com.example.other" }), 3));
    expect(logged()).toEqual([
      {
        timestamp: "2026-01-15T09:30:00.000Z",
        level: "ERROR",
        message: "message set aside: last attempt failed, it is now a dead letter",
        service: "orders",
        messageId: "message-1",
        eventId: `${SOURCE}|event-7`,
        attempt: 3,
        maxAttempts: 3,
        setAside: true,
        reason: "type: expected com.example.orders.order.placed.v1",
      },
    ]);
  });

  test("carries the trace of the event rather than that of the carrier", async () => {
    const { handle, logged } = withFaults();
    const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    const carrier = { traceId: "c".repeat(32), spanId: "d".repeat(16), sampled: false };
    await handle({ ...delivery(event(1, { traceparent })), trace: carrier });
    await handle({ ...delivery(event(2, { traceparent: "garbage" })), trace: carrier });
    expect(logged()).toMatchObject([
      {
        trace_id: "4bf92f3577b34da6a3ce929d0e0e4736",
        span_id: "00f067aa0ba902b7",
        trace_flags: "01",
      },
      { trace_id: "c".repeat(32), span_id: "d".repeat(16), trace_flags: "00" },
    ]);
  });
});
