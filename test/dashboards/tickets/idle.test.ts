import { renderObservability } from "../../../dashboards";
import { watchedResources } from "../../../dashboards/tickets/idle";
import { dev } from "../../../environments/dev";
import { prod } from "../../../environments/prod";
import { IDLE_RULES } from "../../../model/names";
import { settle } from "../../../model/settle";
import { findFile, rulesOf } from "../read";

const cost = {
  ...prod.cost!,
  idle: { after: "30d", expected: ["orders", "network.nat"] },
} as const;

const namesOf = (environment: typeof prod): string[] =>
  watchedResources(settle(environment)).map(
    ({ labels }) => `${labels["service"]} ${labels["resource"]}`,
  );

test("production is watched: functions, queues, containers, stores, the balancer and each NAT gateway", () => {
  expect(namesOf(prod)).toEqual([
    "orders function",
    "orders queue",
    "orders stores.state",
    "storefront function",
    "storefront stores.catalogue",
    "checkout containers",
    "checkout stores.carts",
    "checkout stores.orders",
    "platform loadBalancer",
    "platform network.nat.a",
    "platform network.nat.b",
    "platform network.nat.c",
  ]);
});

test("development is not, unless it asks for it", () => {
  expect(namesOf(dev)).toEqual([]);
  expect(namesOf({ ...dev, cost: { ...dev.cost!, idle: {} } })).toContain("orders function");
});

test("nor what is expected to be idle", () => {
  expect(namesOf({ ...prod, cost })).toEqual([
    "storefront function",
    "storefront stores.catalogue",
    "checkout containers",
    "checkout stores.carts",
    "checkout stores.orders",
    "platform loadBalancer",
  ]);
});

test("a resource has a record of the hours in which it was watched, and a ticket when none of them saw a use", () => {
  const [record, ticket] = rulesOf("prod", IDLE_RULES);
  const of = 'environment="prod", cell="c01", service="orders", resource="function"';
  expect(record).toEqual({
    record: "idle:watched:bool",
    expr: 'max(up{job="yace"} == 1)',
    labels: { environment: "prod", cell: "c01", service: "orders", resource: "function" },
  });
  expect(ticket).toEqual({
    alert: "OrdersResourceIdle",
    expr: `sum(count_over_time(idle:watched:bool{${of}}[14d:1h])) >= 303 unless max(max_over_time(aws_lambda_invocations_sum{job="yace", dimension_FunctionName="prod-c01-orders-processor"}[14d])) > 0`,
    labels: {
      ...{ severity: "ticket", team: "commerce", environment: "prod" },
      ...{ cell: "c01", service: "orders", resource: "function" },
    },
    annotations: {
      summary: "The function of orders stands idle.",
      description:
        "For 14d, nothing has called it. Remove it, or say under `cost.idle.expected` of the environment that it is meant to stand.",
      runbook_url: `${prod.links.runbooks}/orders-resource-idle.md`,
    },
  });
});

test("the load balancer is idle when no service behind it is asked, and is the platform's", () => {
  const ticket = rulesOf("prod", IDLE_RULES).find(
    ({ alert, labels }) => alert !== undefined && labels["resource"] === "loadBalancer",
  );
  expect(ticket).toMatchObject({ alert: "PlatformResourceIdle", labels: { team: "platform" } });
  expect(ticket?.expr).toContain('tag_Name="prod-c01-checkout"');
});

test("samples are kept for as long as is looked back", () => {
  const scrape = (after: `${number}d`) =>
    renderObservability(settle({ ...prod, cost: { ...cost, idle: { after } } })).files.find(
      ({ path }) => path === "exporters/prometheus-scrape.yaml",
    )?.text;
  expect(scrape("14d")).toContain("retention.time=35d");
  expect(scrape("60d")).toContain("retention.time=65d");
});

test("YACE asks for NAT gateways where somebody is told of idle ones alone", () => {
  expect(findFile("prod", "exporters/yace.yaml")).toContain("AWS/NATGateway");
  expect(findFile("dev", "exporters/yace.yaml")).not.toContain("AWS/NATGateway");
});

test("a runbook says of each what it costs, how it is seen, and how it is allowed", () => {
  const page = findFile("prod", "runbooks/orders-resource-idle.md");
  expect(page).toContain("| queue | nobody has taken an event from it |");
  expect(page).toContain("--metric-name Invocations --dimensions Name=FunctionName");
  expect(page).toContain("`orders.stores.state` under `cost.idle.expected`");
  expect(findFile("prod", "runbooks/platform-resource-idle.md")).toContain(
    "| network.nat.b | an hourly price and an address |",
  );
});
