/** What answers requests after `settle`, whether containers or machines run it. */
export interface Balanced {
  readonly port: number;
  /** The whole name, such as `checkout.example.com`; undefined: no load balancer is in front of it. */
  readonly host: string | undefined;
  /** Whether CloudFront alone brings it the requests of its host: a delivery names it, or another service of its host, as its origin. */
  readonly behindEdge: boolean;
  /** None: every path. */
  readonly paths: readonly string[];
  readonly protocol: "http" | "http2" | "grpc";
  /** Whether the load balancer, and other services of the cell, speak TLS with it. */
  readonly encrypted: boolean;
  readonly health: Health;
  readonly sharing: Sharing;
  /** In which one that is new need not be healthy. */
  readonly gracePeriodSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly logRetentionDays: number;
}

export interface Health {
  readonly path: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
}

export interface Sharing {
  readonly algorithm: "roundRobin" | "leastOutstanding" | "weightedRandom";
  readonly stickySeconds: number | undefined;
  readonly slowStartSeconds: number | undefined;
  readonly drainSeconds: number;
}

/** How many run, at least and at most. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}
