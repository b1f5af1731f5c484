/** All that watches a service: rules and their tests, exporters, routes, board and runbooks, from the settled service. */
import { isFirstCell } from "../model/cells/name";
import { inOneCell, nameIn, servicesEverywhere } from "../model/cells/view";
import { FIRST_CELL, META_RULES } from "../model/names";
import type { RenderedFile } from "../model/output";
import type { Service } from "../model/service";
import type { Environment } from "../model/settle";
import { renderDiagram } from "./diagram";
import { renderExporters } from "./exporters";
import { renderBoard, renderData, renderEdge, renderFleet } from "./grafana";
import { renderProvisioning } from "./grafana/provisioning";
import { renderOpenSlo } from "./openslo";
import { renderOpenTelemetry } from "./otel";
import { metaGroups, renderMetaRules } from "./meta/rule_file";
import { renderMetaTests } from "./meta/test_file";
import { renderPrometheus } from "./prometheus/config";
import { renderMimirRules } from "./prometheus/mimir";
import { shortGroups } from "./prometheus/short_groups";
import { renderThanosRuler } from "./prometheus/thanos";
import { renderRunbooks } from "./runbooks";
import { inEachCell } from "./runbooks/cells";
import { renderMetaRunbooks } from "./runbooks/meta";
import { renderIdleRunbooks } from "./runbooks/idle";
import { renderDeliveryRunbooks } from "./runbooks/delivery";
import { renderOutboxRunbooks } from "./runbooks/outbox";
import { renderOverdueRunbooks } from "./runbooks/overdue";
import { renderEdgeCodeRunbooks } from "./runbooks/edge_code";
import { renderRegionRunbooks } from "./runbooks/regions";
import { renderRotationRunbooks } from "./runbooks/rotation";
import { renderStoreRunbooks } from "./runbooks/stores";
import { renderAlertmanager } from "./slo/alertmanager";
import { renderHouseRules } from "./slo/house_rules";
import { renderRules, ruleGroup } from "./slo/rule_file";
import { slosOf, type Slo } from "./slo/slo";
import { renderRuleTests } from "./slo/tests/test_file";
import { renderCompose } from "./stack/compose";
import { TICKET_FILES } from "./tickets/all";
import { renderTickets } from "./tickets/ticket_file";

/** How much there is, for the main job's table. */
export interface ObservabilityCounts {
  readonly slos: number;
  /** Recording and alerting rules. */
  readonly rules: number;
  readonly boards: number;
}

/** What people and tools watch an environment with. */
export interface Observability {
  /** Sorted by path. */
  readonly files: readonly RenderedFile[];
  readonly counts: ObservabilityCounts;
}

/** Rules, their tests, boards, exporters' and Alertmanager's configuration, runbooks: all of one environment. */
export function renderObservability(environment: Environment): Observability {
  const services = servicesEverywhere(environment).map((service) => ({
    service,
    slos: slosOf(service, environment),
  }));
  const views = environment.cells.map((cell) => inOneCell(environment, cell));
  const first = inOneCell(environment, FIRST_CELL);
  const boards = [renderFleet(environment), ...renderEdge(environment), ...renderData(environment)];
  const files = [
    ...services.flatMap(({ service, slos }) => renderService(service, slos, environment)),
    ...renderExporters(environment),
    renderAlertmanager(environment),
    renderHouseRules(environment),
    renderMetaRules(environment),
    renderMetaTests(environment),
    ...renderMetaRunbooks(environment),
    ...views.flatMap((view) => TICKET_FILES.flatMap((file) => renderTickets(file, view))),
    ...inEachCell(environment, renderStoreRunbooks(first)),
    ...inEachCell(environment, renderOverdueRunbooks(first)),
    ...renderRegionRunbooks(environment),
    ...inEachCell(environment, renderRotationRunbooks(first)),
    ...inEachCell(environment, renderDeliveryRunbooks(first)),
    ...inEachCell(environment, renderOutboxRunbooks(first)),
    ...renderEdgeCodeRunbooks(first),
    ...inEachCell(environment, renderIdleRunbooks(first)),
    renderPrometheus(environment),
    renderThanosRuler(environment),
    renderMimirRules(environment.name, META_RULES, metaGroups(environment)),
    ...renderOpenTelemetry(environment),
    ...boards,
    ...renderProvisioning(environment),
    renderCompose(environment),
    renderDiagram(environment),
  ];
  return {
    files: files.sort((one, other) => (one.path < other.path ? -1 : 1)),
    counts: {
      ...countRules(
        services.flatMap(({ slos }) => slos),
        environment,
      ),
      boards: environment.services.length + boards.length,
    },
  };
}

/** A service without objectives has a board and no rules; its board and its runbooks are those of all cells. */
function renderService(
  service: Service,
  slos: readonly Slo[],
  environment: Environment,
): RenderedFile[] {
  const rules =
    slos.length === 0
      ? []
      : [
          renderRules(service, slos),
          renderMimirRules(
            environment.name,
            nameIn(service.cell, service.name),
            slos.flatMap(shortGroups),
          ),
          ...renderRuleTests(service, slos),
          renderOpenSlo(service, slos),
        ];
  if (!isFirstCell(service.cell)) return rules;
  const runbooks = inEachCell(environment, renderRunbooks(slos, environment));
  return [...rules, renderBoard(service, slos, environment), ...runbooks];
}

function countRules(slos: readonly Slo[], environment: Environment) {
  const views = environment.cells.map((cell) => inOneCell(environment, cell));
  const groups = [
    ...slos.map(ruleGroup),
    ...metaGroups(environment),
    ...views.flatMap((view) => TICKET_FILES.flatMap(({ groups }) => groups(view))),
  ];
  return {
    slos: slos.length,
    rules: groups.reduce((sum, { rules }) => sum + rules.length, 0),
  };
}
