import {
  AnnotationQueryBuilder,
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  RowBuilder,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { boardTitle, boardUid, files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import type { Slo } from "../slo/slo";
import { awsRows } from "./aws_panels";
import { googleRows } from "./google_panels";
import { DATA_SOURCE, toPanel } from "./panel";
import type { Row } from "./row";
import { boardAlerts } from "./selectors";
import { sloPanels } from "./slo_panels";
import { variables } from "./variables";

/** Boards of one environment find one another by these. */
const tags = (environment: string): string[] => ["plinth", environment];

/** The board of a service: objectives first, then what they rest on. */
export function renderBoard(
  service: Service,
  slos: readonly Slo[],
  environment: Environment,
): RenderedFile {
  const uid = boardUid(environment.name, service.name);
  const board = withRows(frame(service, slos, uid), rowsOf(service, slos)).build();
  return { path: files.dashboard(uid), text: `${JSON.stringify(board, null, 2)}\n` };
}

function rowsOf(service: Service, slos: readonly Slo[]): Row[] {
  const objectives = slos.length === 0 ? [] : [{ title: "Objectives", panels: sloPanels(slos) }];
  const below = service.cloud === "aws" ? awsRows(service, slos) : googleRows(service, slos);
  return [...objectives, ...below].filter(({ panels }) => panels.length > 0);
}

/** Everything but the panels. The id is Grafana's own, so it stays empty; the uid is ours. */
function frame(service: Service, slos: readonly Slo[], uid: string): DashboardBuilder {
  return new DashboardBuilder(boardTitle(service.name, service.environment))
    .uid(uid)
    .description(
      `${service.description} Owner: ${service.owner.team} (${service.owner.contact}). Generated from the declaration.`,
    )
    .tags(tags(service.environment))
    .readonly()
    .timezone("utc")
    .refresh("1m")
    .time({ from: "now-6h", to: "now" })
    .tooltip(DashboardCursorSync.Crosshair)
    .variables(variables(service))
    .links([...runbookLinks(slos), boardsLink(service)])
    .annotation(firingAlerts(service));
}

/** Rows have no id of their own: the first would get 0, which Grafana takes for none. */
function withRows(board: DashboardBuilder, rows: readonly Row[]): DashboardBuilder {
  rows.forEach(({ title, panels }, index) => {
    board.withRow(new RowBuilder(title).id(index + 1));
    panels.forEach((panel) => board.withPanel(toPanel(panel)));
  });
  return board;
}

const runbookLinks = (slos: readonly Slo[]) =>
  slos.map((slo) =>
    new DashboardLinkBuilder(`Runbook: ${slo.objective.name}`)
      .type(DashboardLinkType.Link)
      .icon("doc")
      .url(slo.runbookUrl("ErrorBudgetBurn"))
      .targetBlank(true),
  );

const boardsLink = (service: Service) =>
  new DashboardLinkBuilder(`Boards of ${service.environment}`)
    .type(DashboardLinkType.Dashboards)
    .icon("external link")
    .tags(tags(service.environment))
    .asDropdown(true)
    .includeVars(true)
    .keepTime(true);

const firingAlerts = (service: Service) =>
  new AnnotationQueryBuilder()
    .name("Firing alerts")
    .datasource(DATA_SOURCE)
    .enable(true)
    .iconColor("red")
    .expr(boardAlerts(service.name))
    .titleFormat("{{alertname}} ({{severity}})")
    .textFormat("{{burn_tier}} {{cell}}")
    .step("60s");
