import type { Balanced, Bounds } from "../balanced/settled";

/** A workload of containers after `settle`: nothing is optional; `undefined` is declared to be absent. */
export interface ContainerService extends Balanced {
  readonly kind: "containerService";
  /** A tag or a digest of the service's own repository. */
  readonly image: string;
  /** 1024 are one virtual CPU. */
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  readonly architecture: "arm64" | "x86_64";
  readonly tasks: Bounds;
  readonly scaling: Scaling;
  readonly stopTimeoutSeconds: number;
  /** Of the tasks, on spare capacity. */
  readonly spotPercent: number;
  readonly user: string;
  /** Its name to other container services of the cell. */
  readonly connect: string;
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
