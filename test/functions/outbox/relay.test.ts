import type { DynamoDBRecord } from "aws-lambda";
import { outboxEvent } from "../../../functions/outbox/event";
import { createRelay, type Publish } from "../../../functions/outbox/relay";

const happened = (sequence: number, data: object = {}) =>
  outboxEvent({ type: "order.placed", subject: "order/o-1", sequence, data }, "shop", () => 0);

const record = (number: number, event: unknown): DynamoDBRecord => ({
  eventName: "INSERT",
  dynamodb: {
    SequenceNumber: String(number),
    NewImage: { event: { S: typeof event === "string" ? event : JSON.stringify(event) } },
  },
});

const records = (count: number, data: object = {}) =>
  Array.from({ length: count }, (_, index) => record(100 + index, happened(index + 1, data)));

/** Relays to a bus that takes what `refuses` does not give a reason against. */
async function relayed(all: DynamoDBRecord[], refuses: (id: string) => string | undefined) {
  const requests: string[][] = [];
  const lines: object[] = [];
  const publish: Publish = (entries) => {
    const ids = entries.map(({ Detail: detail }) => (JSON.parse(detail!) as { id: string }).id);
    requests.push(ids);
    return Promise.resolve(ids.map(refuses));
  };
  const relay = createRelay("bus", publish, (line) => lines.push(line));
  const { batchItemFailures } = await relay({ Records: all });
  const failures = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return { requests, lines, failures };
}

const takesAll = () => undefined;

test("events go to the bus in order, ten in a request, as they were written", async () => {
  const { requests, failures } = await relayed(records(12), takesAll);
  expect(requests.map((request) => request.length)).toEqual([10, 2]);
  expect(requests.flat()).toEqual(records(12).map((_, index) => `order/o-1/${index + 1}`));
  expect(failures).toEqual([]);
});

test("an entry says who publishes what and when, and holds the CloudEvent", async () => {
  const entries: unknown[] = [];
  const relay = createRelay(
    "bus",
    (all) => Promise.resolve((entries.push(...all), all.map(takesAll))),
    () => undefined,
  );
  await relay({ Records: records(1) });
  expect(entries).toEqual([
    {
      ...{ EventBusName: "bus", Source: "shop", DetailType: "order.placed" },
      ...{ Time: new Date(0), Detail: JSON.stringify(happened(1)) },
    },
  ]);
});

test("a request holds no more than EventBridge takes", async () => {
  const { requests } = await relayed(records(5, { text: "x".repeat(100_000) }), takesAll);
  expect(requests.map((request) => request.length)).toEqual([2, 2, 1]);
});

test("from the first that was not taken on, all come again", async () => {
  const refused = await relayed(records(12), (id) =>
    id === "order/o-1/3" ? "InternalFailure" : undefined,
  );
  expect(refused.failures).toEqual(["102"]);
  expect(refused.requests).toHaveLength(1);
  expect(refused.lines.at(-1)).toEqual({
    ...{ level: "ERROR", message: "event not taken: it is sent again, and all after it" },
    ...{ reason: "InternalFailure", source: "shop", type: "order.placed", id: "order/o-1/3" },
  });
});

test("a request that is denied for one entry is sent one by one: those before it are taken, and it is named", async () => {
  const lines: object[] = [];
  const requests: string[][] = [];
  const relay = createRelay(
    "bus",
    (entries) => {
      const ids = entries.map(({ Detail: detail }) => (JSON.parse(detail!) as { id: string }).id);
      requests.push(ids);
      return ids.includes("order/o-1/3")
        ? Promise.reject(Object.assign(new Error("secret"), { name: "AccessDeniedException" }))
        : Promise.resolve(ids.map(takesAll));
    },
    (line) => lines.push(line),
  );
  const ids = ["order/o-1/1", "order/o-1/2", "order/o-1/3"];
  const event = { source: "shop", type: "order.placed" };
  expect(await relay({ Records: records(3) })).toEqual({
    batchItemFailures: [{ itemIdentifier: "102" }],
  });
  expect(requests).toEqual([ids, ...ids.map((id) => [id])]);
  expect(lines).toEqual([
    { level: "INFO", message: "event published", ...event, id: ids[0] },
    { level: "INFO", message: "event published", ...event, id: ids[1] },
    {
      ...{ level: "ERROR", message: "event not taken: it is sent again, and all after it" },
      ...{ reason: "AccessDeniedException", ...event, id: ids[2] },
    },
  ]);
});

test("a request that fails as a whole comes again as a whole", async () => {
  const relay = createRelay(
    "bus",
    () => Promise.reject(new TypeError("secret")),
    () => undefined,
  );
  expect(await relay({ Records: records(2) })).toEqual({
    batchItemFailures: [{ itemIdentifier: "100" }],
  });
});

test("an item that holds no event holds up what comes after it, not what came before", async () => {
  const broken = record(101, "no JSON");
  const [before, , after] = records(3);
  const { requests, failures } = await relayed([before!, broken, after!], takesAll);
  expect(requests).toEqual([["order/o-1/1"]]);
  expect(failures).toEqual(["101"]);
});
