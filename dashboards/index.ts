/** All that watches a service: rules and their tests, exporters, routes, board and runbooks, from the settled service. */
import type { RenderedFile } from "../model/output";
import type { Service } from "../model/service";
import type { Environment } from "../model/settle";
import { renderExporters } from "./exporters";
import { renderBoard, renderProvider } from "./grafana";
import { renderOpenSlo } from "./openslo";
import { renderRunbooks } from "./runbooks";
import { renderAlertmanager } from "./slo/alertmanager";
import { renderRules, ruleGroup } from "./slo/rule_file";
import { slosOf, type Slo } from "./slo/slo";
import { renderRuleTests } from "./slo/tests/test_file";

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
  const files = [
    ...services.flatMap(({ service, slos }) => renderService(service, slos, environment)),
    ...renderExporters(environment),
    renderAlertmanager(environment),
    renderProvider(environment),
  ];
  return {
    files: files.sort((one, other) => (one.path < other.path ? -1 : 1)),
    counts: count(services.map(({ slos }) => slos)),
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
      : [renderRules(service, slos), renderRuleTests(service, slos), renderOpenSlo(service, slos)];
  return [...rules, renderBoard(service, slos, environment), ...renderRunbooks(slos, environment)];
}

function count(services: readonly (readonly Slo[])[]): ObservabilityCounts {
  const slos = services.flat();
  return {
    slos: slos.length,
    rules: slos.reduce((sum, slo) => sum + ruleGroup(slo).rules.length, 0),
    boards: services.length,
  };
}
