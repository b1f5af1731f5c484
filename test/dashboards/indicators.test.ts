import { parse } from "yaml";
import { renderObservability } from "../../dashboards";
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
  expect(methods("dev")).toEqual([
    "Timeslices",
    "Timeslices",
    "Timeslices",
    "Occurrences",
  ]);
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

test("only what lies among the dead letters is given back", () => {
  const redrives = slosOfIndicators("dev-gcp").map(({ sli }) => sli.redrives);
  expect(redrives).toEqual([true, false, false, false]);
});
