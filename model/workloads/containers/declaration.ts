import type { Duration } from "../../declaration";
import type { ShortDuration } from "../../duration";
import type { BalancedDeclaration } from "../balanced/declaration";

/** Containers that answer requests behind a load balancer, as many as the requests need: Fargate on AWS. The environment has a network. */
export interface ContainerServiceDeclaration extends BalancedDeclaration {
  readonly kind: "containerService";

  /**
   * Which image of the service's own repository runs: a tag such as `1.4.2`, which ECR never lets move, or a digest such as
   * `sha256:` and 64 hexadecimal digits. Push it before the cell is applied.
   */
  readonly image: string;

  /**
   * Virtual CPUs of a task: 0.25, 0.5, 1, 2, 4, 8 or 16.
   *
   * @default 0.25
   */
  readonly cpu?: number;

  /**
   * Memory of a task in MiB; Fargate takes certain amounts with each `cpu`.
   *
   * @default - the least with which Fargate runs that `cpu`: 512 with 0.25
   */
  readonly memory?: number;

  /**
   * For which processors the image is built.
   *
   * @default "arm64"
   */
  readonly architecture?: "arm64" | "x86_64";

  /**
   * How many tasks run.
   *
   * @default - 2 to 10 in production, 1 to 2 in development
   */
  readonly tasks?: TasksDeclaration;

  /**
   * What their number follows; several follow each its own, and the most that one asks for is run.
   *
   * @default - `cpu: 60`
   */
  readonly scaling?: ScalingDeclaration;

  /**
   * Time in which a new task need not be healthy, 1 second to 1 hour.
   *
   * @default "60s"
   */
  readonly gracePeriod?: Duration;

  /**
   * Time from SIGTERM, at which a task ends its work, to SIGKILL; at most 2 minutes, which is Fargate's most.
   *
   * @default "30s"
   */
  readonly stopTimeout?: Duration;

  /**
   * Percent of the tasks on spare capacity, which costs about a third and is taken back with two minutes' warning.
   *
   * @default - 0 in production, 100 in development
   */
  readonly spot?: number;

  /**
   * The user's number, and a group's after a colon, as which the container runs; never that of root.
   *
   * @default "1000:1000"
   */
  readonly user?: string;

  /**
   * The name under which other container services of the cell reach it at its port; those that name it in `dependsOn` may.
   *
   * @default - the service's name
   */
  readonly connect?: string;
}

/** How many tasks run, at least and at most. */
export interface TasksDeclaration {
  /** In production 2 or more, so that the service outlives a task and a zone. */
  readonly min: number;

  /** More than `min`. */
  readonly max: number;
}

/** What the number of tasks follows. */
export interface ScalingDeclaration {
  /**
   * Requests a minute that each task is to have.
   *
   * @default - not followed
   */
  readonly requestsPerTarget?: number;

  /**
   * Percent of their CPU that the tasks are to use, 10 to 90.
   *
   * @default - 60 where nothing else is followed
   */
  readonly cpu?: number;

  /**
   * Time in which 95 of 100 requests are to be answered: while it takes longer for 3 minutes, a quarter more tasks run.
   *
   * @default - not followed
   */
  readonly latency?: ShortDuration;

  /**
   * Messages in a queue that each task is to have waiting: the queue's name in AWS, of the same account and region.
   *
   * @default - not followed
   */
  readonly backlog?: BacklogDeclaration;

  /**
   * Time after tasks have left in which no others leave, up to 1 hour.
   *
   * @default "300s"
   */
  readonly scaleInCooldown?: Duration;

  /**
   * Time after tasks have joined in which no others join for the same reason, up to 1 hour.
   *
   * @default "60s"
   */
  readonly scaleOutCooldown?: Duration;
}

/** A queue that tasks work off. */
export interface BacklogDeclaration {
  /** The name of the queue. */
  readonly queue: string;

  /** Messages that wait for each task. */
  readonly perTask: number;
}
