import { parse } from "yaml";
import { renderObservability } from "../../../dashboards";
import { managedRules } from "../../../dashboards/managed/amazon";
import { files, IDLE_RULES, REGION_RULES } from "../../../model/names";
import { settle } from "../../../model/settle";
import { inTwo, SINGLE } from "../../model/regions/regions";

const render = (environment: Parameters<typeof settle>[0]): Record<string, string> =>
  Object.fromEntries(
    renderObservability(settle(environment)).files.map(({ path, text }) => [path, text]),
  );

const single = render(SINGLE);
const passive = render(inTwo());
const active = render(inTwo({ mode: "activeActive" }));

const topic = (name: string) => `arn:aws:sns:us-east-1:123456789012:${name}`;

const SECOND = "prometheus/rules/orders_c01-us-west-2.yaml";

test("each region keeps the objectives by itself, under its cell's name", () => {
  expect(passive["prometheus/rules/orders.yaml"]).toBe(single["prometheus/rules/orders.yaml"]);
  expect(passive[SECOND]).toMatch("cell: c01-us-west-2");
  expect(passive[SECOND]).toMatch("dev-two-c01-us-west-2-orders-events");
  expect(passive[SECOND]).not.toMatch("dev-two-c01-orders");
});

test("a region that waits is not missed where it answered nobody yet", () => {
  expect(passive[SECOND]).not.toMatch("MetricAbsent");
  expect(active[SECOND]).toMatch("MetricAbsent");
});

interface Yace {
  readonly discovery: {
    readonly jobs: readonly { readonly type: string; readonly regions: readonly string[] }[];
  };
  readonly customNamespace: readonly {
    readonly name: string;
    readonly regions: readonly string[];
  }[];
}

test("the exporter asks both regions, of each function its own", () => {
  const { discovery, customNamespace } = parse(passive["exporters/yace.yaml"] ?? "") as Yace;
  for (const { type, regions } of discovery.jobs)
    expect(regions).toEqual(type === "AWS/Route53" ? ["us-east-1"] : ["us-east-1", "us-west-2"]);
  expect(customNamespace.map(({ name, regions }) => [name, regions])).toEqual([
    ["dev-two-c01-orders-processor-init-duration", ["us-east-1"]],
    ["dev-two-c01-storefront-handler-init-duration", ["us-east-1"]],
    ["dev-two-c01-us-west-2-orders-processor-init-duration", ["us-west-2"]],
    ["dev-two-c01-us-west-2-storefront-handler-init-duration", ["us-west-2"]],
  ]);
});

test("on a board all cells are those of both regions, and a reader picks one", () => {
  const all = (text = ""): unknown =>
    (
      JSON.parse(text) as {
        templating: { list: readonly { name: string; allValue?: string }[] };
      }
    ).templating.list.find(({ name }) => name === "cell")?.allValue;
  const boards = Object.keys(passive).filter((path) => path.startsWith("grafana/dashboards/"));
  expect(boards.length).toBeGreaterThan(2);
  for (const path of boards) {
    const cells = new RegExp(`^${String(all(passive[path]))}$`);
    expect(["c01", "c01-us-west-2"].every((cell) => cells.test(cell))).toBe(true);
    expect(cells.test("c01-orders")).toBe(false);
    expect(all(single[path])).toBe("[a-z0-9]+");
  }
});

test("runbooks say what is another name in the second region", () => {
  expect(passive["runbooks/orders-success-error-budget-burn.md"]).toContain(
    "Commands and queries name the cell c01, in us-east-1. Where the alert's label `cell` says `c01-us-west-2`, it is us-west-2: put `c01-us-west-2` in the place of `c01`, in `dev-two-c01` as in every other name but those of tables, and `us-west-2` in that of `us-east-1` (`export AWS_REGION=us-west-2`). To leave a region: docs/regions.md.",
  );
});

