import type { Duration } from "../../declaration";
import type { RolloutDeclaration } from "../../rollout/declaration";

/**
 * A model of one's own that answers questions: an endpoint of Amazon SageMaker. Its container reaches nothing; services of the
 * cell that name it in `invokes` ask it (docs/inference.md). AWS only.
 */
export interface InferenceDeclaration {
  readonly kind: "inference";

  /**
   * What serves the model: an image of the service's own repository, by a tag such as `1.4.2` or a digest such as `sha256:` and 64
   * hexadecimal digits, or one that AWS keeps for a framework.
   */
  readonly image: string | FrameworkImageDeclaration;

  /** Where the model itself is. */
  readonly model: ModelDataDeclaration;

  /** How questions are answered, and on what. */
  readonly serve: RealTimeDeclaration | AsyncDeclaration | ServerlessDeclaration;

  /**
   * Variables of the container, by name.
   *
   * @default {}
   */
  readonly environment?: Readonly<Record<string, string>>;

  /**
   * How another model or image takes over, and what takes it back: the objectives of the service, by alarms of CloudWatch. Of
   * `realTime` with two instances or more.
   *
   * @default - at once, when the new instances are up; nothing takes it back
   */
  readonly rollout?: RolloutDeclaration;

  /**
   * How long logs are kept.
   *
   * @default - the environment's `logRetention`
   */
  readonly logRetention?: Duration;

  /**
   * Let Terraform refuse to destroy the endpoint. It would, beside where the service is taken away, where a rollout comes, goes or
   * watches other objectives: the provider replaces the endpoint then.
   *
   * @default - true in production, false in development
   */
  readonly deletionProtection?: boolean;
}

/** An image that AWS keeps in its own account of the region. @see https://github.com/aws/deep-learning-containers/blob/master/available_images.md */
export interface FrameworkImageDeclaration {
  /** Such as `pytorch-inference`. */
  readonly repository: string;

  /** A tag such as `2.6.0-cpu-py312-ubuntu22.04-sagemaker`, or a digest. */
  readonly tag: string;

  /**
   * The account that keeps it, which is another in some regions.
   *
   * @default "763104351884"
   */
  readonly account?: string;
}

/** A model in one of the service's object stores. */
export interface ModelDataDeclaration {
  /** The name of the store. */
  readonly store: string;

  /** The object's key, such as `ranker/7/model.tar.gz`. Another model has another key: what is under one is never read again. */
  readonly key: string;
}

/** What runs on instances that are paid by the hour. */
interface OnInstancesDeclaration {
  /** Such as `ml.c7i.large`, or `ml.g5.xlarge` with a GPU. */
  readonly instanceType: string;

  /**
   * GB of the disk of each, 1 to 512. Instances with disks of their own take none.
   *
   * @default - what SageMaker gives
   */
  readonly volume?: number;

  /**
   * Time in which a new instance has to have read the model and to answer `/ping`, 1 minute to 1 hour.
   *
   * @default "10m"
   */
  readonly startTimeout?: Duration;
}

/** Who asks waits for the answer, for 60 seconds at most. */
export interface RealTimeDeclaration extends OnInstancesDeclaration {
  readonly mode: "realTime";

  /**
   * How many instances run.
   *
   * @default - 2 to 10 in production, 1 to 2 in development
   */
  readonly instances?: InstancesDeclaration;

  /**
   * Questions a minute that each instance is to have: measure what one can answer, and say about 70 of 100 of it.
   *
   * @default 600
   */
  readonly invocationsPerInstance?: number;

  /**
   * Keep questions and answers, to look at what the model is asked. They may be the users'.
   *
   * @default - none are kept
   */
  readonly capture?: CaptureDeclaration;
}

/** How many instances run, at least and at most. */
export interface InstancesDeclaration {
  /** In production 2 or more of what is asked in real time; of what is asynchronous 0 is enough. */
  readonly min: number;

  /** More than `min`. */
  readonly max: number;
}

/** Questions and answers that are kept. */
export interface CaptureDeclaration {
  /** The name of one of the service's object stores: they are under `captured/`. */
  readonly store: string;

  /** Of 100 questions, 1 to 100. */
  readonly percent: number;
}

/** A question of up to 1 GB waits until an instance has time, for an hour of work at most; its answer comes as an object. Nothing runs while nobody asks. */
export interface AsyncDeclaration extends OnInstancesDeclaration {
  readonly mode: "async";

  /** The name of one of the service's object stores: questions are under `input/`, answers under `output/`, failures under `failures/`. */
  readonly store: string;

  /**
   * How many instances run.
   *
   * @default - 0 to 4 in production, 0 to 1 in development
   */
  readonly instances?: InstancesDeclaration;

  /**
   * Questions that may wait for each instance before another one comes.
   *
   * @default 5
   */
  readonly backlogPerInstance?: number;

  /**
   * Questions that one instance is given at a time, 1 to 1000.
   *
   * @default - what SageMaker finds to be best
   */
  readonly concurrency?: number;

  /**
   * Topics of SNS that are told.
   *
   * @default - none: answers and failures are in the store
   */
  readonly notify?: NotifyDeclaration;
}

/** Who is told that a question was answered, or was not. */
export interface NotifyDeclaration {
  /**
   * The ARN of a topic of the environment's account and region.
   *
   * @default - nobody is told
   */
  readonly success?: string;

  /**
   * The ARN of a topic of the environment's account and region.
   *
   * @default - nobody is told
   */
  readonly error?: string;
}

/** Nothing runs while nobody asks, and who asks first waits for a start; paid by the millisecond. No GPU, and no network. */
export interface ServerlessDeclaration {
  readonly mode: "serverless";

  /**
   * MiB: 1024, 2048, 3072, 4096, 5120 or 6144.
   *
   * @default 2048
   */
  readonly memory?: number;

  /**
   * Questions that are answered at once, 1 to 200; the next one is refused.
   *
   * @default 20
   */
  readonly concurrency?: number;

  /**
   * Of them, those for which an instance is always warm, which is paid by the hour.
   *
   * @default - none
   */
  readonly provisioned?: number;
}
