import { burnTiers, type BurnTier } from "../../model/burn";
import type { Environment } from "../../model/settle";
import {
  alertName,
  boardUid,
  boardUrl,
  runbookUrl,
  sloId,
  sloLabels,
  sloPanelId,
  type AlertKind,
} from "../../model/names";
import type { Objective, Service } from "../../model/service";
import { ofRecord, type Selector } from "../promql";
import { findSli } from "./indicators/find_sli";
import type { Sli } from "./sli";

/** An objective of one service in one environment, with its names, links and signals. */
export interface Slo {
  /** `<service>-<objective>`, the label `sloth_id`. */
  readonly id: string;
  readonly service: Service;
  readonly objective: Objective;
  /** What tells it from every other SLO. */
  readonly labels: Readonly<Record<string, string>>;
  /** The labels of its records: those above and the exporter's job, which boards select by. */
  readonly recordLabels: Readonly<Record<string, string>>;
  readonly sli: Sli;
  /** Its burn alerts, fastest first: those of its window. */
  readonly tiers: readonly BurnTier[];
  readonly alert: (kind: AlertKind) => string;
  readonly runbookUrl: (kind: AlertKind) => string;
  /** The panel that shows its burn. */
  readonly boardUrl: string;
  /** The board of a service of the same environment, or one of its panels. */
  readonly boardOf: (service: string, panelId?: number) => string;
  /** Selects a record of this SLO. */
  readonly record: (name: string) => Selector;
}

/** The SLOs of a service, in the declared order. */
export function slosOf(service: Service, environment: Environment): Slo[] {
  return service.objectives.map((objective, index) => slo(service, objective, index, environment));
}

function slo(
  service: Service,
  objective: Objective,
  index: number,
  { declaration: { links } }: Environment,
): Slo {
  const labels = sloLabels(service, objective.name);
  const { sloth_id, environment, cell } = labels;
  const record = (series: string): Selector => ofRecord(series, { sloth_id, environment, cell });
  const sli = findSli(service, objective, record);
  const alert = (kind: AlertKind): string => alertName(service.name, objective.name, kind);
  const boardOf = (name: string, panelId?: number): string =>
    boardUrl(links.grafana, boardUid(environment, name), panelId);
  return {
    id: sloId(service.name, objective.name),
    service,
    objective,
    labels,
    recordLabels: { ...labels, job: sli.job },
    sli,
    tiers: burnTiers(objective.window),
    alert,
    runbookUrl: (kind) => runbookUrl(links.runbooks, alert(kind)),
    boardUrl: boardOf(service.name, sloPanelId(index)),
    boardOf,
    record,
  };
}

/** The ratio above which a tier's budget share goes within its long window, exact: 0.0144. */
export const thresholdOf = ({ objective }: Slo, tier: BurnTier): string =>
  tier.factor.times(objective.budget).toFixed();
