import type { Duration } from "../../declaration";
import type { JobSchedulesDeclaration } from "./schedules";

/**
 * Jobs: a container that runs to its end, on machines that are there while there is a job, with GPUs or without: AWS Batch on EC2. For
 * what is trained, rendered or counted up. The environment has a network with `nat`.
 */
export interface BatchJobsDeclaration {
  readonly kind: "batch";

  /**
   * Which image of the service's own repository runs: a tag such as `1.4.2`, which ECR never lets move, or a digest such as
   * `sha256:` and 64 hexadecimal digits. Push it before a job is started.
   */
  readonly image: string;

  /**
   * What the container runs, one word each; `Ref::name` stands for a parameter of the job.
   *
   * @default - what the image says
   */
  readonly command?: readonly string[];

  /**
   * GPUs of a job, each its own; 0 is a job without.
   *
   * @default 0
   */
  readonly gpus?: number;

  /**
   * Virtual CPUs of a job.
   *
   * @default - 4 for each GPU, 1 without
   */
  readonly cpu?: number;

  /**
   * Memory of a job in MiB. The machine keeps a sixteenth of its own for itself.
   *
   * @default - 14336 for each GPU, 2048 without
   */
  readonly memory?: number;

  /**
   * What of the `memory` is `/dev/shm`, in MiB, by which processes of a job hand data to one another: loaders of PyTorch need it.
   *
   * @default - a quarter of the `memory` with GPUs, 64 without
   */
  readonly sharedMemory?: number;

  /**
   * Which machines do: types (`g6.xlarge`) or whole families (`g6`) of EC2, or "optimal", by which Batch chooses among general ones. All
   * of them have the same kind of processors.
   *
   * @default - `["g5", "g6"]` with GPUs, `["optimal"]` without
   */
  readonly types?: readonly string[];

  /**
   * The most virtual CPUs at once, of spare capacity and of that at the price of the hour each; the gate takes up to 256. None are kept
   * while there is no job.
   *
   * @default - 64 in production, 16 in development, or as many as a job has
   */
  readonly maxVcpus?: number;

  /**
   * Whether jobs run on spare capacity (a third of the price, taken back with two minutes' warning): "first", and at the price of the hour
   * while there is none; "only"; or "never".
   *
   * @default - "first" in production, "only" in development
   */
  readonly spot?: "first" | "only" | "never";

  /**
   * For how long one try of a job may run before it is stopped, 1 minute to 14 days.
   *
   * @default "6h"
   */
  readonly timeout?: Duration;

  /**
   * Tries of a job, 1 to 10: another one where its machine went away. What the code itself ends with is no reason to try again.
   *
   * @default 3
   */
  readonly attempts?: number;

  /**
   * GiB of encrypted disk, which the jobs of one machine share; each finds an empty folder of its own there, at `/scratch` (`TMPDIR`), and
   * writes nowhere else. It is gone with the job.
   *
   * @default 50
   */
  readonly scratch?: number;

  /**
   * The user's number, and a group's after a colon, as which the container runs; never that of root.
   *
   * @default "1000:1000"
   */
  readonly user?: string;

  /**
   * Variables beside those that name its stores. No secret: whoever may read the job's definition reads them.
   *
   * @default - none
   */
  readonly environment?: Readonly<Record<string, string>>;

  /**
   * When jobs start by themselves, by the schedule's name. Without one, who may submit jobs starts them.
   *
   * @default {}
   */
  readonly schedules?: JobSchedulesDeclaration;

  /**
   * Within which time a job is to succeed, again and again: a ticket tells of one that is overdue. 1 hour to 12 days, since CloudWatch
   * forgets what was silent for 14; of a nightly job somewhat more than a day.
   *
   * @default - nobody is told
   */
  readonly deadline?: Duration;

  /**
   * How long logs are kept, those of jobs and those of what became of them.
   *
   * @default - the environment's `logRetention`
   */
  readonly logRetention?: Duration;
}
