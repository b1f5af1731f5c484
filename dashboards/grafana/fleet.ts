import { DashboardLinkBuilder, DashboardLinkType } from "@grafana/grafana-foundation-sdk/dashboard";
import { boardUid, boardUrl, fleetTitle, fleetUid, series } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { group, join, max, maxWithout, min, ofRecord, sum, type Selector } from "../promql";
import { renderRows } from "./board";
import type { PanelSpec } from "./panel";
import type { Row } from "./row";
import { boardAlerts } from "./selectors";
import { fleetVariables } from "./variables";

const BY_OBJECTIVE = ["sloth_id", "cell"] as const;
const OBJECTIVE = "{{sloth_id}} {{cell}}";

/** The board of an environment: every objective of every service and cell. */
export function renderFleet(environment: Environment): RenderedFile {
  const { name } = environment;
  const frame = {
    uid: fleetUid(name),
    title: fleetTitle(name),
    description: `Every objective of ${name}: what is left of its budget, and how fast it goes. Generated from the declarations.`,
    environment: name,
    variables: fleetVariables(name),
    links: environment.services.map((service) => serviceLink(environment, service.name)),
    alerts: ALERTS,
  };
  return renderRows(frame, ROWS);
}

function serviceLink({ name, declaration: { links } }: Environment, service: string) {
  const url = boardUrl(links.grafana, boardUid(name, service));
  return new DashboardLinkBuilder(service).type(DashboardLinkType.Link).icon("dashboard").url(url);
}

const ALERTS = boardAlerts({ cell: "=~$cell", sloth_service: "=~$service" });

const record = (name: string): Selector =>
  ofRecord(name, {
    job: "=~$job",
    environment: "$environment",
    cell: "=~$cell",
    sloth_service: "=~$service",
  });

const left = record(series.budgetRemaining);

const BUDGET: Pick<PanelSpec, "unit" | "base" | "limits"> = {
  unit: "percentunit",
  base: "red",
  limits: [
    { from: 0, color: "orange" },
    { from: 0.25, color: "green" },
  ],
};

const budgets: readonly PanelSpec[] = [
  {
    id: 101,
    title: "Budget left",
    description:
      "Share of each error budget that is not spent. Below a quarter a release needs care; at 0 releases stop.",
    kind: "stat",
    ...BUDGET,
    targets: [{ expr: min(left, BY_OBJECTIVE), legend: OBJECTIVE }],
  },
  {
    id: 102,
    title: "Burn rate (1h)",
    description:
      "How many times faster than sustainable each budget went in the last hour. At 1 it lasts exactly its window.",
    unit: "short",
    limits: [{ from: 1, color: "orange" }],
    targets: [{ expr: burn(), legend: OBJECTIVE }],
  },
  {
    id: 103,
    title: "Budget left over time",
    description: "How each budget came to be what it is: a step is an outage, a slope a slow burn.",
    ...BUDGET,
    targets: [{ expr: min(left, BY_OBJECTIVE), legend: OBJECTIVE }],
  },
];

const states: readonly PanelSpec[] = [
  {
    id: 201,
    title: "Objectives by state",
    description:
      "How many objectives have a quarter of their budget or more, less than that, and nothing. Those without data are in none.",
    unit: "short",
    kind: "stat",
    targets: [
      { expr: sum(join(left, ">= bool", "0.25")), legend: "kept" },
      {
        expr: join(sum(join(left, "> bool", "0")), "-", sum(join(left, ">= bool", "0.25"))),
        legend: "little left",
      },
      { expr: sum(join("0", ">= bool", left)), legend: "spent" },
    ],
  },
  {
    id: 202,
    title: "Firing alerts",
    description: "Alerts of objectives by name and severity. Empty while nothing fires.",
    unit: "short",
    targets: [
      { expr: sum(ALERTS, ["alertname", "severity"]), legend: "{{alertname}} ({{severity}})" },
    ],
  },
  {
    id: 203,
    title: "Judged",
    description:
      "Events and minutes a minute by which each objective is judged: none means that it is blind.",
    unit: "short",
    targets: [{ expr: sum(record(series.total), BY_OBJECTIVE), legend: OBJECTIVE }],
  },
];

function burn() {
  const ratio = maxWithout("sloth_window", record(series.errorRatio("1h")));
  return max(group(join(ratio, "/", record(series.errorBudget))), BY_OBJECTIVE);
}

const ROWS: readonly Row[] = [
  { title: "Budgets", panels: budgets },
  { title: "States", panels: states },
];
