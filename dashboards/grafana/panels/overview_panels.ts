import { series } from "../../../model/names";
import {
  group,
  join,
  max,
  maxWithout,
  min,
  ofRecord,
  sum,
  type Matchers,
  type Promql,
  type Selector,
} from "../../promql";
import type { PanelSpec } from "../panel";
import { JOB } from "../selectors";

/** What a panel shows, without its number and its words. */
type Shown = Omit<PanelSpec, "id" | "title" | "description">;

export const BY_OBJECTIVE = ["sloth_id", "cell"] as const;
export const OBJECTIVE = "{{sloth_id}} {{cell}}";

/** A record of the objectives of those services that the matchers find. */
export const objectivesRecord = (name: string, of: Matchers): Selector =>
  ofRecord(name, { ...JOB, environment: "$environment", cell: "=~$cell", ...of });

/** Budgets by how much is left of them; over time, or as they are. */
export const budgetsLeft = (of: Matchers, kind: PanelSpec["kind"] = "stat"): Shown => ({
  unit: "percentunit",
  kind,
  base: "red",
  limits: [
    { from: 0, color: "orange" },
    { from: 0.25, color: "green" },
  ],
  targets: [
    { expr: min(objectivesRecord(series.budgetRemaining, of), BY_OBJECTIVE), legend: OBJECTIVE },
  ],
});

/** How fast budgets went in the last hour. */
export const burnRates = (of: Matchers): Shown => ({
  unit: "short",
  limits: [{ from: 1, color: "orange" }],
  targets: [{ expr: max(group(burn(of)), BY_OBJECTIVE), legend: OBJECTIVE }],
});

const burn = (of: Matchers): Promql =>
  join(
    maxWithout("sloth_window", objectivesRecord(series.errorRatio("1h"), of)),
    "/",
    objectivesRecord(series.errorBudget, of),
  );

/** Alerts by name and severity. */
export const firing = (alerts: Selector): Shown => ({
  unit: "short",
  targets: [
    { expr: sum(alerts, ["alertname", "severity"]), legend: "{{alertname}} ({{severity}})" },
  ],
});
