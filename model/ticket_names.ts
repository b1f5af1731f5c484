import { pascalCase } from "./short_name";

/** Tickets on a store that works worse than it should: one name a store, whose reasons the label `reason` tells apart. */
export const storeAlertName = (service: string, store: string): string =>
  `${pascalCase(`${service}-${store}`)}StoreDegraded`;

/** Their rule file; no service is called so, because of the underscore. */
export const STORE_RULES = "store_health";

/** Tickets on code at the edge that fails: one name a service, whose functions and reasons labels tell apart. */
export const edgeCodeAlertName = (service: string): string =>
  `${pascalCase(service)}EdgeCodeDegraded`;

/** Their rule file; no service is called so, because of the underscore. */
export const EDGE_CODE_RULES = "edge_code";

/** Tickets on what nobody uses: one name a service, whose resources the label `resource` tells apart. @param owner - a service, or what services share */
export const idleAlertName = (owner: string): string => `${pascalCase(owner)}ResourceIdle`;

/** Their rule file; no service is called so, because of the underscore. */
export const IDLE_RULES = "idle_resources";

/** Tickets on events that did not come into a service's queue: one name a service, whose reasons the label `reason` tells apart. */
export const deliveryAlertName = (service: string): string =>
  `${pascalCase(service)}EventsUndelivered`;

/** Their rule file; no service is called so, because of the underscore. */
export const DELIVERY_RULES = "event_delivery";

/** Tickets on events that do not leave through their outbox: one name a service, whose reasons the label `reason` tells apart. */
export const outboxAlertName = (service: string): string => `${pascalCase(service)}OutboxHeldUp`;

/** Their rule file; no service is called so, because of the underscore. */
export const OUTBOX_RULES = "event_outbox";

/** Tickets on a secret whose rotation fails: one name a secret. */
export const rotationAlertName = (service: string, secret: string): string =>
  `${pascalCase(`${service}-${secret}`)}RotationFailed`;

/** Their rule file; no service is called so, because of the underscore. */
export const ROTATION_RULES = "secret_rotation";

/** Tickets on jobs of which none has succeeded in time: one name a service. */
export const overdueAlertName = (service: string): string => `${pascalCase(service)}JobOverdue`;

/** Their rule file; no service is called so, because of the underscore. */
export const OVERDUE_RULES = "overdue_jobs";

/** Tickets on a region of a service that is not healthy: one name a service, whose regions the label `cell` tells apart. */
export const regionAlertName = (service: string): string => `${pascalCase(service)}RegionUnhealthy`;

/** Their rule file; no service is called so, because of the underscore. */
export const REGION_RULES = "region_health";
