import type { Cloud, Owner, RawResource, Traffic } from "./declaration";
import type { Outbox, PublishedEvent, Subscription } from "./events/settled";
import type { Objective } from "./indicators";
import type { Maintenance } from "./maintenance";
import type { Model } from "./foundation_models/models";
import type { Rollout } from "./rollout/settled";
import type { Schedule } from "./schedules/settled";
import type { Rotation, Secret } from "./secrets/secrets";
import type { FileStore } from "./stores/file_settled";
import type { KeyValueStore } from "./stores/key_value_settled";
import type { CacheStore, RelationalStore } from "./stores/networked_settled";
import type { ObjectStore, Replica } from "./stores/object_settled";
import type { Batch } from "./workloads/batch/settled";
import type { ContainerService } from "./workloads/containers/settled";
import type { Graphql } from "./workloads/graphql/settled";
import type { ApiEdge } from "./workloads/api_edge/settled";
import type { ContentDelivery, EdgePlace } from "./workloads/delivery/settled";
import type { Inference } from "./workloads/inference/settled";
import type { VirtualMachines } from "./workloads/machines/settled";
import type { RequestDriven } from "./workloads/request_settled";
import type { Workflow } from "./workloads/workflow/settled";

/** A place in the repository. */
export interface SourceLine {
  /** From the repository's root, with forward slashes. */
  readonly file: string;
  readonly line: number;
}

/** Author's path, such as `orders.workload.queue`, to its line. */
export type SourceLines = Readonly<Record<string, SourceLine>>;

/** A service in one environment and cell, after {@link settle}: nothing is optional, nobody downstream decides again. */
export interface Service<W extends Workload = Workload> {
  readonly name: string;
  readonly description: string;
  readonly owner: Owner;
  readonly costCenter: string;
  readonly cloud: Cloud;
  /** The digits of the account, on Google Cloud the project's id. */
  readonly account: string;
  readonly environment: string;
  readonly cell: string;
  /** Which of two regions the cell is in; undefined: the service is in the environment's alone. */
  readonly region: ServiceRegion | undefined;
  readonly workload: W;
  /** Undefined: new versions take over as they are applied. */
  readonly rollout: Rollout | undefined;
  /** Sorted by name. */
  readonly stores: readonly Store[];
  /** Sorted by name. */
  readonly secrets: readonly Secret[];
  /** Sorted by name. */
  readonly models: readonly Model[];
  /** Names of inference services, sorted. */
  readonly invokes: readonly string[];
  /** Sorted by name. */
  readonly publishes: readonly PublishedEvent[];
  /** Undefined: code publishes events itself. */
  readonly outbox: Outbox | undefined;
  readonly dependsOn: readonly string[];
  readonly traffic: Traffic;
  readonly objectives: readonly Objective[];
  /** The environment's first. */
  readonly maintenance: readonly Maintenance[];
  /** Paths from the repository's root. */
  readonly contracts: readonly string[];
  /** Only those of the environment's cloud. */
  readonly extend: readonly PlacedResource[];
  readonly source: SourceLines;
}

/** One of the two regions of a service. */
export interface ServiceRegion {
  readonly name: string;
  /** Whether nothing leads there while the other is healthy. */
  readonly waits: boolean;
}

/** A raw resource and where it stands in the declaration. */
export interface PlacedResource extends RawResource {
  /** Such as `extend[0]`. */
  readonly path: string;
}

export type Workload =
  | EventDriven
  | RequestDriven
  | ContentDelivery
  | ContainerService
  | VirtualMachines
  | Graphql
  | Workflow
  | Batch
  | Inference;

export interface EventDriven {
  readonly kind: "eventDriven";
  /** Folder of the code, from the repository's root. */
  readonly code: string;
  readonly queue: Queue;
  readonly processor: Processor;
  /** Sorted by who publishes and by what carries the events. */
  readonly subscriptions: readonly Subscription[];
  /** Sorted by name. */
  readonly schedules: readonly Schedule[];
}

