import { boardOf } from "../read";
import { tryExplored } from "./landing";

describe.each(["dev", "prod", "dev-gcp"])("from the board of orders in %s", (environment) => {
  const board = boardOf(environment);
  // A start comes before the first trace.
  const latency = board.panels.filter(
    ({ title, fieldConfig }) =>
      fieldConfig?.defaults.unit === "ms" && !title.startsWith("Start time"),
  );
  const linksOf = (panel: (typeof latency)[number]) => panel.fieldConfig?.defaults.links ?? [];
  const of = `resource.service.name = "orders" && resource.deployment.environment.name = "${environment}"`;

  test("a point of a latency leads to the service's traces of that time, all, the failed or the slow ones", () => {
    expect(latency.map(({ id }) => id)).toEqual([502, 602]);
    for (const panel of latency) {
      const explored = linksOf(panel).map(({ url }) => tryExplored(url)!);
      expect(explored.map(({ queries }) => queries[0]?.query)).toEqual([
        `{ ${of} } | select(resource.plinth.cell)`,
        `{ ${of} && status = error } | select(resource.plinth.cell)`,
        `{ ${of} && traceDuration > 300s } | select(resource.plinth.cell)`,
      ]);
      for (const { range } of explored) expect(range).toEqual({ from: "${__from}", to: "${__to}" });
    }
  });

  test("the time stands in the address as Grafana looks for it", () => {
    for (const { url } of latency.flatMap(linksOf)) {
      expect(url).toContain("${__from}");
      expect(url).toContain("${__to}");
      expect(url.replaceAll(/\$\{__\w+\}/g, "")).not.toMatch(/[${}"\s]/);
    }
  });

  test("the top leads to traces, to the logs beside them and to those in the cloud", () => {
    const where = environment === "dev-gcp" ? "Cloud Logging" : "CloudWatch";
    const titles = board.links.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(["Traces", "Logs", `Logs in ${where}`]));
    const logs = board.links.find(({ title }) => title === "Logs");
    expect(tryExplored(logs?.url ?? "")?.queries[0]?.expr).toBe(
      `{service_name="orders"} | deployment_environment_name="${environment}"`,
    );
  });

  test("exemplars are asked of histograms of what traces show, and of nothing that can have none", () => {
    for (const { expr, exemplar = false } of board.panels.flatMap(({ targets = [] }) => targets))
      expect([expr, exemplar]).toEqual([expr, /(?<!startup_latencies)_bucket\{/.test(expr)]);
  });
});

test("CloudWatch's console gets its log group as it wants it", () => {
  const link = boardOf("dev").links.find(({ title }) => title === "Logs in CloudWatch");
  expect(link?.url).toBe(
    "https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#logsV2:log-groups/log-group/$252Faws$252Flambda$252Fdev-c01-orders-processor",
  );
});
