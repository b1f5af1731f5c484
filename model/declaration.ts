import type { ModelDeclaration } from "./foundation_models/declaration";
import type {
  OutboxDeclaration,
  PublishedEventDeclaration,
  SubscriptionDeclaration,
} from "./events/declaration";
import type { SchedulesDeclaration } from "./schedules/declaration";
import type { ObjectiveDeclaration } from "./indicators";
import type { MaintenanceWindow } from "./maintenance";
import type { RolloutDeclaration } from "./rollout/declaration";
import type { SecretDeclaration } from "./secrets/declaration";
import type { CacheStoreDeclaration } from "./stores/cache_declaration";
import type { FileStoreDeclaration } from "./stores/file_declaration";
import type { KeyValueDeclaration } from "./stores/key_value_declaration";
import type { ObjectStoreDeclaration } from "./stores/object_declaration";
import type { BatchJobsDeclaration } from "./workloads/batch/declaration";
import type { ContainerServiceDeclaration } from "./workloads/containers/declaration";
import type { RelationalDeclaration } from "./stores/relational_declaration";
import type { GraphqlDeclaration } from "./workloads/graphql/declaration";
import type { InferenceDeclaration } from "./workloads/inference/declaration";
import type { VirtualMachinesDeclaration } from "./workloads/machines/declaration";
import type { ContentDeliveryDeclaration } from "./workloads/delivery/declaration";
import type { RequestDrivenDeclaration } from "./workloads/request_declaration";
import type { WorkflowDeclaration } from "./workloads/workflow/declaration";

/**
 * What an engineer writes: a service and the environments it runs in. Every type here is data.
 * Optional properties have a settled default, named by `@default`; `model/service.ts` settles them once.
 */

/** A whole number with a unit: seconds, minutes, hours or days. */
export type Duration = `${number}${"s" | "m" | "h" | "d"}`;

/** Where a service or an environment runs. */
export type Cloud = "aws" | "google";

/** A service, declared once; where it runs is said by the environments that list it. */
export interface ServiceDeclaration {
  /** Lower-case letters, digits and dashes, 2 to 20 characters; also the file's name. */
  readonly name: string;

  /** One sentence: what the service does for its users. */
  readonly description: string;

  readonly owner: Owner;

  /** The cost center that pays; becomes a tag of every resource. */
  readonly costCenter: string;

  readonly workload: WorkloadDeclaration;

  /** What the service keeps, by the store's name. */
  readonly stores: Readonly<Record<string, StoreDeclaration>>;

  /**
   * What opens things that others run, by the secret's name: code finds it by its ARN, and a person gives it its value (docs/secrets.md).
   *
   * @default {}
   */
  readonly secrets?: Readonly<Record<string, SecretDeclaration>>;

  /**
   * Foundation models that the code asks, by the model's name: code finds each by its id (docs/foundation_models.md).
   *
   * @default {}
   */
  readonly models?: Readonly<Record<string, ModelDeclaration>>;

  /**
   * Names of inference services of the environment that the code asks, each in its own cell: it finds an endpoint by its name
   * (docs/inference.md).
   *
   * @default []
   */
  readonly invokes?: readonly string[];

  /**
   * What the service tells others has happened, by the event's name, such as `order.placed`. Its code may send these to the event bus
   * of its cell, and no others (docs/events.md).
   *
   * @default {}
   */
  readonly publishes?: Readonly<Record<string, PublishedEventDeclaration>>;

  /**
   * Have what the service publishes leave through an outbox: written in one transaction with what it tells of, and published without
   * fail. Code may then send nothing to the bus by itself (docs/events.md).
   *
   * @default - code sends events itself
   */
  readonly outbox?: OutboxDeclaration;

  /**
   * Names of the services that this one cannot work without: while one of them fails or is late, so does this one,
   * so it promises no more than they do together. Whom it hands events without waiting for what becomes of
   * them is none of these: that one's queue lies between.
   */
  readonly dependsOn: readonly string[];

  readonly traffic: Traffic;

  /** What users are promised. Silence is explicit: `[]`. */
  readonly objectives: readonly ObjectiveDeclaration[];

