import { dev } from "../../../environments/dev";
import { devGcp } from "../../../environments/dev-gcp";
import { prod } from "../../../environments/prod";
import { catalogImages } from "../../../environments/services/catalog-images";
import type { ServiceDeclaration } from "../../../model/declaration";
import type { EnvironmentDeclaration } from "../../../model/environment";
import type { SubscriptionDeclaration } from "../../../model/events/declaration";
import { isEventDriven } from "../../../model/service";
import { problemsOf, settle } from "../../../model/settle";
import { AUDIT, EVENTFUL, ORDER, PUBLISHER, subscriber } from "../../constructs/support/events";
import { changed } from "../fixtures";

const said = (environment: EnvironmentDeclaration): string[] =>
  problemsOf(environment).map(({ path, message }) => `${path}: ${message}`);

const ofPublisher = (path: string, to: unknown): string[] =>
  said({ ...dev, services: [changed(PUBLISHER, path, to) as ServiceDeclaration] });

const ofSubscriber = (...subscribes: readonly unknown[]): string[] =>
  said({
    ...dev,
    services: [
      PUBLISHER,
      subscriber("audit", { subscribes: subscribes as SubscriptionDeclaration[] }),
    ],
  });

test("what is published and who subscribes is settled in the order of names, with all events where none are said", () => {
  const [publisher, audit, concierge] = settle(EVENTFUL).services;
  expect(publisher!.publishes.map(({ name }) => name)).toEqual(["order.cancelled", "order.placed"]);
  expect(isEventDriven(audit!) && audit.workload.subscriptions).toEqual([
    {
      ...{ service: "storefront", via: "bus", filter: {} },
      events: ["order.cancelled", "order.placed"],
    },
  ]);
  expect(isEventDriven(concierge!) && concierge.workload.subscriptions).toEqual([
    {
      ...{ service: "storefront", via: "bus" },
      events: ["order.placed"],
      filter: { "customer.tier": ["gold"], total: [{ minimum: 100, exclusiveMaximum: 10_000 }] },
    },
  ]);
});

test("what was published is kept for 30 days in production, for 7 in development, as declared, or not at all", () => {
  const days = (environment: EnvironmentDeclaration) => settle(environment).eventBus.archiveDays;
  expect(days(prod)).toBe(30);
  expect(days(dev)).toBe(7);
  expect(days({ ...dev, eventBus: { archive: "90d" } })).toBe(90);
  expect(days({ ...dev, eventBus: { archive: "none" } })).toBeUndefined();
  expect(days(devGcp)).toBe(7);
});

test("an archive lasts whole days, up to a year", () => {
  expect(said(changed(dev, "eventBus.archive", "12h") as EnvironmentDeclaration)).toEqual([
    'dev.eventBus.archive: expected a number of days from "1d" to "365d" or "none", got "12h"',
  ]);
});

test("an event has a name of words and a schema of an object", () => {
  expect(ofPublisher("publishes", { Order: { schema: ORDER } })).toEqual([
    'storefront.publishes.Order: expected 2 to 64 lower-case letters, digits, dots and dashes, such as order.placed, got "Order"',
  ]);
  expect(ofPublisher("publishes", [])).toEqual([
    "storefront.publishes: expected an object of events by name",
  ]);
  expect(ofPublisher("publishes", { paid: { schema: { type: "string" } } })).toEqual([
    'storefront.publishes.paid.schema.type: expected "object": fields can be added to one and nothing else, got "string"',
  ]);
  expect(ofPublisher("publishes", { paid: { schema: { type: "objekt" } } })).toEqual([
    'storefront.publishes.paid.schema.type: expected one or a list of "array", "boolean", "integer", "null", "number", "object", "string", got "objekt"',
  ]);
});

test("who runs no code publishes nothing", () => {
  const { publishes } = PUBLISHER;
  expect(said({ ...dev, services: [{ ...catalogImages, publishes }] })).toEqual([
    'catalog-images.publishes: expected none of a service of content delivery, which runs no code that could publish them, got ["order.cancelled","order.placed"]',
  ]);
});

test("events between services are a problem on Google Cloud", () => {
  const audit = { ...AUDIT, publishes: { paid: { schema: ORDER } } };
  expect(said({ ...devGcp, services: [audit] })).toEqual([
    'audit.workload.subscribes: expected none on Google Cloud (dev-gcp), where events between services are not built yet (docs/clouds.md); list the service in environments on AWS only, got ["storefront"]',
    'audit.publishes: expected none on Google Cloud (dev-gcp), where events between services are not built yet (docs/clouds.md); list the service in environments on AWS only, got ["paid"]',
  ]);
});

test("who subscribes names another service that publishes, once", () => {
  expect(ofSubscriber({ service: "audit" })).toEqual([
    'audit.workload.subscribes[0].service: expected another service, got "audit" itself',
  ]);
  expect(ofSubscriber({ service: "payments" })).toEqual([
    'audit.workload.subscribes[0].service: expected a service of the environment dev that publishes events (storefront), got "payments"',
  ]);
  expect(said({ ...dev, services: [AUDIT] })).toEqual([
    'audit.workload.subscribes[0].service: expected a service of the environment dev that publishes events (there is none), got "storefront"',
  ]);
  expect(ofSubscriber({ service: "storefront" }, { service: "storefront" })).toEqual([
    'audit.workload.subscribes[1].service: expected each service once, got "storefront" twice',
  ]);
});

