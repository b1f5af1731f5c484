import { unmarshall } from "@aws-sdk/util-dynamodb";
import { MOST_BYTES, outbox } from "../../../functions/outbox/record";

const ENV = { OUTBOX_TABLE: "shop-outbox", SERVICE: "shop", EVENT_TYPES: "order.placed" };
const NOW = Date.parse("2026-01-31T10:00:00Z");
const PLACED = { type: "order.placed", subject: "order/o-1", sequence: 1, data: { total: 5 } };

const { record } = outbox({ ...ENV, OUTBOX_KEEP_DAYS: "7" }, () => NOW);

test("an event is an item under its subject and sequence, which nobody has yet", () => {
  const { Put } = record(PLACED);
  expect(Put).toMatchObject({
    TableName: "shop-outbox",
    ConditionExpression: "attribute_not_exists(#subject)",
    ExpressionAttributeNames: { "#subject": "subject" },
  });
  const { event, ...item } = unmarshall(Put?.Item ?? {});
  expect(item).toEqual({
    ...{ subject: "order/o-1", sequence: 1, type: "order.placed" },
    ttl: NOW / 1_000 + 7 * 86_400,
  });
  expect(JSON.parse(String(event))).toEqual({
    ...{ specversion: "1.0", id: "order/o-1/1", source: "shop", type: "order.placed" },
    ...{ subject: "order/o-1", sequence: "0000000001", time: "2026-01-31T10:00:00.000Z" },
    data: { total: 5 },
  });
});

test("where the outbox keeps events for ever, nothing says when to delete them", () => {
  const { Put } = outbox(ENV, () => NOW).record(PLACED);
  expect(unmarshall(Put?.Item ?? {})).not.toHaveProperty("ttl");
});

test("what could never be published is refused before it is written", () => {
  expect(() => record({ ...PLACED, type: "order.sent" })).toThrow(
    new RangeError('type: expected an event that shop publishes (order.placed), got "order.sent"'),
  );
  expect(() => record({ ...PLACED, sequence: 0 })).toThrow(
    new RangeError("sequence: expected a whole number of 1 to 10 digits, from 1 on, got 0"),
  );
  expect(() => record({ ...PLACED, time: "yesterday" })).toThrow(
    new RangeError(
      'time: expected a time of RFC 3339 such as 2026-01-31T10:00:00Z, got "yesterday"',
    ),
  );
  expect(() => record({ ...PLACED, data: { text: "x".repeat(MOST_BYTES) } })).toThrow(
    /^event: expected at most 261120 bytes, got \d+$/,
  );
});

test("code of a service without an outbox is told so", () => {
  expect(() => outbox({ SERVICE: "shop" })).toThrow(
    "environment of the function: missing: OUTBOX_TABLE; it is there where the service declares an `outbox`",
  );
});