export interface Queue {
  /** Whether messages of one group are handled one after the other, as they were sent. */
  readonly ordered: boolean;
  /** Deliveries before a message is set aside. */
  readonly attempts: number;
  /** AWS: the queue's visibility timeout. Google: the subscription's acknowledgement deadline. */
  readonly visibilityTimeoutSeconds: number;
  readonly retentionSeconds: number;
  readonly deadLetterRetentionSeconds: number;
  readonly batchSize: number;
  readonly batchWindowSeconds: number;
}

/** What every function has, whatever calls it. */
export interface ServiceFunction {
  readonly memoryMiB: number;
  readonly timeoutSeconds: number;
  readonly reservedConcurrency: number;
  readonly architecture: "arm64" | "x86_64";
  readonly logRetentionDays: number;
}

export interface Processor extends ServiceFunction {
  readonly maximumConcurrency: number;
}

export type Store = KeyValueStore | ObjectStore | RelationalStore | CacheStore | FileStore;

export type { Objective } from "./indicators";
export type { FileStore } from "./stores/file_settled";
export type { KeyValueStore } from "./stores/key_value_settled";
export type { CacheStore, RelationalStore } from "./stores/networked_settled";
export type { ObjectStore } from "./stores/object_settled";
export type { Batch } from "./workloads/batch/settled";
export type { ContainerService } from "./workloads/containers/settled";
export type { ContentDelivery } from "./workloads/delivery/settled";
export type { Graphql } from "./workloads/graphql/settled";
export type { VirtualMachines } from "./workloads/machines/settled";
export type { Inference } from "./workloads/inference/settled";
export type { RequestDriven } from "./workloads/request_settled";
export type { Workflow } from "./workloads/workflow/settled";

export const isEventDriven = (service: Service): service is Service<EventDriven> =>
  service.workload.kind === "eventDriven";

export const isRequestDriven = (service: Service): service is Service<RequestDriven> =>
  service.workload.kind === "requestDriven";

export const isContentDelivery = (service: Service): service is Service<ContentDelivery> =>
  service.workload.kind === "contentDelivery";

export const isContainerService = (service: Service): service is Service<ContainerService> =>
  service.workload.kind === "containerService";

export const isVirtualMachines = (service: Service): service is Service<VirtualMachines> =>
  service.workload.kind === "virtualMachines";

/** Who publishes to the event bus of the cell, or is sent events by it. */
export const usesEventBus = (service: Service): boolean =>
  service.publishes.some(({ via }) => via === "bus") ||
  (isEventDriven(service) && service.workload.subscriptions.some(({ via }) => via === "bus"));

/** When a service is woken. */
export const schedulesOf = (service: Service): readonly Schedule[] =>
  isQueued(service) ? service.workload.schedules : [];

/** Whether services of AWS put events into its queue, which keep somewhere what they cannot put there. */
export const isDeliveredTo = (service: Service): boolean =>
  schedulesOf(service).length > 0 ||
  (isEventDriven(service) && service.workload.subscriptions.length > 0);

/** Whose queue keeps order. */
export const isOrdered = (service: Service): boolean =>
  isEventDriven(service) && service.workload.queue.ordered;

/** Whose requests the load balancer of the cell hands over, where they have a host. */
export const mayBeBalanced = (
  service: Service,
): service is Service<ContainerService | VirtualMachines> =>
  isContainerService(service) || isVirtualMachines(service);

export const isGraphql = (service: Service): service is Service<Graphql> =>
  service.workload.kind === "graphql";

export const isWorkflow = (service: Service): service is Service<Workflow> =>
  service.workload.kind === "workflow";

export const isBatch = (service: Service): service is Service<Batch> =>
  service.workload.kind === "batch";

export const isInference = (service: Service): service is Service<Inference> =>
  service.workload.kind === "inference";

/** What events wait for in a queue of its own. */
export const isQueued = (service: Service): service is Service<EventDriven> | Service<Workflow> =>
  isEventDriven(service) || isWorkflow(service);

/** Whose function is called while a caller waits, by way of an API. */
export const answersCallers = (
  service: Service,
): service is Service<RequestDriven> | Service<Graphql> =>
  isRequestDriven(service) || isGraphql(service);

