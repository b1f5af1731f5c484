import type { Service, Store } from "../model/service";

/**
 * The number of a store's first panel on the board of all stores; its others follow. It hangs on the service's place among
 * all of the environment: one that begins to keep something moves no other's.
 */
export const firstPanelOf = (
  services: readonly Pick<Service, "name">[],
  service: Service,
  store: Store,
): number =>
  1_000 * (1 + services.findIndex(({ name }) => name === service.name)) +
  10 * service.stores.indexOf(store) +
  1;
