import { fleetTitle, fleetUid, series } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { join, sum } from "../promql";
import { annotations } from "./annotations";
import { renderRows } from "./board";
import { toServiceBoard } from "./links";
import type { PanelSpec } from "./panel";
import {
  BY_OBJECTIVE,
  OBJECTIVE,
  budgetsLeft,
  burnRates,
  firing,
  objectivesRecord,
} from "./panels/overview_panels";
import type { Row } from "./row";
import { boardAlerts } from "./selectors";
import { fleetVariables } from "./variables";

/** The board of an environment: every objective of every service and cell. */
export function renderFleet(environment: Environment): RenderedFile {
  const { name } = environment;
  const frame = {
    uid: fleetUid(name),
    title: fleetTitle(name),
    description: `Every objective of ${name}: what is left of its budget, and how fast it goes. Generated from the declarations.`,
    environment: name,
    variables: fleetVariables(name, environment.services),
    links: environment.services.map((service) => toServiceBoard(environment, service.name)),
    annotations: annotations(ALERTS, name),
  };
  return renderRows(frame, ROWS);
}

/** What a reader picked. */
const PICKED = { cell: "=~$cell", sloth_service: "=~$service" } as const;

const ALERTS = boardAlerts(PICKED);

const left = objectivesRecord(series.budgetRemaining, PICKED);

const budgets: readonly PanelSpec[] = [
  {
    id: 101,
    title: "Budget left",
    description:
      "Share of each error budget that is not spent. Below a quarter a release needs care; at 0 releases stop.",
    ...budgetsLeft(PICKED),
  },
  {
    id: 102,
    title: "Burn rate (1h)",
    description:
      "How many times faster than sustainable each budget went in the last hour. At 1 it lasts exactly its window.",
    ...burnRates(PICKED),
  },
  {
    id: 103,
    title: "Budget left over time",
    description: "How each budget came to be what it is: a step is an outage, a slope a slow burn.",
    ...budgetsLeft(PICKED, "timeseries"),
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
    ...firing(ALERTS),
  },
  {
    id: 203,
    title: "Judged",
    description:
      "Events and minutes a minute by which each objective is judged: none means that it is blind.",
    unit: "short",
    targets: [
      { expr: sum(objectivesRecord(series.total, PICKED), BY_OBJECTIVE), legend: OBJECTIVE },
    ],
  },
];

const ROWS: readonly Row[] = [
  { title: "Budgets", panels: budgets },
  { title: "States", panels: states },
];
