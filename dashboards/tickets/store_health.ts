import { boardUrl, dataUid, storeAlertName } from "../../model/names";
import type { Service, Store } from "../../model/service";
import type { Environment } from "../../model/settle";
import { formatDuration } from "../../model/duration";
import { join, max } from "../promql";
import { placeOf, signalOf } from "../resources";
import { firstPanelOf } from "../store_panels";
import { reasonsOf, type NetworkedStore, type Reason } from "./reasons";
import type { Ticket } from "./ticket";

/** A store that has tickets, and whose it is. */
export interface WatchedStore {
  readonly service: Service;
  readonly store: NetworkedStore;
  /** Of its runbook too. */
  readonly alert: string;
}

export const isWatched = (store: Store): store is NetworkedStore =>
  ["relational", "cache", "file"].includes(store.kind);

/** The stores whose limits somebody has to know of: those that scale by themselves, as far as declared. */
export const watchedStores = ({ services }: Pick<Environment, "services">): WatchedStore[] =>
  services.flatMap((service) =>
    service.stores
      .filter(isWatched)
      .map((store) => ({ service, store, alert: storeAlertName(service.name, store.name) })),
  );

/** A ticket for each reason. */
export const storeTickets = (environment: Environment): Ticket[] =>
  watchedStores(environment).flatMap((watched) =>
    reasonsOf(watched.store).map((reason) => ticketOf(watched, reason, environment)),
  );

export function ticketOf(
  { service, store, alert }: WatchedStore,
  reason: Reason,
  environment: Environment,
): Ticket {
  const { name, signal, minutes, says, over } = reason;
  const patience = formatDuration(60 * minutes);
  const at = { store: store.name };
  return {
    alert,
    labels: { cell: service.cell, service: service.name, store: store.name, reason: name },
    owner: service.owner,
    expr: join(max(signalOf(signal, placeOf(service), at)), ">", `${over}`),
    for: patience,
    summary: `The store ${store.name} of ${service.name} works worse than it should: ${name.replace("_", " ")}.`,
    description: `For ${patience}, ${says}.`,
    dashboardUrl: storePanelUrl(environment, service, store, reason.panel),
  };
}

/** @param panel - its place among the store's */
export const storePanelUrl = (
  { name, services, declaration: { links } }: Environment,
  service: Service,
  store: Store,
  panel: number,
): string => boardUrl(links.grafana, dataUid(name), firstPanelOf(services, service, store) + panel);
