import { dev } from "../../../environments/dev";
import type { ServiceDeclaration } from "../../../model/declaration";
import type { EnvironmentDeclaration } from "../../../model/environment";
import { isEventDriven, isOrdered } from "../../../model/service";
import { problemsOf, settle } from "../../../model/settle";
import { LEDGER, PRICES, subscriber, TOPICAL, WAREHOUSE } from "../../constructs/support/events";
import { onAws, onGoogle } from "../fixtures";

const said = (...services: readonly ServiceDeclaration[]): string[] => {
  const environment: EnvironmentDeclaration = { ...dev, services };
  return problemsOf(environment).map(({ path, message }) => `${path}: ${message}`);
};

test("events of one service come by what carries each", () => {
  const both = subscriber("both", {
    subscribes: [{ service: "shop", filter: {} }],
  });
  const publishes = {
    paid: { schema: { type: "object" }, via: "topic" },
    kept: { schema: { type: "object" } },
    asked: { schema: { type: "object" }, via: "topic" },
  } as const;
  const [service] = settle({
    ...dev,
    services: [both, { ...WAREHOUSE, name: "shop", publishes }],
  }).services;
  expect(isEventDriven(service!) && service.workload.subscriptions).toEqual([
    { service: "shop", via: "bus", events: ["kept"], filter: {} },
    { service: "shop", via: "topic", events: ["asked", "paid"], filter: {} },
  ]);
});

test("an ordered queue hands over up to 10 messages without waiting", () => {
  const [ledger] = settle(TOPICAL).services;
  expect(isOrdered(ledger!)).toBe(true);
  expect(isEventDriven(ledger!) && ledger.workload.queue).toMatchObject({
    ...{ ordered: true, batchSize: 10, batchWindowSeconds: 0, visibilityTimeoutSeconds: 360 },
  });
});

test("an ordered queue knows neither larger batches nor a window", () => {
  expect(onAws("workload.queue", { ordered: true, batch: { size: 11, window: "1s" } })).toEqual([
    "orders.workload.queue.batch.size: expected at most 10, the most that is taken from an ordered queue at once, got 11",
    'orders.workload.queue.batch.window: expected "0s" or nothing: from an ordered queue messages are taken as soon as they are there, got "1s"',
  ]);
});

test("an ordered queue is a problem on Google Cloud", () => {
  expect(onGoogle("workload.queue.ordered", true)).toEqual([
    "orders.workload.queue.ordered: expected false on Google Cloud (dev-gcp), where ordered subscriptions are not built yet (docs/clouds.md), got true",
  ]);
  expect(onGoogle("workload.queue.ordered", false)).toEqual([]);
});

test("an ordered queue takes from ordered topics alone, and they end in no other", () => {
  const { workload } = LEDGER;
  expect(said(WAREHOUSE, { ...LEDGER, workload: { ...workload, queue: {} } as never })).toEqual([
    'ledger.workload.subscribes[0].events: expected no events of ordered topics, as the queue is not ordered: warehouse publishes stock.moved via "orderedTopic"; subscribe to others, or give the queue `ordered: true`',
  ]);
  const ordered = { ...PRICES.workload, queue: { ordered: true } };
  expect(said(WAREHOUSE, { ...PRICES, workload: ordered as never })).toEqual([
    'prices.workload.subscribes[0].events: expected events of ordered topics, as the queue is ordered: warehouse publishes price.changed via "topic", which keeps no order; subscribe to others, or leave the queue\'s `ordered` out',
  ]);
});

test("a filter on events of a topic is within what SNS allows", () => {
  const filtered = (filter: Readonly<Record<string, readonly string[]>>) =>
    said(
      {
        ...WAREHOUSE,
        publishes: { "price.changed": { schema: { type: "object" }, via: "topic" } },
      },
      subscriber("prices", { subscribes: [{ service: "warehouse", filter }] }),
    );
  const one = ["x"];
  expect(filtered({ a: one, b: one, c: one, d: one, e: one })).toEqual([
    "prices.workload.subscribes[0].filter: expected at most 4 fields for events of a topic, got 5",
  ]);
  expect(filtered({ a: ["1", "2", "3", "4", "5"], "b.c": ["1", "2", "3", "4", "5", "6"] })).toEqual(
    [
      "prices.workload.subscribes[0].filter: expected at most 150 combinations for events of a topic (events x values x how deep their field lies, for each field), got 180; filter by fewer",
    ],
  );
  expect(filtered({ a: ["1", "2", "3", "4", "5"], "b.c": ["1", "2", "3", "4", "5"] })).toEqual([]);
});

test("what carries an event is one of three", () => {
  const publishes = { paid: { schema: { type: "object" }, via: "queue" } };
  expect(said({ ...WAREHOUSE, publishes: publishes as never })).toEqual([
    'warehouse.publishes.paid.via: expected "bus" or "topic" or "orderedTopic", got "queue"',
  ]);
});