/** Whose requests come through the load balancer of the cell, which counts and times them. */
export const isBalanced = (
  service: Service,
): service is Service<ContainerService | VirtualMachines> =>
  mayBeBalanced(service) && service.workload.host !== undefined;

/** Whose API answers behind caches and a firewall at the edge. */
export const isFronted = (service: Service): service is Service<FrontedApi> =>
  isRequestDriven(service) && service.workload.edge !== undefined;

export type FrontedApi = RequestDriven & { readonly edge: ApiEdge };

/** What has a distribution, a firewall and logs in the environment's edge. */
export const isAtEdge = (service: Service): service is Service<ContentDelivery | FrontedApi> =>
  isContentDelivery(service) || isFronted(service);

/** What a service has at the edge, whatever answers behind it. */
export const edgePlaceOf = ({ workload }: Service<ContentDelivery | FrontedApi>): EdgePlace =>
  workload.kind === "contentDelivery" ? workload : workload.edge;

/** Those whose code runs as a function. */
export const runsCode = (
  service: Service,
): service is Service<EventDriven | RequestDriven | Graphql | Workflow> =>
  isQueued(service) || answersCallers(service);

export const keyValueStores = ({ stores }: Service): KeyValueStore[] =>
  stores.filter((store) => store.kind === "keyValue");

export const objectStores = ({ stores }: Service): ObjectStore[] =>
  stores.filter((store) => store.kind === "object");

export const relationalStores = ({ stores }: Service): RelationalStore[] =>
  stores.filter((store) => store.kind === "relational");

export const cacheStores = ({ stores }: Service): CacheStore[] =>
  stores.filter((store) => store.kind === "cache");

export const fileStores = ({ stores }: Service): FileStore[] =>
  stores.filter((store) => store.kind === "file");

/** Whose images its own repository holds. */
export const hasOwnImages = (service: Service): boolean =>
  isContainerService(service) ||
  isBatch(service) ||
  (isInference(service) && service.workload.image.framework === undefined);

/** Whose code has to be in the environment's network, where these stores are. */
export const needsNetwork = (service: Service): boolean =>
  relationalStores(service).length + cacheStores(service).length + fileStores(service).length > 0;

/**
 * For what the rules keep to event-driven services, such as an objective about their queue.
 *
 * @throws on any other service: a rule is missing
 */
export function eventDriven(service: Service): Service<EventDriven> {
  if (isEventDriven(service)) return service;
  throw new Error(
    `${service.name}: expected an event-driven service, got ${service.workload.kind}`,
  );
}

/**
 * The queue in which a service's events wait.
 *
 * @throws where a service has none: a rule is missing
 */
export function queueOf(service: Service): Queue {
  if (isQueued(service)) return service.workload.queue;
  throw new Error(`${service.name}: expected a service with a queue, got ${service.workload.kind}`);
}

/**
 * The function that a service's events or requests end in.
 *
 * @throws where a service runs no code: a rule is missing
 */
export function functionOf(service: Service): ServiceFunction {
  if (!runsCode(service)) throw new Error(`${service.name}: expected a service that runs code`);
  const { workload } = service;
  return workload.kind === "eventDriven" ? workload.processor : workload.function;
}

/** The line of a path's nearest ancestor that has one: `orders.workload.queue.attempts`, else `orders.workload.queue` … */
export function sourceOf(service: Service, path: string): SourceLine | undefined {
  for (let at = path; at !== ""; at = at.slice(0, Math.max(at.lastIndexOf("."), 0))) {
    const line = service.source[at];
    if (line !== undefined) return line;
  }
  return undefined;
}

/** Those that code gives another value again and again. */
export const rotatedSecrets = ({
  secrets,
}: Service): (Secret & { readonly rotation: Rotation })[] =>
  secrets.flatMap((secret) =>
    secret.rotation === undefined ? [] : [{ ...secret, rotation: secret.rotation }],
  );

/** Those of which another region has a copy. */
export const replicatedStores = (
  service: Service,
): (ObjectStore & { readonly replica: Replica })[] =>
  objectStores(service).flatMap((store) =>
    store.replica === undefined ? [] : [{ ...store, replica: store.replica }],
  );
