import { series, sloPanelId } from "../../../model/names";
import { join, max, maxWithout, group, sum, type Promql } from "../../promql";
import { unitOf } from "../../slo/sli";
import type { Slo } from "../../slo/slo";
import type { PanelSpec } from "../panel";
import { boardRecord } from "../selectors";

const BY_CELL = ["cell"] as const;

/** Three panels an objective: what is left, how fast it goes, and how it stands against the target. */
export const sloPanels = (slos: readonly Slo[]): PanelSpec[] =>
  slos.flatMap((slo, index) => [
    budgetLeft(slo, index),
    burnRate(slo, index),
    indicator(slo, index),
  ]);

const runbooks = (slo: Slo) => [
  { title: `Runbook: ${slo.alert("ErrorBudgetBurn")}`, url: slo.runbookUrl("ErrorBudgetBurn") },
  { title: `Runbook: ${slo.alert("MetricAbsent")}`, url: slo.runbookUrl("MetricAbsent") },
];

function budgetLeft(slo: Slo, index: number): PanelSpec {
  return {
    id: sloPanelId(index) + 100,
    title: `${slo.objective.name}: budget left`,
    description: `Share of the ${slo.objective.window === "month" ? "month's" : slo.objective.window} error budget that is not spent, by events. Below 0 the target of ${slo.objective.targetPercent.toFixed()}% is missed.`,
    unit: "percentunit",
    kind: "stat",
    base: "red",
    limits: [
      { from: 0, color: "orange" },
      { from: 0.25, color: "green" },
    ],
    targets: [
      { expr: sum(boardRecord(series.budgetRemaining, slo.id), BY_CELL), legend: "{{cell}}" },
    ],
    links: runbooks(slo),
  };
}

const burnOver = (slo: Slo, window: string): Promql =>
  max(
    group(
      join(
        maxWithout("sloth_window", boardRecord(series.errorRatio(window), slo.id)),
        "/",
        boardRecord(series.errorBudget, slo.id),
      ),
    ),
    BY_CELL,
  );

function burnRate(slo: Slo, index: number): PanelSpec {
  const colors = { page: "red", ticket: "orange" } as const;
  return {
    id: sloPanelId(index),
    title: `${slo.objective.name}: burn rate`,
    description: `How many times faster than sustainable the budget goes, over each alert's long window. ${slo.tiers.map((tier) => `Above ${tier.factor.toFixed()} over ${tier.longWindow}: a ${tier.severity}`).join(". ")}.`,
    unit: "short",
    limits: [...slo.tiers]
      .reverse()
      .map((tier) => ({ from: tier.factor.toNumber(), color: colors[tier.severity] })),
    targets: slo.tiers.map(({ longWindow }) => ({
      expr: burnOver(slo, longWindow),
      legend: `${longWindow} {{cell}}`,
    })),
    links: runbooks(slo),
  };
}

function indicator(slo: Slo, index: number): PanelSpec {
  const target = slo.objective.targetPercent.dividedBy(100).toNumber();
  const bad = max(boardRecord(series.errorRatio("1h"), slo.id), BY_CELL);
  return {
    id: sloPanelId(index) + 200,
    title: `${slo.objective.name}: indicator and target`,
    description: `Good ${unitOf(slo.sli)} of the last hour, beside the target. A bad one: ${slo.sli.badOnes}.`,
    unit: "percentunit",
    base: "red",
    limits: [{ from: target, color: "green" }],
    targets: [
      { expr: join("1", "-", bad), legend: "good {{cell}}" },
      { expr: max(boardRecord(series.objective, slo.id)), legend: "target" },
    ],
  };
}