  /**
   * Times in which the alerts of this service's objectives are kept silent, beside those of its environments.
   *
   * @default []
   */
  readonly maintenance?: readonly MaintenanceWindow[];

  /**
   * Files of the repository that callers rely on, beside the OpenAPI document that a request-driven service gets, the
   * AsyncAPI document of one that publishes events and the schema of one of GraphQL: `.proto`, `.graphql`, or an OpenAPI or AsyncAPI
   * document's `.yaml` or `.json`. `plinth contracts diff` finds what breaks them. Of a container service that speaks gRPC, the paths at its host follow from its `.proto` files.
   *
   * @default []
   */
  readonly contracts?: readonly string[];

  /**
   * Resources beside the ones that the workload gets, as Terraform JSON attributes.
   *
   * @default []
   */
  readonly extend?: readonly RawResource[];
}

/** Who answers for the service. */
export interface Owner {
  /** The team's name; becomes a tag and the alerts' routing label. */
  readonly team: string;

  /** Where people reach the team, such as a chat channel or a mail address of the team. */
  readonly contact: string;
}

/** One Terraform resource that Plinth has no construct for. The gate, the names and the tags treat it like the rest. */
export interface RawResource {
  readonly cloud: Cloud;

  /** The Terraform type, such as `aws_cloudwatch_metric_alarm`. */
  readonly type: string;

  /** The Terraform name inside the stack: lower-case letters, digits and underscores. */
  readonly id: string;

  /** The resource's arguments, as in Terraform's JSON syntax. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** What the service does, and what it is made of. */
export type WorkloadDeclaration =
  | EventDrivenDeclaration
  | RequestDrivenDeclaration
  | ContentDeliveryDeclaration
  | ContainerServiceDeclaration
  | VirtualMachinesDeclaration
  | GraphqlDeclaration
  | WorkflowDeclaration
  | BatchJobsDeclaration
  | InferenceDeclaration;

export type WorkloadKind = WorkloadDeclaration["kind"];

/** A queue holds events; a stateless, idempotent processor handles each; what cannot be handled is set aside. */
export interface EventDrivenDeclaration {
  readonly kind: "eventDriven";

  /** The folder of the processor's code, from the repository's root; it holds `aws.ts` and `google.ts`. */
  readonly code: string;

  /** @default - every default of {@link QueueDeclaration} */
  readonly queue?: QueueDeclaration;

  /** @default - every default of {@link ProcessorDeclaration} */
  readonly processor?: ProcessorDeclaration;

  /**
   * How a new version takes over, and what takes it back: the objectives of the service, by alarms of CloudWatch. AWS only.
   *
   * @default - at once, as it is applied; nothing takes it back
   */
  readonly rollout?: RolloutDeclaration;

  /**
   * Events of other services that come into the queue.
   *
   * @default [] - who has a right to the queue sends to it
   */
  readonly subscribes?: readonly SubscriptionDeclaration[];

  /**
   * When the service is woken, by name: each sends an event of its own into the queue (docs/events.md). AWS only.
   *
   * @default {} - events alone wake it
   */
  readonly schedules?: SchedulesDeclaration;
}

/** How events wait, and what becomes of those that cannot be handled. */
export interface QueueDeclaration {
  /**
   * Keep order: messages of one group are handled one after the other, as they were sent, and one that was sent twice within five minutes
   * comes once. Every message needs a group (docs/events.md). AWS only. A queue cannot be changed into the other kind: it is made anew.
   *
   * @default false
   */
  readonly ordered?: boolean;

  /**
   * Deliveries of one message before it is set aside in the dead-letter queue. Google's least is 5.
   *
   * @default 3 on AWS, 5 on Google Cloud
   */
  readonly attempts?: number;

  /**
   * How long a delivered message stays hidden from other receivers. AWS only; Google's
   * acknowledgement deadline is derived from the processor's timeout.
   *
   * @default - 6 x the processor's timeout + the batch window, never under 300 s
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
   */
  readonly visibilityTimeout?: Duration;

