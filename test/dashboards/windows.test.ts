import { parse } from "yaml";
import { alertRules } from "../../dashboards/slo/alerts";
import { fewestBadEvents } from "../../dashboards/slo/guard";
import { recordingRules, windowsOf } from "../../dashboards/slo/recording";
import { thresholdOf, type Slo } from "../../dashboards/slo/slo";
import type { TestCase } from "../../dashboards/slo/tests/test_case";
import { scenarios } from "../../dashboards/slo/tests/scenarios";
import { burnTiers } from "../../model/burn";
import type { ObjectiveWindow } from "../../model/declaration";
import { environmentOfWindows, filesByPath, OBJECTIVE_WINDOWS, slosOfAll } from "./windows";

const environment = environmentOfWindows("dev", () => ({ success: 99.9, freshness: 99.5 }));
const slos = slosOfAll(environment);
const files = filesByPath(environment);
const find = (id: string): Slo => slos.find((slo) => slo.id === id)!;

describe.each(OBJECTIVE_WINDOWS)("an objective over %s", (window) => {
  const slo = find(`orders-success-${window}`);
  const tiers = burnTiers(window);

  test("records each window of its tiers and its period, shortest first", () => {
    const expected = ["5m", "30m", "1h", "2h", "6h", "1d", "3d", window];
    expect(windowsOf(slo)).toEqual(expected);
    const recorded = recordingRules(slo).flatMap(({ labels }) => labels["sloth_window"] ?? []);
    expect(recorded).toEqual(expected);
  });

  test("counts its budget over its own period", () => {
    const rules = new Map(recordingRules(slo).map(({ record, expr }) => [record, expr]));
    expect(rules.get("slo:time_period:days")).toBe(`vector(${slo.objective.windowDays})`);
    expect(rules.get("slo:period_burn_rate:ratio")).toContain(`ratio_rate${window}{`);
  });

  test("alerts above the exact thresholds of its own tiers, and says so", () => {
    const burns = alertRules(slo).slice(0, -1);
    for (const [index, { expr, annotations }] of burns.entries()) {
      const { factor } = tiers[index]!;
      const threshold = factor.times("0.001").toFixed();
      expect(expr.split(/\s+/).filter((word) => word === threshold)).toHaveLength(2);
      expect(annotations["description"]).toContain(`, ${factor.toFixed()} times what`);
      expect(annotations["description"]).toContain(
        `Of the ${slo.objective.windowDays} days' budget {{ .Value | humanizePercentage }} is left`,
      );
    }
  });

  test("has a runbook and panels that tell of its own tiers", () => {
    const runbook = files.get(`runbooks/orders-success${window}-error-budget-burn.md`)!;
    const board = files.get("grafana/dashboards/dev-orders.json")!;
    for (const { name, severity, factor, longWindow, shortWindow } of tiers) {
      expect(runbook).toContain(`| ${name} | ${severity} | ${shortWindow} and ${longWindow} |`);
      expect(runbook).toContain(`| ${factor.toFixed()} |`);
      expect(board).toContain(`Above ${factor.toFixed()} over ${longWindow}: a ${severity}`);
    }
    expect(board).toContain(`Share of the ${window} error budget`);
  });
});

test.each([
  ["7d", [3, 4, 7, 14]],
  ["28d", [3, 7, 13, 14]],
  ["30d", [3, 7, 13, 13]],
  ["90d", [4, 10, 20, 14]],
] as const)("the guard of %s is a hundredth of its own shares", (window, expected) => {
  const slo = find(`orders-success-${window}`);
  expect(slo.tiers.map((tier) => fewestBadEvents(slo, tier))).toEqual(expected);
});

test("a lone bad minute alerts nobody, however tight the target", () => {
  const tight = environmentOfWindows("dev", () => ({ success: 99.999, freshness: 99.999 }));
  const fewest = slosOfAll(tight).flatMap((slo) =>
    slo.tiers.map((tier) => fewestBadEvents(slo, tier)),
  );
  expect(Math.min(...fewest)).toBe(2);
});

test("Prometheus is told to keep as much as the longest window needs", () => {
  const keep = (windows: readonly ObjectiveWindow[]): string => {
    const one = environmentOfWindows("dev", () => ({ success: 99, freshness: 99 }), windows);
    return filesByPath(one).get("exporters/prometheus-scrape.yaml")!;
  };
  expect(keep(OBJECTIVE_WINDOWS)).toContain("--storage.tsdb.retention.time=95d");
  expect(keep(["7d", "28d"])).toContain("--storage.tsdb.retention.time=33d");
});

/** The tiers that a generated test expects and its name denies. */
function denied({ name, alert_rule_test = [] }: TestCase): string[] {
  const tiers = alert_rule_test.flatMap(({ exp_alerts }) =>
    exp_alerts.map(({ exp_labels }) => exp_labels["burn_tier"] ?? "absent"),
  );
  if (/alerts? nobody/.test(name)) return tiers;
  return /do not fire it/.test(name) ? tiers.filter((tier) => tier === "fast") : [];
}

describe("the generated tests of any target that is allowed", () => {
  const LOWEST = { "7d": 92.57, "28d": 92.57, "30d": 93.07, "90d": 95.38 } as const;
  const at = (target: number | undefined) => (window: ObjectiveWindow) => ({
    success: target ?? LOWEST[window],
    freshness: target ?? LOWEST[window],
  });

  test.each([
    ["the lowest", undefined],
    ["96.93", 96.93],
    ["99", 99],
    ["99.95", 99.95],
    ["99.999", 99.999],
  ])("%s: hold what they say, and end within 13 hours", (_name, target) => {
    for (const cloud of ["dev", "dev-gcp"] as const) {
      for (const slo of slosOfAll(environmentOfWindows(cloud, at(target)))) {
        const cases = scenarios(slo);
        expect(cases.flatMap(denied)).toEqual([]);
        const times = cases.flatMap(({ alert_rule_test = [] }) =>
          alert_rule_test.map(({ eval_time }) => eval_time),
        );
        const minutes = times.map((text) => parseMinutes(text));
        expect(Math.max(...minutes)).toBeLessThanOrEqual(780);
      }
    }
  });
});

const parseMinutes = (text: string): number =>
  Number.parseInt(text, 10) * { s: 1 / 60, m: 1, h: 60 }[text.at(-1) as "s" | "m" | "h"];

test("one inhibition serves all windows: a tier has the same name in each", () => {
  const { inhibit_rules } = parse(files.get("alertmanager/alertmanager.yaml")!) as {
    inhibit_rules: { equal: string[] }[];
  };
  expect(inhibit_rules).toHaveLength(3);
  for (const { equal } of inhibit_rules) expect(equal).toContain("sloth_id");
});

test.each([
  ["7d", ["0.01344", "0.0035", "0.0014", "0.00105"]],
  ["28d", ["0.01344", "0.0056", "0.0028", "0.00105"]],
  ["90d", ["0.0216", "0.009", "0.0045", "0.00108"]],
] as const)("the thresholds of %s are exact decimals", (window, expected) => {
  const slo = find(`orders-success-${window}`);
  expect(slo.tiers.map((tier) => thresholdOf(slo, tier))).toEqual(expected);
});
