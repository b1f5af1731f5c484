import type { Duration } from "../declaration";

/**
 * A second region for some of an environment's services (docs/regions.md): each has its code, queues and API there too, and its tables are copies of the first
 * region's.
 *
 * @see https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html
 */
export interface RegionsDeclaration {
  /** Such as `us-west-2`; of the same partition as the environment's. Chosen once: names of what is there hold it. */
  readonly second: string;

  /**
   * Who answers while both regions are healthy: the environment's region alone (`activePassive`), or for each caller the one that is nearer (`activeActive`). Where one is
   * not healthy, the other answers all.
   */
  readonly mode: RegionsMode;

  /** Those of the environment's services that are in both regions, by name; `{}` is enough. */
  readonly services: Readonly<Record<string, RegionalServiceDeclaration>>;
}

export type RegionsMode = "activePassive" | "activeActive";

/** How a service that is in two regions is found, and by what one of them is held to be healthy. */
export interface RegionalServiceDeclaration {
  /**
   * The name that leads to the region in use, in the zone of `dns`: of an API the host that callers ask; of a service of events a text record, which says the address of
   * the queue that producers send to.
   *
   * @default - the service's name below the zone
   */
  readonly host?: string;

  /**
   * The path of a `GET` route that takes no token and no parameter, which Route 53 asks from around the world: a region is healthy while it answers 2xx or 3xx. Request-driven services
   * alone.
   *
   * @default - a region is healthy while its API can be connected to
   */
  readonly health?: string;

  /**
   * How long the oldest event may wait before its region is not healthy: longer than a message takes that is tried as often as it may be and set aside. Event-driven services alone.
   *
   * @default - attempts x the queue's visibility timeout + "5m"
   */
  readonly late?: Duration;
}
