import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stackdriverCost, yaceCost } from "../../../dashboards/exporters/cost";
import { dev } from "../../../environments/dev";
import { devGcp } from "../../../environments/dev-gcp";
import { catalogImages } from "../../../environments/services/catalog-images";
import { checkout } from "../../../environments/services/checkout";
import { orders } from "../../../environments/services/orders";
import { storefront } from "../../../environments/services/storefront";
import type { ObjectiveDeclaration, ServiceDeclaration } from "../../../model/declaration";
import { settle } from "../../../model/settle";
import { OPEN_API } from "../../constructs/support/api_edge";
import { findFile } from "../read";

const doc = readFileSync(join(__dirname, "../../../docs/slo.md"), "utf8");

const services = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...orders, name: `orders-${index + 1}` }));

const devOf = (...services: readonly ServiceDeclaration[]) => settle({ ...dev, services });

test("YACE pays for each metric of each resource in each of 43,200 minutes", () => {
  const { perMinute, monthly } = yaceCost(devOf(orders));
  // SQS: 5 of each of two queues; Lambda: 5, and 2 of its log; DynamoDB: 4 of each of two operations, and 2 of the table.
  expect(perMinute).toBe(5 * 2 + 5 + 2 + 4 * 2 + 2);
  expect(monthly.toFixed()).toBe("11.664");
  expect(yaceCost(devOf(...services(3))).monthly.toFixed()).toBe("34.992");
});

test("YACE asks of an API and its function for what they emit, and for no queue", () => {
  // API Gateway: 7 of the API; Lambda: 5, and 2 of its log; DynamoDB: 4 of each of two operations, and 2 of the table.
  expect(yaceCost(devOf(OPEN_API)).perMinute).toBe(7 + 5 + 2 + 4 * 2 + 2);
  const both = yaceCost(devOf(orders, OPEN_API));
  expect(both.perMinute).toBe(27 + 24);
});

test("YACE asks of an API at the edge what it asks of one, and of a distribution and its firewall", () => {
  // CloudFront: 7; WAF: 3 of all rules and of four.
  expect(yaceCost(devOf(storefront)).perMinute).toBe(24 + 7 + 3 * 5);
});

test("YACE asks of a distribution, of each rule of its firewall and of its bucket", () => {
  // CloudFront: 7; WAF: 3 of all rules and of four; S3: 6 of the bucket, and 4 of its copy.
  expect(yaceCost(devOf(catalogImages)).perMinute).toBe(7 + 3 * 5 + 6 + 4);
});

test("YACE asks of a container service, of its balancer, its database and its cache", () => {
  // ECS: 2, and 3 of Container Insights; the target group: 11; the balancer: 2; RDS: 6; ElastiCache: 6; WAF: 3 of all rules and of four.
  expect(yaceCost(devOf(checkout)).perMinute).toBe(2 + 3 + 11 + 2 + 6 + 6 + 3 * 5);
});

test("what services share is asked for once", () => {
  const another = { ...checkout, name: "returns", stores: {} } as ServiceDeclaration;
  const both = devOf(checkout, {
    ...another,
    workload: { ...another.workload, host: "returns" } as ServiceDeclaration["workload"],
  });
  expect(yaceCost(both).perMinute).toBe(45 + 2 + 3 + 11);
});

test("a percentile that an objective is judged by costs as any other metric", () => {
  const latency = { ...storefront.objectives[1]!, sliceTarget: 90 } as ObjectiveDeclaration;
  const { perMinute } = yaceCost(devOf({ ...OPEN_API, objectives: [latency] }));
  expect(perMinute).toBe(24 + 1);
});

test("Google pays nothing for the first million of series", () => {
  const { perMinute, monthly } = stackdriverCost(settle(devGcp));
  expect(monthly.toNumber()).toBeCloseTo((perMinute * 43_200 - 1_000_000) * 0.0000005, 9);
  expect(stackdriverCost(settle({ ...devGcp, services: [] })).monthly.toFixed()).toBe("0");
});

test("the exporters' files and docs/slo.md say the same", () => {
  const yace = yaceCost(settle(dev));
  const ofEach = [orders, storefront, checkout, catalogImages].map((service) =>
    yaceCost(devOf(service)),
  );
  const google = stackdriverCost(settle(devGcp));
  expect(findFile("dev", "exporters/yace.yaml")).toContain(
    `for ${yace.perMinute} metrics a minute, about ${yace.monthly.toFixed(2)} USD in 30 days;`,
  );
  expect(findFile("dev-gcp", "exporters/stackdriver.yaml")).toContain(
    `for ${google.perMinute} time series a minute, about ${google.monthly.toFixed(2)} USD in 30 days,`,
  );
  const [metrics, monthly] = [
    ofEach.map(({ perMinute }) => perMinute).join(", "),
    ofEach.map((cost) => cost.monthly.toFixed(2)).join(", "),
  ];
  expect(doc).toContain(`| ${metrics} metrics | 0.01 USD for 1,000 | ${monthly} USD |`);
  expect(doc).toContain(
    `| ${google.perMinute} series, none, none, none | 0.50 USD for 1,000,000, the first million free | ${google.monthly.toFixed(2)} USD |`,
  );
});
