import { renderObservability } from "../../../dashboards";
import { managedRules } from "../../../dashboards/managed/amazon";
import { dev } from "../../../environments/dev";
import { prod } from "../../../environments/prod";
import { checkout } from "../../../environments/services/checkout";
import { orders } from "../../../environments/services/orders";
import { STORE_RULES } from "../../../model/names";
import { settle } from "../../../model/settle";
import { findFile, rulesOf } from "../read";

const ticketsOf = (environment: string, alert: string) =>
  rulesOf(environment, STORE_RULES).filter((rule) => rule.alert === alert);

const TOPIC = "arn:aws:sns:us-east-1:123456789012:alerts";

describe("a database", () => {
  test("has a ticket for each limit of its declaration", () => {
    const conditions = ticketsOf("prod", "CheckoutOrdersStoreDegraded").map(
      ({ labels, expr, for: patience }) => [labels["reason"], / > (.*)$/.exec(expr)?.[1], patience],
    );
    expect(conditions).toEqual([
      ["capacity", "90", "15m"],
      ["connections", "658", "5m"],
      ["deadlocks", "0", "5m"],
      ["replica_lag", "1000", "5m"],
    ]);
  });

  test("without readers has none that is behind", () => {
    const reasons = ticketsOf("dev", "CheckoutOrdersStoreDegraded").map(
      ({ labels }) => labels["reason"],
    );
    expect(reasons).toEqual(["capacity", "connections", "deadlocks"]);
  });
});

test("a cache has a ticket for what it holds, works, slows and drops", () => {
  const conditions = ticketsOf("dev", "CheckoutCartsStoreDegraded").map(
    ({ labels, expr, for: patience }) => [labels["reason"], / > (.*)$/.exec(expr)?.[1], patience],
  );
  expect(conditions).toEqual([
    ["data", "900000000", "15m"],
    ["processing", "54000", "15m"],
    ["throttled", "0", "5m"],
    ["evictions", "0", "15m"],
  ]);
});

test("a ticket says what is so, whose it is, and where to read and see more", () => {
  const [capacity] = ticketsOf("dev", "CheckoutOrdersStoreDegraded");
  expect(capacity).toEqual({
    alert: "CheckoutOrdersStoreDegraded",
    expr: 'max(aws_rds_acuutilization_maximum{job="yace", dimension_DBClusterIdentifier="dev-c01-checkout-orders"}) > 90',
    for: "15m",
    labels: {
      ...{ severity: "ticket", team: "commerce", environment: "dev" },
      ...{ cell: "c01", service: "checkout", store: "orders", reason: "capacity" },
    },
    annotations: {
      summary: "The store orders of checkout works worse than it should: capacity.",
      description:
        "For 15m, an instance has had more than 90% of the 2 capacity units that it may have.",
      runbook_url: `${dev.links.runbooks}/checkout-orders-store-degraded.md`,
      dashboard_url: `${dev.links.grafana}/d/dev_data?viewPanel=3013`,
    },
  });
});

describe("a store's runbook", () => {
  const page = findFile("prod", "runbooks/checkout-orders-store-degraded.md");
  const cache = findFile("prod", "runbooks/checkout-carts-store-degraded.md");

  test("tells of each reason", () => {
    for (const { labels } of ticketsOf("prod", "CheckoutOrdersStoreDegraded"))
      expect(page).toContain(`\n| ${labels["reason"]} | `);
  });

  test("gives twice what is declared, and takes it back", () => {
    const scaling = [...page.matchAll(/MinCapacity=[\d.]+,MaxCapacity=[\d.]+/g)].map(([it]) => it);
    expect(scaling).toEqual(["MinCapacity=0.5,MaxCapacity=8", "MinCapacity=0.5,MaxCapacity=4"]);
    const limits = [...cache.matchAll(/Maximum=(\d+)/g)].map(([, it]) => Number(it));
    expect(limits).toEqual([20, 20_000, 10, 10_000]);
  });

  test("fails over to a reader where there is one, and starts the instance anew where not", () => {
    expect(page).toContain("aws rds failover-db-cluster");
    expect(page).not.toContain("aws rds reboot-db-instance");
    const alone = findFile("dev", "runbooks/checkout-orders-store-degraded.md");
    expect(alone).not.toContain("aws rds failover-db-cluster");
    expect(alone).toContain("aws rds reboot-db-instance");
  });

  test("is where the service's own runbooks and the store's panels lead", () => {
    const url = `${prod.links.runbooks}/checkout-orders-store-degraded.md`;
    expect(findFile("prod", "runbooks/checkout-latency-error-budget-burn.md")).toContain(
      `- orders: <${url}>`,
    );
    expect(findFile("prod", "grafana/dashboards/prod_data.json")).toContain(url);
  });
});

test("an environment without databases and caches has neither tickets nor their file", () => {
  const paths = renderObservability(settle({ ...dev, services: [orders] })).files.map(
    ({ path }) => path,
  );
  expect(paths.filter((path) => path.includes("store"))).toEqual([]);
});

test("the managed engine runs them where it runs the rest", () => {
  const managedAlerting = { page: TOPIC, ticket: TOPIC };
  const names = (services: readonly (typeof orders)[]) =>
    managedRules(settle({ ...dev, managedAlerting, services }))?.namespaces.map(({ name }) => name);
  expect(names([checkout])).toContain(STORE_RULES);
  expect(names([orders])).not.toContain(STORE_RULES);
});
