import type { DashboardLinkBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import { boardTitle, boardUid } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import { runsCode, type Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import type { Slo } from "../slo/slo";
import { annotations } from "./annotations";
import { renderRows, type Frame } from "./board";
import { cloudLogsLink } from "./cloud_logs";
import { logsLink, tracesLink, tracesOf } from "./explore";
import { outside, toServiceBoard } from "./links";
import { awsRows } from "./panels/aws_panels";
import { businessPanels } from "./panels/business_panels";
import { dependencyRow } from "./panels/dependency_panels";
import { googleRows } from "./panels/google_panels";
import { sloPanels } from "./panels/slo_panels";
import type { Row } from "./row";
import { boardAlerts } from "./selectors";
import { serviceVariables } from "./variables";

export { renderData } from "./data";
export { renderEdge } from "./edge";
export { renderFleet } from "./fleet";

/** The board of a service: objectives first, then what they rest on. */
export const renderBoard = (
  service: Service,
  slos: readonly Slo[],
  environment: Environment,
): RenderedFile =>
  renderRows(frame(service, slos, environment), rowsOf(service, slos, environment));

function rowsOf(service: Service, slos: readonly Slo[], environment: Environment): Row[] {
  const objectives = slos.length === 0 ? [] : [{ title: "Objectives", panels: sloPanels(slos) }];
  const below = service.cloud === "aws" ? awsRows : googleRows;
  const traces = tracesOf(service, environment);
  return [
    ...objectives,
    { title: "Business", panels: businessPanels(service) },
    dependencyRow(service, environment),
    ...below(service, slos, traces),
  ].filter(({ panels }) => panels.length > 0);
}

const frame = (service: Service, slos: readonly Slo[], environment: Environment): Frame => ({
  uid: boardUid(environment.name, service.name),
  title: boardTitle(service.name, environment.name),
  description: `${service.description} Owner: ${service.owner.team} (${service.owner.contact}). Generated from the declaration.`,
  environment: environment.name,
  variables: serviceVariables(service),
  links: linksOf(service, slos, environment),
  annotations: annotations(
    boardAlerts({ sloth_service: service.name }),
    environment.name,
    service.name,
  ),
});

/** What to read next: runbooks, the boards of what the service needs, its traces and logs. */
const linksOf = (
  service: Service,
  slos: readonly Slo[],
  environment: Environment,
): DashboardLinkBuilder[] => [
  ...runbookLinks(slos),
  ...service.dependsOn.map((name) => toServiceBoard(environment, name, `Needs ${name}`)),
  ...[
    ...(runsCode(service)
      ? [tracesLink(service, environment), logsLink(service, environment)]
      : []),
    cloudLogsLink(service, environment),
  ].map((link) => outside(link).icon("external link")),
];

const runbookLinks = (slos: readonly Slo[]): DashboardLinkBuilder[] =>
  slos.map((slo) =>
    outside({
      title: `Runbook: ${slo.objective.name}`,
      url: slo.runbookUrl("ErrorBudgetBurn"),
    }).icon("doc"),
  );
