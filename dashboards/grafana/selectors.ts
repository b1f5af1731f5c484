import {
  keyValueStores,
  objectStores,
  replicatedStores,
  type Service,
  type Store,
} from "../../model/service";
import type { ResourceKind, Signal } from "../../model/signal";
import {
  averageOverTime,
  join,
  ofAlerts,
  ofRecord,
  rate,
  sum,
  type Matchers,
  type Promql,
  type Selector,
} from "../promql";
import { labelsOf, placeOf, type ServicePlace } from "../resources";
import { ofSignal } from "../promql";

/** A board is of one environment and of the cells that a reader picks. */
const boardPlace = (service: Service): ServicePlace => ({
  ...placeOf(service),
  environment: "$environment",
  cell: "$cell",
});

export const JOB = { job: "=~$job" } as const;

/** YACE says of each series where it is from; Google's series have no such label in common. What is global is of no region. */
const regionOf = (signal: Signal): Matchers =>
  signal.job === "yace" && !("region" in signal) ? { region: "=~$region" } : {};

/** What Grafana puts for the window of a rate: at least four scrapes. */
export const RATE_INTERVAL = "$__rate_interval";

/** A signal of a service as its board selects it; `store` says which of its stores is meant. */
export const boardSignal = (signal: Signal, service: Service, store?: string): Selector =>
  anywhere(signal, service, store, regionOf(signal));

/** The same in every region. */
export function anywhere(
  signal: Signal,
  service: Service,
  store?: string,
  matchers: Matchers = {},
): Selector {
  const { [signal.label]: name = "" } = labelsOf(signal, boardPlace(service), store);
  return ofSignal(signal, { ...JOB, [signal.label]: `=~${name}`, ...matchers });
}

/** A signal of every store of these services that emits it. */
export const boardStores = (
  signal: Signal,
  services: readonly Service[],
  matchers: Matchers = {},
): Selector => storesAnywhere(signal, services, { ...regionOf(signal), ...matchers });

/** The stores of a service that emit; all others are tables. */
const EMITTING: Readonly<Partial<Record<ResourceKind, (service: Service) => readonly Store[]>>> = {
  bucket: objectStores,
  replication: replicatedStores,
};

/** The same in every region. */
export function storesAnywhere(
  signal: Signal,
  services: readonly Service[],
  matchers: Matchers = {},
): Selector {
  const emits = EMITTING[signal.resource] ?? keyValueStores;
  const names = services.flatMap((service) =>
    emits(service).map(({ name }) => labelsOf(signal, boardPlace(service), name)[signal.label]),
  );
  return ofSignal(signal, { ...JOB, [signal.label]: `=~${names.join("|")}`, ...matchers });
}

/** A signal of these services, of which each has one such resource. */
export const boardResources = (
  signal: Signal,
  services: readonly Service[],
  matchers: Matchers = {},
): Selector => resourcesAnywhere(signal, services, { ...regionOf(signal), ...matchers });

/** The same in every region. */
export function resourcesAnywhere(
  signal: Signal,
  services: readonly Service[],
  matchers: Matchers = {},
): Selector {
  const names = services.map((service) => labelsOf(signal, boardPlace(service))[signal.label]);
  return ofSignal(signal, { ...JOB, [signal.label]: `=~${names.join("|")}`, ...matchers });
}

/** A record of a service's SLO as its board selects it. */
export const boardRecord = (record: string, slothId: string): Selector =>
  ofRecord(record, { ...JOB, sloth_id: slothId, environment: "$environment", cell: "=~$cell" });

/** Alerts of objectives that fire, as boards select them. */
export const boardAlerts = (of: Matchers): Selector =>
  ofAlerts({ ...JOB, ...of, environment: "$environment", alertstate: "firing" });

/** Those of these services, in the cells that a reader picked. */
export const alertsOf = (services: readonly Service[]): Selector =>
  boardAlerts({
    cell: "=~$cell",
    sloth_service: `=~${services.map(({ name }) => name).join("|")}`,
  });

/** Events a second: of one-minute sums their mean over 60 s, of counters their rate. */
export function perSecond(signal: Signal, of: Selector, by: readonly string[] = []): Promql {
  if (signal.semantics !== "periodSum") return sum(rate(of, RATE_INTERVAL), by);
  return join(sum(averageOverTime(of, RATE_INTERVAL), by), "/", "60");
}
