import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import { storefront } from "../../../environments/services/storefront";
import type {
  EventDrivenDeclaration,
  ScheduleDeclaration,
  ServiceDeclaration,
} from "../../../model/declaration";
import type { EnvironmentDeclaration } from "../../../model/environment";

export const ORDER = {
  type: "object",
  required: ["order", "total", "customer"],
  properties: {
    order: { type: "string" },
    total: { type: "number", minimum: 0 },
    customer: { type: "object", properties: { tier: { enum: ["gold", "basic"] } } },
  },
} as const;

export const CANCELLED = {
  type: "object",
  required: ["order"],
  properties: { order: { type: "string" }, reason: { type: "string" } },
} as const;

/** Tells others of orders. */
export const PUBLISHER = {
  ...storefront,
  publishes: {
    "order.placed": { schema: ORDER },
    "order.cancelled": { schema: CANCELLED },
  },
} as const satisfies ServiceDeclaration;

/** An event-driven service of this name. */
export const subscriber = (
  name: string,
  workload: Partial<EventDrivenDeclaration>,
): ServiceDeclaration => ({
  ...orders,
  name,
  workload: { kind: "eventDriven", code: "functions/orders", ...workload },
  objectives: [],
});

/** Takes all that is published. */
export const AUDIT = subscriber("audit", { subscribes: [{ service: "storefront" }] });

/** Takes orders that are worth a call. */
export const CONCIERGE = subscriber("concierge", {
  subscribes: [
    {
      service: "storefront",
      events: ["order.placed"],
      filter: { "customer.tier": ["gold"], total: [{ minimum: 100, exclusiveMaximum: 10_000 }] },
    },
  ],
});

/** An environment whose services tell one another what has happened. */
export const EVENTFUL = {
  ...dev,
  name: "dev-bus",
  services: [PUBLISHER, AUDIT, CONCIERGE],
} as const satisfies EnvironmentDeclaration;

/** Tells others of prices at once, and of stock in order. */
export const WAREHOUSE = {
  ...PUBLISHER,
  name: "warehouse",
  publishes: {
    "price.changed": { schema: ORDER, via: "topic" },
    "stock.moved": { schema: CANCELLED, via: "orderedTopic" },
  },
} as const satisfies ServiceDeclaration;

/** Takes dear prices, by a topic. */
export const PRICES = subscriber("prices", {
  subscribes: [
    { service: "warehouse", events: ["price.changed"], filter: { total: [{ minimum: 5 }] } },
  ],
});

/** Takes what happens to stock, in order. */
export const LEDGER = subscriber("ledger", {
  queue: { ordered: true },
  subscribes: [{ service: "warehouse", events: ["stock.moved"] }],
});

/** An environment whose services tell one another by topics alone. */
export const TOPICAL = {
  ...dev,
  name: "dev-sns",
  services: [LEDGER, PRICES, WAREHOUSE],
} as const satisfies EnvironmentDeclaration;

/** Each night, at the same time of the clock. */
export const NIGHTLY = {
  ...{ cron: "0 3 * * ? *", timeZone: "Europe/Berlin", payload: { kind: "daily" } },
  flexibleWindow: "15m",
} as const satisfies ScheduleDeclaration;

/** Is woken, and told nothing by others. */
export const REPORTS = subscriber("reports", {
  schedules: { "nightly-report": NIGHTLY, heartbeat: { rate: "5m" } },
});

/** An environment with a service that schedules wake. */
export const SCHEDULED = {
  ...dev,
  name: "dev-sch",
  services: [REPORTS],
} as const satisfies EnvironmentDeclaration;

const OF_ORDER = { order: { type: "string" }, customer: { type: "string" } } as const;

/** Tells others of orders through an outbox, in one transaction with its own store. */
export const SHOP = {
  ...subscriber("shop", {}),
  stores: { state: { kind: "keyValue", partitionKey: "order", access: ["get", "put", "update"] } },
  publishes: {
    "order.placed": {
      schema: {
        ...{ type: "object", required: ["order", "customer", "total"] },
        properties: { ...OF_ORDER, total: { type: "number", minimum: 0 } },
      },
    },
    "order.cancelled": {
      schema: { type: "object", required: ["order", "customer"], properties: OF_ORDER },
    },
  },
  outbox: {},
} as const satisfies ServiceDeclaration;

/** Keeps the orders of each customer to be read. */
export const HISTORY = {
  ...subscriber("history", {
    code: "functions/order-history",
    subscribes: [{ service: "shop" }],
  }),
  stores: {
    state: {
      ...{ kind: "keyValue", partitionKey: "key", sortKey: "sort" },
      access: ["get", "put", "update", "delete"],
    },
  },
} as const satisfies ServiceDeclaration;

/** An environment whose events leave through an outbox, and end in what is read. */
export const OUTBOXED = {
  ...{ ...dev, network: undefined as never, dns: undefined as never, edge: undefined as never },
  name: "dev-outbox",
  services: [HISTORY, SHOP],
} as const satisfies EnvironmentDeclaration;
