import { parse } from "yaml";
import { renderObservability } from "../../dashboards";
import { perMinute } from "../../dashboards/slo/guard";
import { recordingRules } from "../../dashboards/slo/recording";
import { ruleGroup } from "../../dashboards/slo/rule_file";
import type { Slo } from "../../dashboards/slo/slo";
import { allSignals } from "../../model/signals";
import { environmentOfIndicators, slosOfIndicators } from "./indicators";
import { seriesOf } from "./query";

const ENVIRONMENTS = ["dev", "dev-gcp"] as const;

const filesOf = (name: (typeof ENVIRONMENTS)[number]): ReadonlyMap<string, string> =>
  new Map(
    renderObservability(environmentOfIndicators(name)).files.map(({ path, text }) => [path, text]),
  );

/** What the declaration says that the service's own code counts, and the collector's presence. */
const APPLICATIONS = ["orders_placed_total", "up"];

const find = (slos: readonly Slo[], objective: string): Slo =>
  slos.find((slo) => slo.objective.name === objective)!;

test.each(ENVIRONMENTS)("in %s an SLO reads what is exported, and its own records", (name) => {
  for (const slo of slosOfIndicators(name)) {
    const records = recordingRules(slo).map(({ record }) => record);
    const signals = allSignals.filter(({ job }) => job === slo.sli.job).map((one) => one.series);
    const known = new Set([...records, ...signals, "aws_lambda_duration_p95", ...APPLICATIONS]);
    const read = ruleGroup(slo).rules.flatMap(({ expr }) => seriesOf(expr));
    expect(read.filter((series) => !known.has(series))).toEqual([]);
  }
});

test("YACE is asked for the percentile that an objective is judged by, beside the board's", () => {
  const yace = parse(filesOf("dev").get("exporters/yace.yaml")!) as {
    discovery: { jobs: { metrics: { name: string; statistics: string[] }[] }[] };
  };
  const metrics = yace.discovery.jobs.flatMap((job) => job.metrics);
  expect(metrics.flatMap((one) => (one.name === "Duration" ? one.statistics : []))).toEqual([
    "p99",
    "p95",
  ]);
});

test("OpenSLO hears of each whether it counts events or minutes", () => {
  const methods = (name: (typeof ENVIRONMENTS)[number]): string[] =>
    [
      ...filesOf(name)
        .get("openslo/orders.yaml")!
        .matchAll(/budgetingMethod: (\w+)/g),
    ].map(([, method = ""]) => method);
  expect(methods("dev")).toEqual(["Timeslices", "Timeslices", "Timeslices", "Occurrences"]);
  expect(methods("dev-gcp")).toEqual(["Timeslices", "Timeslices", "Timeslices", "Occurrences"]);
});

test("everything that tells of a latency on Google Cloud names the bound that judges it", () => {
  const slo = find(slosOfIndicators("dev-gcp"), "fast");
  expect(slo.sli.badOnes).toBe("took longer than 728.9 ms");
  const files = filesOf("dev-gcp");
  expect(files.get("runbooks/orders-fast-error-budget-burn.md")).toContain("728.9 ms");
  expect(files.get("grafana/dashboards/dev-gcp-orders.json")).toContain("728.9 ms");
  expect(files.get("openslo/orders.yaml")).toContain("728.9 ms");
  expect(files.get("prometheus/rules/orders.yaml")).toContain(
    "the longest of Cloud Run's bounds within the declared 800 ms",
  );
});

describe("what a service's own code counts", () => {
  const files = filesOf("dev");
  const runbook = (kind: string): string => files.get(`runbooks/orders-accepted-${kind}.md`)!;

  test("has a panel of its own beside those of every objective", () => {
    const board = files.get("grafana/dashboards/dev-orders.json")!;
    const { panels } = JSON.parse(board) as {
      panels: { title: string; targets?: { expr: string }[] }[];
    };
    const panel = panels.find(({ title }) => title === "accepted: outcomes")!;
    expect(panel.targets!.map(({ expr }) => expr)).toEqual(
      ["accepted|queued|failed", "accepted|queued"].map(
        (values) =>
          `sum(rate(orders_placed_total{job=~"$job", service_name="orders", deployment_environment_name="$environment", plinth_cell=~"$cell", order_outcome=~"${values}"}[$__rate_interval]))`,
      ),
    );
  });

  test("has runbooks that say what is bad, and how to find out why nothing is heard", () => {
    expect(runbook("error-budget-burn")).toContain(
      "too many events were counted by orders.placed without order.outcome accepted or queued.",
    );
    expect(runbook("error-budget-burn")).not.toContain("message-move-task");
    expect(runbook("metric-absent")).toContain('up{job="otel-collector"}');
    expect(runbook("metric-absent")).toContain("when no orders.placed was heard for 3d");
    expect(runbook("metric-absent")).not.toContain("list-metrics");
  });

  test("is guarded by its own traffic, and not by that of the queue", () => {
    const { sli, objective, service } = find(slosOfIndicators("dev"), "accepted");
    expect(perMinute({ sli, objective, service }).times(1_440).toNumber()).toBeCloseTo(20_000);
  });
});

test("only what lies among the dead letters is given back", () => {
  const redrives = slosOfIndicators("dev-gcp").map(({ sli }) => sli.relieved);
  expect(redrives).toEqual([true, false, false, false]);
  const toldToStop = [...filesOf("dev-gcp")].filter(([, text]) =>
    text.includes("An event that was published again cannot be taken back"),
  );
  expect(toldToStop.map(([path]) => path)).toEqual([
    "runbooks/orders-handled-minutes-error-budget-burn.md",
  ]);
});
