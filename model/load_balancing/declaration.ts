import type { Duration } from "../declaration";
import type { FirewallDeclaration } from "../workloads/delivery/declaration";

/**
 * The load balancer that the services of a cell share, where one of them is reached through it. Which requests go to which service, and
 * how its instances share them, each service says itself.
 */
export interface LoadBalancerDeclaration {
  /**
   * What is stopped before any service is asked.
   *
   * @default - every default of {@link FirewallDeclaration}
   */
  readonly firewall?: FirewallDeclaration;

  /**
   * `modern` speaks TLS 1.3 and 1.2 with forward secrecy, `strict` TLS 1.3 alone.
   *
   * @default "modern"
   */
  readonly tlsPolicy?: TlsPolicy;

  /**
   * Time after which a connection on which nothing is said is closed, from "1s" to "4000s". Targets have to wait longer, or they close one that
   * the balancer is about to use.
   *
   * @default "60s"
   */
  readonly idleTimeout?: Duration;

  /**
   * Two addresses that are announced from the edge of the cloud's own network everywhere: clients enter it near them. About 18 USD a month, and
   * money for each gigabyte.
   *
   * @default false
   */
  readonly anycast?: boolean;

  /**
   * How long the logs of requests, connections and the firewall are kept.
   *
   * @default - the environment's `logRetention`
   */
  readonly logRetention?: Duration;
}

export type TlsPolicy = "modern" | "strict";
