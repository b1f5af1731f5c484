/** A workload of containers after `settle`: nothing is optional; `undefined` is declared to be absent. */
export interface ContainerService {
  readonly kind: "containerService";
  /** A tag or a digest of the service's own repository. */
  readonly image: string;
  readonly port: number;
  /** 1024 are one virtual CPU. */
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  readonly architecture: "arm64" | "x86_64";
  /** The whole name, such as `checkout.example.com`; undefined: no load balancer is in front of it. */
  readonly host: string | undefined;
  /** Whether CloudFront alone brings it the requests of its host: a delivery names it, or another service of its host, as its origin. */
  readonly behindEdge: boolean;
  /** None: every path. */
  readonly paths: readonly string[];
  readonly protocol: "http" | "http2" | "grpc";
  readonly health: ContainerHealth;
  readonly sharing: Sharing;
  readonly tasks: Tasks;
  readonly scaling: Scaling;
  readonly gracePeriodSeconds: number;
  readonly stopTimeoutSeconds: number;
  /** Of the tasks, on spare capacity. */
  readonly spotPercent: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string;
  /** Its name to other container services of the cell. */
  readonly connect: string;
  readonly logRetentionDays: number;
}

export interface ContainerHealth {
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

export interface Tasks {
  readonly min: number;
  readonly max: number;
}

export interface Scaling {
  readonly requestsPerTarget: number | undefined;
  readonly cpuPercent: number | undefined;
  readonly latencyMilliseconds: number | undefined;
  readonly backlog: Backlog | undefined;
  readonly scaleInCooldownSeconds: number;
  readonly scaleOutCooldownSeconds: number;
}

export interface Backlog {
  readonly queue: string;
  readonly perTask: number;
}