  /**
   * How long a message waits before it is lost.
   *
   * @default "4d" (the default of SQS)
   */
  readonly retention?: Duration;

  /**
   * How long a message that was set aside is kept for people to look at.
   *
   * @default "14d" (the most that SQS allows)
   */
  readonly deadLetterRetention?: Duration;

  /**
   * How events are handed to the processor. AWS only: Google pushes one at a time (docs/clouds.md).
   *
   * @default - size 10, window "5s"
   */
  readonly batch?: BatchDeclaration;
}

/** How many events are handed over at once. */
export interface BatchDeclaration {
  /**
   * The most messages in one invocation.
   *
   * @default 10, which is also the most of an ordered queue
   */
  readonly size?: number;

  /**
   * How long the poller waits for a full batch.
   *
   * @default "5s", "0s" of an ordered queue, which knows no other
   */
  readonly window?: Duration;
}

/** What every function may say of itself, whatever calls it. */
export interface FunctionBase {
  /**
   * Memory in MiB.
   *
   * @default 512
   */
  readonly memory?: number;

  /**
   * AWS only: Google Cloud Functions run on x86.
   *
   * @default "arm64"
   */
  readonly architecture?: "arm64" | "x86_64";

  /**
   * How long logs are kept.
   *
   * @default - the environment's `logRetention`
   */
  readonly logRetention?: Duration;
}

/** The function that handles events. */
export interface ProcessorDeclaration extends FunctionBase {
  /**
   * The most time that one invocation may take.
   *
   * @default "60s"
   */
  readonly timeout?: Duration;

  /**
   * Instances reserved for, and the bound of, this processor.
   *
   * @default 100
   */
  readonly reservedConcurrency?: number;

  /**
   * The most invocations that the queue's poller runs at once; at most the reserved concurrency. AWS only.
   *
   * @default - the reserved concurrency, but no more than 1000 (the most that Lambda's poller takes)
   */
  readonly maximumConcurrency?: number;
}

export type StoreDeclaration =
  | KeyValueDeclaration
  | ObjectStoreDeclaration
  | RelationalDeclaration
  | CacheStoreDeclaration
  | FileStoreDeclaration;

/** Events or requests a second, as measured or expected; feeds the low-traffic guard of the alerts. */
export interface Traffic {
  /** Mean over a month. */
  readonly averagePerSecond: number;

  /** The busiest minute's mean. */
  readonly peakPerSecond: number;
}

/** A rolling period over which an error budget is counted; each has burn alerts of its own (`model/burn.ts`). */
export type ObjectiveWindow = "7d" | "28d" | "30d" | "90d";

/** The calendar month in UTC: on the first, the budget is whole again. Its burn alerts are those of 30 days. */
export type CalendarWindow = "month";

export type BudgetWindow = ObjectiveWindow | CalendarWindow;

export type {
  OutboxDeclaration,
  PublishedEventDeclaration,
  SubscriptionDeclaration,
} from "./events/declaration";
export type { ScheduleDeclaration } from "./schedules/declaration";
export type { ObjectiveDeclaration } from "./indicators";
export type { RolloutDeclaration } from "./rollout/declaration";
export type { StoreVerb } from "./store_access";
export type { CacheStoreDeclaration } from "./stores/cache_declaration";
export type { FileStoreDeclaration } from "./stores/file_declaration";
export type { KeyValueDeclaration } from "./stores/key_value_declaration";
export type { ObjectStoreDeclaration } from "./stores/object_declaration";
export type { GraphqlDeclaration } from "./workloads/graphql/declaration";
export type { ContainerServiceDeclaration } from "./workloads/containers/declaration";
export type { VirtualMachinesDeclaration } from "./workloads/machines/declaration";
export type { InferenceDeclaration } from "./workloads/inference/declaration";
export type { RelationalDeclaration } from "./stores/relational_declaration";
export type { ContentDeliveryDeclaration } from "./workloads/delivery/declaration";
export type { RequestDrivenDeclaration } from "./workloads/request_declaration";
export type { BatchJobsDeclaration } from "./workloads/batch/declaration";
export type { WorkflowDeclaration } from "./workloads/workflow/declaration";
