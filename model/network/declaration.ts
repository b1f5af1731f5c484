import type { Duration } from "../declaration";
import type { Tier, Zone } from "./slots";

/** The network of an environment. Only its addresses have to be said: nobody else knows which are free. */
export interface NetworkDeclaration {
  /**
   * The private addresses that the environment may use, such as `10.32.0.0/12`: 16 networks of /16, of which this one is
   * the first. A pool of /16 to /22 is one network. Those of two environments share no address.
   */
  readonly pool: string;

  /**
   * The zones, by the letter that follows the region's name. Adding one moves no subnet.
   *
   * @default - the region's first two in development, its first three in production
   */
  readonly zones?: readonly Zone[];

  /**
   * `public` is reached from the internet, `private` reaches it where `nat` or `ipv6` say so, `isolated` talks with
   * the private and the isolated tier and with nobody else. Adding one moves no subnet.
   *
   * @default ["public", "private", "isolated"]
   */
  readonly tiers?: readonly Tier[];

  /**
   * How the private tier reaches the internet by IPv4: one gateway in the first zone, or one in each. A gateway costs
   * about 33 USD a month and 0.045 USD a GB.
   *
   * @default "none"
   */
  readonly nat?: Nat;

  /**
   * Addresses of IPv6 beside those of IPv4. The private tier then reaches the internet by IPv6, and is not reached.
   *
   * @default false
   */
  readonly ipv6?: boolean;

  readonly flowLogs?: FlowLogsDeclaration;

  /**
   * Services of the cloud that the private tier reaches without the internet, each by an interface that costs about
   * 7 USD a month and zone. Object storage and key-value tables need none: their way is always there, and free.
   *
   * @default []
   */
  readonly endpoints?: readonly CloudService[];
}

export type Nat = "none" | "single" | "perZone";

/** Who talked to whom. */
export interface FlowLogsDeclaration {
  /**
   * How long the logs are kept.
   *
   * @default - the environment's `logRetention`
   */
  readonly retention?: Duration;

  /**
   * Which packets are logged: all, or those that a rule refused.
   *
   * @default "all"
   */
  readonly traffic?: FlowLogTraffic;
}

export type FlowLogTraffic = "all" | "rejected";

/** Services of a cloud, by what they are for. */
export type CloudService =
  | "events"
  | "functions"
  | "images"
  | "inference"
  | "keys"
  | "logs"
  | "metrics"
  | "models"
  | "parameters"
  | "queues"
  | "secrets"
  | "tokens"
  | "topics"
  | "traces"
  | "workflows";

export const CLOUD_SERVICES = [
  "events",
  "functions",
  "images",
  "inference",
  "keys",
  "logs",
  "metrics",
  "models",
  "parameters",
  "queues",
  "secrets",
  "tokens",
  "topics",
  "traces",
  "workflows",
] as const satisfies readonly CloudService[];
