import type { JobSchedule } from "./schedules";

/** A workload of jobs after `settle`: nothing is optional; `undefined` is declared to be absent. */
export interface Batch {
  readonly kind: "batch";
  /** A tag or a digest of the service's own repository. */
  readonly image: string;
  /** Undefined: what the image says. */
  readonly command: readonly string[] | undefined;
  readonly gpus: number;
  /** Virtual CPUs. */
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly sharedMemoryMiB: number;
  /** Types, families or "optimal". */
  readonly types: readonly string[];
  /** Of each of the `capacities`. */
  readonly maxVcpus: number;
  /** In the order in which they are asked. */
  readonly capacities: readonly Capacity[];
  readonly timeoutSeconds: number;
  readonly attempts: number;
  readonly scratchGiB: number;
  readonly user: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Sorted by name. */
  readonly schedules: readonly JobSchedule[];
  /** Undefined: nobody is told of a job that is overdue. */
  readonly deadlineSeconds: number | undefined;
  readonly logRetentionDays: number;
}

/** How machines are bought. */
export type Capacity = "spot" | "onDemand";