test("the picture says which services are in the second region", () => {
  const picture = Object.entries(passive).find(([, text]) => text.includes("```mermaid"))?.[1];
  expect(picture).toContain("and in us-west-2 orders, storefront");
});

test("a region that is not healthy is a ticket, with a runbook; one that waits is not judged", () => {
  const rules = (of: Record<string, string>, name: string) =>
    of[files.rules(name)]?.match(/- alert: (.*)/g)?.map((line) => line.slice("- alert: ".length));
  const alerts = ["OrdersRegionUnhealthy", "StorefrontRegionUnhealthy"];
  const there = `${REGION_RULES}_c01-us-west-2`;
  expect(rules(passive, REGION_RULES)).toEqual(alerts);
  expect(rules(passive, there)).toBeUndefined();
  expect([REGION_RULES, there].map((name) => rules(active, name))).toEqual([alerts, alerts]);
  expect(passive[files.rules(REGION_RULES)]).toContain('tag_Name="dev-two-c01-orders-region"');
  expect(passive[files.runbook("OrdersRegionUnhealthy")]).toContain(
    "put-metric-data --region us-west-2 --namespace Plinth/Regions --metric-name Left --dimensions Environment=dev-two,Region=us-east-1 --value 1",
  );
  expect(rules(single, REGION_RULES)).toBeUndefined();
});

test("the runbook of a region that is not healthy leaves that one, whichever it is", () => {
  const page = active[files.runbook("OrdersRegionUnhealthy")] ?? "";
  const of = (heading: string): string[] =>
    page.split(`## ${heading}\n`)[1]?.split("\n## ")[0]?.split("### Where `cell` says ") ?? [];
  const [, first, second] = of("Mitigation");
  expect(first).toMatch(/^`c01`\n/);
  expect(first).toContain("See that us-west-2 is well");
  expect(first).toContain("--region us-west-2 --namespace");
  expect(first).toContain("Environment=dev-two,Region=us-east-1 --value 1");
  expect(second).toMatch(/^`c01-us-west-2`\n/);
  expect(second).toContain("See that us-east-1 is well");
  expect(second).toContain("--region us-east-1 --namespace");
  expect(second).toContain("Environment=dev-two,Region=us-west-2 --value 1");
  const [, , alarms] = of("Diagnosis");
  expect(alarms).toContain(
    "--region us-west-2 --alarm-names dev-two-c01-us-west-2-orders-region\n",
  );
  expect(alarms).toContain("--region us-east-1 --alarm-names dev-two-c01-us-west-2-left\n");
  expect(of("Rollback")[2]).toContain("Region=us-west-2 --value 0");
  expect(of("Verification")[2]).toContain('tag_Name="dev-two-c01-us-west-2-orders-region"');
});

test("its commands are no other cell's by other names, and there is one set where one region is judged", () => {
  const pages = [passive, active].map((of) => of[files.runbook("OrdersRegionUnhealthy")]);
  for (const page of pages) expect(page).not.toContain("name the cell");
  expect(pages[0]).not.toContain("Where `cell` says");
});

test("what waits in the second region is meant to be idle", () => {
  const cost = { monthly: 200, notify: { emails: ["costs@example.com"] }, idle: {} } as const;
  const idle = (mode: "activePassive" | "activeActive") => {
    const rendered = render(inTwo({ mode }, { ...SINGLE, cost }));
    return ["", "_c01-us-west-2"].map(
      (cell) => rendered[files.rules(`${IDLE_RULES}${cell}`)] !== undefined,
    );
  };
  expect(idle("activePassive")).toEqual([true, false]);
  expect(idle("activeActive")).toEqual([true, true]);
});

test("where AWS runs the rules, it runs these too", () => {
  const managedAlerting = { page: topic("page"), ticket: topic("ticket") };
  const managed = managedRules(settle({ ...inTwo(), managedAlerting }));
  expect(managed?.namespaces.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["orders", "orders_c01-us-west-2", REGION_RULES]),
  );
});
