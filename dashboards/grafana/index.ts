import { DashboardLinkBuilder, DashboardLinkType } from "@grafana/grafana-foundation-sdk/dashboard";
import { boardTitle, boardUid } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import type { Slo } from "../slo/slo";
import { awsRows } from "./aws_panels";
import { renderRows, type Frame } from "./board";
import { googleRows } from "./google_panels";
import type { Row } from "./row";
import { boardAlerts } from "./selectors";
import { sloPanels } from "./slo_panels";
import { serviceVariables } from "./variables";

export { renderFleet } from "./fleet";

/** The board of a service: objectives first, then what they rest on. */
export const renderBoard = (
  service: Service,
  slos: readonly Slo[],
  environment: Environment,
): RenderedFile => renderRows(frame(service, slos, environment), rowsOf(service, slos));

function rowsOf(service: Service, slos: readonly Slo[]): Row[] {
  const objectives = slos.length === 0 ? [] : [{ title: "Objectives", panels: sloPanels(slos) }];
  const below = service.cloud === "aws" ? awsRows(service, slos) : googleRows(service, slos);
  return [...objectives, ...below].filter(({ panels }) => panels.length > 0);
}

const frame = (service: Service, slos: readonly Slo[], { name }: Environment): Frame => ({
  uid: boardUid(name, service.name),
  title: boardTitle(service.name, name),
  description: `${service.description} Owner: ${service.owner.team} (${service.owner.contact}). Generated from the declaration.`,
  environment: name,
  variables: serviceVariables(service),
  links: runbookLinks(slos),
  alerts: boardAlerts({ sloth_service: service.name }),
});

const runbookLinks = (slos: readonly Slo[]) =>
  slos.map((slo) =>
    new DashboardLinkBuilder(`Runbook: ${slo.objective.name}`)
      .type(DashboardLinkType.Link)
      .icon("doc")
      .url(slo.runbookUrl("ErrorBudgetBurn"))
      .targetBlank(true),
  );
