import { applicationCounter, counterSeries, labelOf } from "../../model/application_signals";
import { dev } from "../../environments/dev";
import { orders } from "../../environments/services/orders";
import { problemsOf, settle } from "../../model/settle";
import { MANAGED } from "../constructs/gcp/support";
import { changed, onAws, onGoogle } from "./fixtures";

const business = {
  name: "accepted",
  sli: "business",
  metric: "orders.placed",
  unit: "{order}",
  good: { "order.outcome": "accepted" },
  perDay: 20_000,
  target: 99.5,
  window: "30d",
  firstSteps: ["Look."],
};

const settled = (objective: object) =>
  settle({ ...dev, services: [changed(orders, "objectives", [objective])] }).services[0]!
    .objectives[0]!;

// As the Prometheus exporter of the collector 0.161 shows them.
test.each([
  ["orders.placed", "orders_placed_total"],
  ["orders.placed.total", "orders_placed_total"],
  ["shop.checkout_total.count", "shop_checkout_count_total"],
  ["orders_placed.v2", "orders_placed_v2_total"],
])("the counter %s is called %s", (metric, series) => {
  expect(counterSeries(metric)).toBe(series);
  expect(applicationCounter(metric)).toMatchObject({ job: "otel-collector", series });
});

test.each([
  ["order.outcome", "order_outcome"],
  ["deployment.environment.name", "deployment_environment_name"],
  ["error_type", "error_type"],
])("the attribute %s is the label %s", (attribute, label) => {
  expect(labelOf(attribute)).toBe(label);
});

describe("a business objective", () => {
  test("may be declared on both clouds", () => {
    expect(onAws("objectives", [business])).toEqual([]);
    expect(onGoogle("objectives", [business])).toEqual([]);
  });

  test("counts outcomes one by one and may be quiet for a week unless it says", () => {
    expect(settled(business)).toMatchObject({
      sliceTarget: undefined,
      good: { "order.outcome": ["accepted"] },
      of: {},
      quietSeconds: 7 * 86_400,
    });
    expect(settled({ ...business, quietFor: "3d" })).toMatchObject({ quietSeconds: 259_200 });
    expect(settled({ ...business, sliceTarget: 90 })).toHaveProperty("sliceTarget.d");
  });

  test("tells good ones by any attribute that some of what counts has not", () => {
    const outcomes = ["accepted", "failed"];
    for (const more of [
      { good: { "error.type": "" } },
      { of: { "order.outcome": outcomes } },
      { good: { channel: "web", "order.outcome": "accepted" }, of: { channel: "web" } },
    ]) {
      expect(onAws("objectives", [{ ...business, ...more }])).toEqual([]);
    }
  });

  test.each([
    [
      { metric: "Orders placed" },
      'metric: expected a name of lower-case words with dots and underscores such as orders.placed, got "Orders placed"',
    ],
    [
      { metric: "orders..placed" },
      'metric: expected a name of lower-case words with dots and underscores such as orders.placed, got "orders..placed"',
    ],
    [{ unit: "EUR" }, 'unit: expected what is counted, in braces such as {order}, got "EUR"'],
    [
      { good: { "order.outcome": 'a"b' } },
      'good.order.outcome: expected a value of letters, digits and _.:/ -, or a list of such values, got "a\\"b"',
    ],
    [
      { good: { "order.outcome": [] } },
      "good.order.outcome: expected a value of letters, digits and _.:/ -, or a list of such values, got []",
    ],
    [
      { good: "accepted" },
      'good: expected attributes of lower-case words such as {"order.outcome":"accepted"}, got "accepted"',
    ],
    [
      { good: { "Order outcome": "accepted" } },
      'good.Order outcome: expected attributes of lower-case words such as {"order.outcome":"accepted"}, got "Order outcome"',
    ],
    [{ good: {} }, "good: expected an attribute that some of what counts has not"],
    [
      { of: { "order.outcome": ["accepted"] } },
      "good: expected an attribute that some of what counts has not",
    ],
    [
      { of: { "order.outcome": ["failed", "queued"] } },
      'good.order.outcome: expected values that count by `of`, got "accepted"',
    ],
    [
      { good: { "service.name": "orders" } },
      'good.service.name: expected another attribute than "service.name", whose label service_name says whose the metric is',
    ],
    [
      { of: { instance: "one" } },
      'of.instance: expected another attribute than "instance", whose label instance says whose the metric is',
    ],
    [{ perDay: 0 }, "perDay: expected a whole number from 1 to 1000000000, got 0"],
    [{ quietFor: "30m" }, 'quietFor: expected a duration from "1h" to "30d", got "30m"'],
    [{ window: "7d", quietFor: "8d" }, 'quietFor: expected at most the window\'s 7 days, got "8d"'],
    [
      { budgeting: "requests", sliceTarget: 99 },
      'sliceTarget: expected nothing where each request is counted, got 99; leave it out, or say budgeting: "time-slices"',
    ],
  ])("with %j is an error", (change, message) => {
    expect(onAws("objectives", [{ ...business, ...change }])).toEqual([
      `orders.objectives[0].${message}`,
    ]);
  });

  test("is none of those that Cloud Monitoring alerts on", () => {
    const services = [changed(orders, "objectives", [business])];
    expect(problemsOf({ ...MANAGED, services })).toEqual([
      {
        path: "orders.objectives[0].sli",
        message:
          'expected "success" by requests or "freshness" where Cloud Monitoring alerts (dev-gcp), got "business"; leave out managedAlerting to alert by Prometheus\'s rules',
      },
    ]);
  });
});
