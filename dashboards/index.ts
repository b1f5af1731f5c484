/** All that watches a service: rules and their tests, exporters, routes, board and runbooks, from the settled service. */
import { META_RULES } from "../model/names";
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
import { renderMetaRunbooks } from "./runbooks/meta";
import { renderIdleRunbooks } from "./runbooks/idle";
import { renderStoreRunbooks } from "./runbooks/stores";
import { renderAlertmanager } from "./slo/alertmanager";
import { renderHouseRules } from "./slo/house_rules";
import { renderRules, ruleGroup } from "./slo/rule_file";
import { slosOf, type Slo } from "./slo/slo";
import { renderRuleTests } from "./slo/tests/test_file";
import { renderCompose } from "./stack/compose";
import { idleGroups, renderIdleRules } from "./tickets/idle_file";
import { renderStoreRules, storeGroups } from "./tickets/rule_file";

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
  const services = environment.services.map((service) => ({
    service,
    slos: slosOf(service, environment),
  }));
  const boards = [renderFleet(environment), ...renderEdge(environment), ...renderData(environment)];
  const files = [
    ...services.flatMap(({ service, slos }) => renderService(service, slos, environment)),
    ...renderExporters(environment),
    renderAlertmanager(environment),
    renderHouseRules(environment),
    renderMetaRules(environment),
    renderMetaTests(environment),
    ...renderMetaRunbooks(environment),
    ...renderStoreRules(environment),
    ...renderStoreRunbooks(environment),
    ...renderIdleRules(environment),
    ...renderIdleRunbooks(environment),
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
      boards: services.length + boards.length,
    },
  };
}

/** A service without objectives has a board and no rules. */
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
          renderMimirRules(environment.name, service.name, slos.flatMap(shortGroups)),
          ...renderRuleTests(service, slos),
          renderOpenSlo(service, slos),
        ];
  return [...rules, renderBoard(service, slos, environment), ...renderRunbooks(slos, environment)];
}

function countRules(slos: readonly Slo[], environment: Environment) {
  const groups = [
    ...slos.map(ruleGroup),
    ...metaGroups(environment),
    ...storeGroups(environment),
    ...idleGroups(environment),
  ];
  return {
    slos: slos.length,
    rules: groups.reduce((sum, { rules }) => sum + rules.length, 0),
  };
}
