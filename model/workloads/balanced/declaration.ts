import type { Duration } from "../../declaration";
import type { RolloutDeclaration } from "../../rollout/declaration";

/** What answers requests may say, whether containers or machines run it: how a load balancer reaches it. */
export interface BalancedDeclaration {
  /**
   * Where it listens for requests, 1024 or more: it is not root.
   *
   * @default 8080
   */
  readonly port?: number;

  /**
   * Its name below the zone of the environment's `dns`: the load balancer of its cell sends it the requests for that host. Services
   * that share a host have `paths` of their own.
   *
   * @default - no load balancer: nobody from outside of the cell reaches it
   */
  readonly host?: string;

  /**
   * Which paths of its host are its own, where `*` is any text and `?` any one character; up to 4.
   *
   * @default - every path
   */
  readonly paths?: readonly string[];

  /**
   * What it speaks with the balancer. `http2` and `grpc` need a balancer that has a certificate.
   *
   * @default "http"
   */
  readonly protocol?: "http" | "http2" | "grpc";

  /** @default - every default of {@link HealthDeclaration} */
  readonly health?: HealthDeclaration;

  /** @default - every default of {@link SharingDeclaration} */
  readonly sharing?: SharingDeclaration;

  /**
   * Variables beside those that name its stores. No secret: whoever may read the task's definition, or the machine's template, reads them.
   *
   * @default - none
   */
  readonly environment?: Readonly<Record<string, string>>;

  /**
   * How long logs are kept.
   *
   * @default - the environment's `logRetention`
   */
  readonly logRetention?: Duration;

  /**
   * How a new version takes over, and what takes it back: the objectives of the service, by alarms of CloudWatch.
   *
   * @default - one after the other; what does not come up is taken back, and nothing else is watched
   */
  readonly rollout?: RolloutDeclaration;
}

/** How the balancer knows that a task or a machine can answer. */
export interface HealthDeclaration {
  /**
   * What is asked for.
   *
   * @default "/healthz", or "/grpc.health.v1.Health/Check" of gRPC
   */
  readonly path?: string;

  /**
   * Time from one question to the next, 5 to 300 seconds.
   *
   * @default "10s"
   */
  readonly interval?: Duration;

  /**
   * Time for an answer, 2 to 120 seconds and shorter than the interval.
   *
   * @default "5s"
   */
  readonly timeout?: Duration;

  /**
   * Good answers in a row after which one gets requests, 2 to 10.
   *
   * @default 2
   */
  readonly healthy?: number;

  /**
   * Bad answers in a row after which one is replaced, 2 to 10.
   *
   * @default 3
   */
  readonly unhealthy?: number;
}

/** How requests are shared out among tasks or machines. */
export interface SharingDeclaration {
  /**
   * Which gets the next request: the next in turn, the one with the fewest unanswered, or any, by weights that fall while one
   * answers with more errors than the others.
   *
   * @default - "leastOutstanding", or "roundRobin" with `slowStart`
   */
  readonly algorithm?: "roundRobin" | "leastOutstanding" | "weightedRandom";

  /**
   * How long a client keeps the one that it has, by a cookie of the balancer's; 1 second to 7 days.
   *
   * @default - each request goes where the algorithm says
   */
  readonly sticky?: Duration;

  /**
   * Time in which the share of a new one grows, 30 seconds to 15 minutes; with `roundRobin` alone.
   *
   * @default - a new one gets its whole share at once
   */
  readonly slowStart?: Duration;

  /**
   * Time for requests under way when one leaves, up to 1 hour.
   *
   * @default "30s"
   */
  readonly drain?: Duration;
}