test("events of a subscription are published, each once", () => {
  expect(
    ofSubscriber({ service: "storefront", events: ["order.placed", "order.placed", "order.sent"] }),
  ).toEqual([
    'audit.workload.subscribes[0].events[1]: expected each event once, got "order.placed" twice',
    'audit.workload.subscribes[0].events[2]: expected an event that storefront publishes (order.placed, order.cancelled), got "order.sent"',
  ]);
  expect(ofSubscriber({ service: "storefront", events: [] })).toEqual([
    "audit.workload.subscribes[0].events: expected 1 to 50 events, got 0",
  ]);
});

test("a filter is on fields that the schema of each event has", () => {
  const filter = {
    reason: ["late"],
    "customer.tier": ["gold"],
    "customer.name": [{ prefix: "A" }],
  };
  expect(ofSubscriber({ service: "storefront", filter })).toEqual([
    'audit.workload.subscribes[0].filter.reason: expected a field that the schema of each event has: that of order.placed has no "reason"',
    'audit.workload.subscribes[0].filter.customer.tier: expected a field that the schema of each event has: that of order.cancelled has no "customer.tier"',
    'audit.workload.subscribes[0].filter.customer.name: expected a field that the schema of each event has: that of order.placed has no "customer.name"',
  ]);
  expect(
    ofSubscriber({
      service: "storefront",
      events: ["order.placed"],
      filter: { "order.id": ["1"] },
    }),
  ).toEqual([]);
});

test.each([
  [["gold", 1, true, null, { suffix: "x" }, { not: ["a", "b"] }, { exists: false }], undefined],
  [[{ not: [1, 2] }, { minimum: 1, maximum: 2 }, { exclusiveMinimum: 1 }], undefined],
  [[{ not: ["a", 2] }], '{"not":["a",2]}'],
  [[{ minimum: 1, exclusiveMinimum: 2 }], '{"minimum":1,"exclusiveMinimum":2}'],
  [[{ minimum: 9, maximum: 1 }], '{"minimum":9,"maximum":1}'],
  [[{ minimum: 5, exclusiveMaximum: 5 }], '{"minimum":5,"exclusiveMaximum":5}'],
  [[{ prefix: "" }], '{"prefix":""}'],
  [[{ prefix: "a", suffix: "b" }], '{"prefix":"a","suffix":"b"}'],
  [[{ minimum: 1, prefix: "b" }], '{"minimum":1,"prefix":"b"}'],
  [[{ minimum: 2_000_000_000 }], '{"minimum":2000000000}'],
  [[{ not: [] }], '{"not":[]}'],
  [[{}], "{}"],
  [[["a"]], '["a"]'],
  [[{ wildcard: "a*" }], '{"wildcard":"a*"}'],
])("what a field may hold is said in few words: %j", (matches, got) => {
  expect(ofSubscriber({ service: "storefront", filter: { order: matches } })).toEqual(
    got === undefined
      ? []
      : [
          `audit.workload.subscribes[0].filter.order[0]: expected a text, a number, true, false or null, or one of { prefix }, { suffix }, { not }, { exists } and bounds such as { minimum }, got ${got}`,
        ],
  );
});

test("a condition on what holds another field that is filtered would lose one of the two", () => {
  const filter = { order: [{ exists: true }], "order.id": ["1"] };
  expect(ofSubscriber({ service: "storefront", events: ["order.placed"], filter })).toEqual([
    'audit.workload.subscribes[0].filter.order: expected no condition on what holds "order.id", which is filtered by itself; leave one of the two out',
  ]);
});

test("a rule of EventBridge takes so much and no more", () => {
  const filter = { order: Array.from({ length: 50 }, (_, index) => `${"x".repeat(40)}${index}`) };
  expect(ofSubscriber({ service: "storefront", filter })[0]).toMatch(
    /^audit\.workload\.subscribes\[0\]\.filter: expected events and conditions of at most 2048 characters together, which is what a rule of EventBridge takes, got \d{4}; subscribe to fewer, or filter by fewer$/,
  );
});

test("a filter is an object of lists by the names of fields", () => {
  expect(ofSubscriber({ service: "storefront", filter: { "a..b": ["x"] } })).toEqual([
    'audit.workload.subscribes[0].filter.a..b: expected a field of the event\'s data, such as customer.tier, got "a..b"',
  ]);
  expect(ofSubscriber({ service: "storefront", filter: { order: [] } })).toEqual([
    "audit.workload.subscribes[0].filter.order: expected 1 to 50 values, got 0",
  ]);
  expect(ofSubscriber({ service: "storefront", filter: [] })).toEqual([
    "audit.workload.subscribes[0].filter: expected an object of values by field",
  ]);
});
