import { dev } from "../../../environments/dev";
import { prod } from "../../../environments/prod";
import type { OutboxDeclaration, ServiceDeclaration } from "../../../model/declaration";
import type { EnvironmentDeclaration } from "../../../model/environment";
import { problemsOf, settle } from "../../../model/settle";
import { PUBLISHER, SHOP } from "../../constructs/support/events";
import { onGoogle } from "../fixtures";

const said = (change: Partial<Record<keyof ServiceDeclaration, unknown>>): string[] =>
  problemsOf({ ...dev, services: [{ ...SHOP, ...change } as ServiceDeclaration] }).map(
    ({ path, message }) => `${path}: ${message}`,
  );

const settled = (
  outbox: OutboxDeclaration | undefined,
  environment: EnvironmentDeclaration = dev,
) => settle({ ...environment, services: [{ ...SHOP, outbox: outbox! }] }).services[0]?.outbox;

test("an outbox says nothing and has all that it needs", () => {
  expect(settled({})).toEqual({
    ...{ code: "functions/outbox", keepDays: 7, giveUpAfterSeconds: 21_600 },
    ...{ logRetentionDays: 30, deletionProtection: false },
  });
  expect(settled({}, { ...prod, name: "prod" })).toMatchObject({
    ...{ logRetentionDays: 90, deletionProtection: true },
  });
});

test("each of it can be said otherwise", () => {
  expect(
    settled({ keep: "forever", giveUpAfter: "1h", code: "functions/relay", logRetention: "7d" }),
  ).toEqual({
    ...{ code: "functions/relay", keepDays: undefined, giveUpAfterSeconds: 3_600 },
    ...{ logRetentionDays: 7, deletionProtection: false },
  });
});

test("a service without one publishes events itself", () => {
  const [service] = settle({ ...dev, services: [PUBLISHER] }).services;
  expect(service?.outbox).toBe(undefined);
});

test("what is no outbox is told", () => {
  expect(
    said({ outbox: { keep: "0d", giveUpAfter: "2d", code: "Relay", table: "orders" } }),
  ).toEqual([
    'shop.outbox.keep: expected a number of days from "2d" to "365d" or "forever", got "0d"',
    'shop.outbox.giveUpAfter: expected a duration from "1m" to "12h", got "2d"',
    'shop.outbox.code: expected a folder of the repository such as functions/orders, got "Relay"',
    "shop.outbox.table: expected no such property; remove it or correct its name",
  ]);
});

test("what is given up is still in the table for a day, and the stream still holds it", () => {
  expect(said({ outbox: { keep: "1d", giveUpAfter: "1d" } })).toEqual([
    'shop.outbox.keep: expected a number of days from "2d" to "365d" or "forever", got "1d"',
    'shop.outbox.giveUpAfter: expected a duration from "1m" to "12h", got "1d"',
  ]);
  expect(settled({ keep: "2d", giveUpAfter: "12h" })).toMatchObject({
    ...{ keepDays: 2, giveUpAfterSeconds: 43_200 },
  });
});

test("nothing leaves through the outbox of a service that publishes nothing", () => {
  expect(said({ publishes: {} })).toEqual([
    "shop.outbox: expected a service that publishes events, which would leave through it; say in `publishes` which, or leave `outbox` out",
  ]);
});

test("an outbox leads to the bus and to no topic", () => {
  const schema = { type: "object" };
  expect(said({ publishes: { moved: { schema, via: "orderedTopic" }, paid: { schema } } })).toEqual(
    [
      'shop.publishes.moved.via: expected "bus", which is where the outbox of the service leads; publish the event from a service without an `outbox`, or leave `via` out, got "orderedTopic"',
    ],
  );
});

test("no store is called as the outbox's table is", () => {
  expect(said({ stores: { ...SHOP.stores, outbox: { kind: "object" } } })).toEqual([
    'shop.stores.outbox: expected another name, since the table of the service\'s outbox is called so, got "outbox"',
  ]);
});

test("on Google Cloud there is none", () => {
  expect(onGoogle("outbox", {})).toEqual([
    "orders.outbox: expected none on Google Cloud (dev-gcp), where events between services are not built yet (docs/clouds.md); list the service in environments on AWS only, got an outbox",
  ]);
});
