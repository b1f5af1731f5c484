import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { identity, PoisonError, readEnvelope } from "../../../functions/orders/envelope";
import { accept } from "../../../functions/orders/record";
import { event, order, SOURCE } from "./support/events";

const EXAMPLE = join(__dirname, "../../../functions/orders/examples/order-placed.json");

function messageOf(body: string): string {
  try {
    accept(readEnvelope(body));
  } catch (error) {
    if (error instanceof PoisonError) return error.message;
    throw error;
  }
  return "accepted";
}

const NOT = "not a CloudEvents 1.0 event:";

describe("an event", () => {
  test("of the example is accepted", () => {
    expect(messageOf(readFileSync(EXAMPLE, "utf8"))).toBe("accepted");
  });

  test("made by the CloudEvents SDK is read whole", () => {
    const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    expect(readEnvelope(event(1, { traceparent }))).toEqual({
      id: "event-1",
      source: SOURCE,
      type: "com.example.orders.order.placed.v1",
      time: "2026-01-15T09:30:00.000Z",
      traceparent,
      data: order(1),
    });
  });

  test("may carry its JSON as data_base64", () => {
    const data_base64 = Buffer.from(JSON.stringify(order(1))).toString("base64");
    expect(messageOf(event(1, { data: undefined, data_base64 }))).toBe("accepted");
  });

  test.each([
    ["extensions", { partitionkey: "a", sequence: 7, sampledrate: true }],
    ["an attribute that is null, the same as absent", { subject: null, dataschema: null }],
    ["a media type with a parameter", { datacontenttype: "application/json; charset=utf-8" }],
    ["a structured suffix", { datacontenttype: "application/vnd.shop.order+json" }],
    ["a relative source", { source: "/shop/checkout?region=eu#1" }],
    ["members the schema does not know", { data: { ...order(1), loyalty: "gold" } }],
  ])("with %s is accepted", (_what, changes) => {
    expect(messageOf(event(1, changes))).toBe("accepted");
  });
});

