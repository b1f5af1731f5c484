import { join } from "node:path";
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import { outboxEvent } from "../../../functions/outbox/event";
import type { ServiceDeclaration } from "../../../model/declaration";
import { settle } from "../../../model/settle";
import { renderContracts } from "../../../operations/contracts/index_file";
import { renderAsyncApi } from "../../../operations/contracts/asyncapi";
import { withoutApisAtEdge } from "../../model/cells/fleet";
import { inTwo, ready, SINGLE } from "../../model/regions/regions";
import { EVENTFUL, PUBLISHER, SHOP, WAREHOUSE } from "../../constructs/support/events";

const rendered = (service: ServiceDeclaration): string => {
  const [file] = renderAsyncApi(settle({ ...EVENTFUL, services: [service] }));
  expect(file?.path).toBe(`asyncapi/${service.name}.yaml`);
  return file!.text;
};

/** The members that the tests look at. */
interface Document {
  readonly asyncapi: string;
  readonly servers: Readonly<Record<string, unknown>>;
  readonly channels: Readonly<Record<string, Record<string, unknown>>>;
  readonly operations: Readonly<Record<string, unknown>>;
  readonly components: {
    readonly messages: Readonly<Record<string, { readonly payload: object }>>;
  };
}

const documentOf = (service: ServiceDeclaration): Document => parse(rendered(service)) as Document;

/** AsyncAPI's own schema of a document. */
const schema = JSON.parse(
  readFileSync(
    join(require.resolve("@asyncapi/specs/package.json"), "../schemas/3.0.0-without-$id.json"),
    "utf8",
  ),
) as object;

test("the document is AsyncAPI 3.0 by its own schema", () => {
  const validate = addFormats(new Ajv({ strict: false, allErrors: true })).compile(schema);
  for (const service of [PUBLISHER, WAREHOUSE, SHOP]) {
    validate(documentOf(service));
    expect(validate.errors).toBeNull();
  }
  expect(validate({ ...documentOf(PUBLISHER), operations: { a: { action: "tell" } } })).toBe(false);
});

test("events of the bus are sent to the bus of the cell", () => {
  const { servers, channels, operations } = documentOf(PUBLISHER);
  expect(servers).toEqual({
    bus: {
      host: "events.us-east-1.amazonaws.com",
      protocol: "eventbridge",
      description: "dev-bus, account 123456789012",
    },
  });
  expect(channels).toEqual({
    bus: {
      address: "dev-bus-c01-events",
      description: expect.stringContaining("any order"),
      servers: [{ $ref: "#/servers/bus" }],
      messages: {
        "order.cancelled": { $ref: "#/components/messages/order.cancelled" },
        "order.placed": { $ref: "#/components/messages/order.placed" },
      },
    },
  });
  expect(operations["order.placed"]).toEqual({
    action: "send",
    channel: { $ref: "#/channels/bus" },
    messages: [{ $ref: "#/channels/bus/messages/order.placed" }],
  });
});

test("of a publisher in two regions it names what is in the first, and says so", () => {
  const second = {
    second: "us-west-2",
    mode: "activeActive",
    services: { storefront: {} },
  } as const;
  const services = withoutApisAtEdge([PUBLISHER]).map(ready);
  const [file] = renderAsyncApi(settle(inTwo(second, { ...SINGLE, services })));
  expect((parse(file!.text) as Document).servers).toEqual({
    bus: {
      host: "events.us-east-1.amazonaws.com",
      protocol: "eventbridge",
      description:
        "dev-two, account 123456789012; of the first of two regions: what is published in the second is heard there alone",
    },
  });
});

test("events of topics are sent to the service's topics, of which one keeps order", () => {
  const { channels, servers } = documentOf(WAREHOUSE);
  expect(Object.keys(servers)).toEqual(["orderedTopic", "topic"]);
  expect(channels.topic).toMatchObject({
    address: "dev-bus-c01-warehouse-events",
    bindings: { sns: { name: "dev-bus-c01-warehouse-events" } },
    messages: { "price.changed": {} },
  });
  expect(channels.orderedTopic).toMatchObject({
    address: "dev-bus-c01-warehouse-events.fifo",
    bindings: { sns: { name: "dev-bus-c01-warehouse-events.fifo", ordering: { type: "FIFO" } } },
    messages: { "stock.moved": {} },
  });
});

test("a message is the CloudEvent that reaches who subscribes", () => {
  const { payload } = documentOf(PUBLISHER).components.messages["order.placed"]!;
  const takes = addFormats(new Ajv({ strict: false })).compile(payload);
  const event = {
    ...{ specversion: "1.0", id: "a", source: "storefront", type: "order.placed" },
    ...{ time: "2026-01-31T10:00:00Z", data: { order: "o-1", total: 5, customer: {} } },
  };
  expect(takes(event)).toBe(true);
  for (const wrong of [
    { source: "warehouse" },
    { type: "order.cancelled" },
    { id: "" },
    { time: "yesterday" },
    { data: { order: "o-1" } },
    { data: undefined },
  ])
    expect([wrong, takes({ ...event, ...wrong })]).toEqual([wrong, false]);
});

test("an event that leaves through an outbox says which event of what it is", () => {
  const { payload } = documentOf(SHOP).components.messages["order.cancelled"]!;
  const takes = addFormats(new Ajv({ strict: false })).compile(payload);
  const data = { order: "o-1", customer: "c-1" };
  const happened = { type: "order.cancelled", subject: "order/o-1", sequence: 2, data };
  const event = outboxEvent(happened, "shop", () => 0);
  expect(takes(event)).toBe(true);
  for (const wrong of [
    { subject: "" },
    { subject: undefined },
    { sequence: "2" },
    { sequence: undefined },
  ])
    expect([wrong, takes({ ...event, ...wrong })]).toEqual([wrong, false]);
});

test("a service that tells nobody has none, and one that subscribes has none of others' events", () => {
  const files = renderContracts(settle(EVENTFUL));
  expect(files.map(({ path }) => path)).toEqual([
    "openapi/storefront.yaml",
    "asyncapi/storefront.yaml",
    "contracts.json",
  ]);
  expect(JSON.parse(files[2]!.text)).toMatchObject({
    contracts: [
      { service: "storefront", from: "generated", file: "openapi/storefront.yaml" },
      { service: "storefront", from: "generated", file: "asyncapi/storefront.yaml" },
    ],
  });
});
