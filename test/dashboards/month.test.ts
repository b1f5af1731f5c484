import { recordingRules, windowsOf } from "../../dashboards/slo/recording";
import { burnTiers } from "../../model/burn";
import { environmentOfWindows, filesByPath, slosOfAll } from "./windows";

const environment = environmentOfWindows("dev", () => ({ success: 99.9, freshness: 99.5 }), [
  "month",
]);
const files = filesByPath(environment);
const [success, freshness] = slosOfAll(environment);
const rule = (slo: typeof success, name: string): string =>
  recordingRules(slo!).find(({ record }) => record === name)!.expr;

test("a month alerts by the tiers of 30 days, and records no rolling period", () => {
  expect(success!.tiers).toEqual(burnTiers("30d"));
  expect(windowsOf(success!)).toEqual(["5m", "30m", "1h", "2h", "6h", "1d", "3d"]);
});

test("a month's budget is that of the whole month: what is to come counts as declared", () => {
  expect(rule(success, "slo:period_burn_rate:ratio")).toMatch(/ - 1\) \* 300, 1\)\)$/);
  expect(rule(freshness, "slo:period_burn_rate:ratio")).toMatch(/ - 1\) \* 1, 1\)\)$/);
  expect(rule(success, "slo:time_period:days")).toBe("days_in_month()");
});

test("a service of which no traffic is declared has a budget that can be divided by", () => {
  const quiet = { ...success!.service, traffic: { averagePerSecond: 0, peakPerSecond: 0 } };
  expect(rule({ ...success!, service: quiet }, "slo:period_burn_rate:ratio")).toContain("* 0, 1)");
});

test("people read of a calendar month, and Prometheus keeps 31 days", () => {
  const burn = files.get("runbooks/orders-success-month-error-budget-burn.md")!;
  expect(burn).toContain("promises 99.9% good events over a calendar month.");
  expect(burn).toContain("is broken for the calendar month.");
  expect(files.get("prometheus/rules/orders.yaml")).toContain("Of the calendar month's budget {{");
  expect(files.get("exporters/prometheus-scrape.yaml")).toContain("retention.time=36d");
});