describe("a message that is no event is refused", () => {
  test.each([
    ["no JSON", "{secret", `${NOT} not JSON`],
    ["a batch", "[]", `${NOT} a batch, expected one event in a message`],
    ["null", "null", `${NOT} expected a JSON object`],
    ["a string", '"event"', `${NOT} expected a JSON object`],
    [
      "an empty object",
      "{}",
      `${NOT} specversion: expected "1.0"; id: expected a string of 1 to 256 characters; ` +
        "source: expected a URI reference of 1 to 512 characters; " +
        "type: expected a string of 1 to 256 characters; data: expected the order",
    ],
  ])("%s", (_what, body, message) => {
    expect(messageOf(body)).toBe(message);
  });

  const ID = "id: expected a string of 1 to 256 characters";
  const URI = "source: expected a URI reference of 1 to 512 characters";
  test.each<[string, Record<string, unknown>, string]>([
    ["specversion 0.3", { specversion: "0.3" }, 'specversion: expected "1.0"'],
    ["an empty id", { id: "" }, ID],
    ["a null id", { id: null }, ID],
    ["a numeric id", { id: 1 }, ID],
    ["a long id", { id: "x".repeat(257) }, ID],
    ["a control character in the id", { id: "a\u0000" }, ID],
    ["a lone surrogate in the id", { id: "a\ud800" }, ID],
    ["an empty source", { source: "" }, URI],
    ["a space in the source", { source: "my shop" }, URI],
    ["a bar in the source", { source: "a|b" }, URI],
    ["no type", { type: undefined }, "type: expected a string of 1 to 256 characters"],
    ["a local time", { time: "15.1.2026" }, "time: expected an RFC 3339 timestamp"],
    [
      "a media type other than JSON",
      { datacontenttype: "text/xml" },
      "datacontenttype: expected a JSON media type",
    ],
    ["a relative schema", { dataschema: "order.json" }, "dataschema: expected an absolute URI"],
    ["an empty subject", { subject: "" }, "subject: expected a string of 1 character or more"],
    ["data twice", { data_base64: "e30=" }, "data and data_base64: expected only one of them"],
    ["no data", { data: undefined }, "data: expected the order"],
    [
      "data_base64 of another type",
      { data: undefined, data_base64: 1 },
      "data_base64: expected a string",
    ],
    [
      "data_base64 that is no JSON",
      { data: undefined, data_base64: "e30" + "e30=" },
      "data_base64: expected JSON in base64",
    ],
    [
      "an extension in capitals",
      { MyExt: "a" },
      "1 extension(s) with a name other than a-z and 0-9",
    ],
    [
      "an extension with structure",
      { myext: {} },
      "1 extension(s) that are no string, boolean or integer",
    ],
    [
      "an extension with a fraction",
      { myext: 1.5 },
      "1 extension(s) that are no string, boolean or integer",
    ],
  ])("%s", (_what, changes, problem) => {
    expect(messageOf(event(1, changes))).toBe(`${NOT} ${problem}`);
  });

  test.each<[string, Record<string, unknown>, string]>([
    [
      "another type",
      { type: "com.example.orders.order.placed.v2" },
      "type: expected com.example.orders.order.placed.v1",
    ],
    ["an order that is null", { data: null }, "not an order: data: expected object"],
    [
      "no order id",
      { data: { ...order(1), orderId: undefined } },
      "not an order: data.orderId: expected string",
    ],
    [
      "an empty customer",
      { data: { ...order(1), customerId: "" } },
      "not an order: data.customerId: expected at least 1",
    ],
    [
      "a long customer",
      { data: { ...order(1), customerId: "x".repeat(129) } },
      "not an order: data.customerId: expected at most 128",
    ],
    [
      "a currency in words",
      { data: { ...order(1), currency: "euro" } },
      "not an order: data.currency: expected three capital letters (ISO 4217)",
    ],
    [
      "a total in fractions",
      { data: { ...order(1), totalMinor: 0.5 } },
      "not an order: data.totalMinor: expected int",
    ],
    [
      "a negative total",
      { data: { ...order(1), totalMinor: -1 } },
      "not an order: data.totalMinor: expected at least 0",
    ],
    [
      "no items",
      { data: { ...order(1), items: [] } },
      "not an order: data.items: expected at least 1",
    ],
    [
      "two wrong members of an item",
      { data: { ...order(1), items: [{ sku: "a", quantity: 0, unitPriceMinor: "1" }] } },
      "not an order: data.items.0.quantity: expected at least 1; data.items.0.unitPriceMinor: expected number",
    ],
  ])("%s", (_what, changes, message) => {
    expect(messageOf(event(1, changes))).toBe(message);
  });
});

test("whatever is sent is accepted or refused with a reason, and never fails otherwise", () => {
  const json = fc.json({ depthSize: "small" });
  const changed = fc.dictionary(fc.string(), fc.jsonValue()).map((changes) => event(1, changes));
  const near = fc
    .record(
      { id: fc.jsonValue(), source: fc.jsonValue(), data: fc.jsonValue() },
      { requiredKeys: [] },
    )
    .map((changes) => event(1, changes));
  fc.assert(
    fc.property(fc.oneof(fc.string(), json, changed, near), (body) => {
      expect(messageOf(body)).toMatch(/^(accepted|not a CloudEvents|not an order|type: expected)/);
    }),
  );
});

test("no two pairs of source and id share an identity", () => {
  const source = fc.webUrl({ withQueryParameters: true, withFragments: true });
  const pair = fc.record({ source, id: fc.string({ minLength: 1 }) });
  fc.assert(
    fc.property(pair, pair, (a, b) => {
      const same = a.source === b.source && a.id === b.id;
      expect(identity(a) === identity(b)).toBe(same);
    }),
  );
});
