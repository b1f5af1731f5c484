import type { Cloud } from "../../model/declaration";
import type { CloudWatchSignal, ResourceKind } from "../../model/signal";
import {
  cacheStores,
  fileStores,
  isAtEdge,
  isBalanced,
  isDeliveredTo,
  isInference,
  isVirtualMachines,
  keyValueStores,
  objectStores,
  relationalStores,
  replicatedStores,
  rotatedSecrets,
  runsCode,
  schedulesOf,
  type ContainerService,
  type Inference,
  type Service,
  type VirtualMachines,
  type Workload,
} from "../../model/service";
import { awsSignals } from "../../model/signals";
import type { Environment } from "../../model/settle";
import { behindCacheOf, edgeCodeOf } from "../edge_code";
import { watchedGateways } from "../tickets/idle_resources";
import { percentileOf, timedOf } from "../slo/indicators/timed";

/** What of a workload emits signals, beside its stores. */
const OF_WORKLOAD: Readonly<Record<Workload["kind"], Record<Cloud, readonly ResourceKind[]>>> = {
  eventDriven: {
    aws: ["queue", "deadLetterQueue", "function", "functionLog"],
    google: ["subscription", "deadLetterSubscription", "cloudRunRevision"],
  },
  requestDriven: { aws: ["api", "function", "functionLog"], google: [] },
  workflow: {
    aws: ["stateMachine", "queue", "deadLetterQueue", "function", "functionLog"],
    google: [],
  },
  inference: {
    aws: [
      ...(["model", "endpoint", "asyncEndpoint", "backlog"] as const),
      ...(["endpointInstances", "endpointGpus"] as const),
    ],
    google: [],
  },
  graphql: { aws: ["graphqlApi", "function", "functionLog"], google: [] },
  contentDelivery: { aws: [], google: [] },
  containerService: { aws: ["containers"], google: [] },
  batch: { aws: ["jobsSucceeded", "jobsFailed", "deadLetterQueue"], google: [] },
  virtualMachines: { aws: ["machines", "machineDisks", "machineGroup"], google: [] },
};

const STORE: Readonly<Record<Cloud, ResourceKind>> = { aws: "table", google: "firestoreDatabase" };

/** What a service has at the edge, whatever its workload. */
const AT_EDGE: readonly ResourceKind[] = ["distribution", "webAcl"];

const outboxesOf = ({ outbox }: Service) => (outbox === undefined ? [] : [outbox]);

/** What of a service's stores, secrets, deliveries and code at the edge emits signals; tables are of either cloud. */
const KEPT: Readonly<Partial<Record<ResourceKind, (service: Service) => readonly unknown[]>>> = {
  bucket: objectStores,
  databaseCluster: relationalStores,
  serverlessCache: cacheStores,
  fileSystem: fileStores,
  replication: replicatedStores,
  rotation: rotatedSecrets,
  undeliveredQueue: (service) => (isDeliveredTo(service) ? [service] : []),
  scheduleGroup: (service) => schedulesOf(service).slice(0, 1),
  relay: outboxesOf,
  outboxFailures: outboxesOf,
  edgeFunction: edgeCodeOf,
  // CloudWatch tells it apart by its distribution alone.
  codeBehindCache: (service) => behindCacheOf(service).slice(0, 1),
  // One that waits is not judged.
  regionHealth: ({ region }) => (region === undefined || region.waits ? [] : [region]),
};

/** What counts the requests to a service of containers or machines that has a host; services of a cell share the load balancer and its firewall. */
const BALANCED: readonly ResourceKind[] = ["targetGroup", "loadBalancer", "cellFirewall"];

/** How many resources of a kind a service has. */
export function countOf(kind: ResourceKind, service: Service): number {
  const { cloud, workload } = service;
  const kept = KEPT[kind];
  if (kept !== undefined) return kept(service).length;
  if (kind === STORE[cloud]) return keyValueStores(service).length;
  if (AT_EDGE.includes(kind)) return isAtEdge(service) ? 1 : 0;
  if (BALANCED.includes(kind)) return isBalanced(service) && !isSpared(kind, service) ? 1 : 0;
  return OF_WORKLOAD[workload.kind][cloud].includes(kind) ? numberOf(kind, service) : 0;
}

/** Behind the edge, whose firewall is the edge's, a cell has none. */
const isSpared = (
  kind: ResourceKind,
  { workload }: Service<ContainerService | VirtualMachines>,
): boolean => kind === "cellFirewall" && workload.behindEdge;

/** Of machines and disks the most that there may be: each has series of its own. Of anything else, one. */
function numberOf(kind: ResourceKind, service: Service): number {
  if (isInference(service)) return emits(kind, service.workload) ? 1 : 0;
  if (!isVirtualMachines(service)) return 1;
  const { machines, volumes } = service.workload;
  if (kind === "machines") return machines.max;
  return kind === "machineDisks" ? machines.max * (volumes.length + 1) : 1;
}

/** By the way in which questions are answered: CloudWatch publishes other metrics of each. */
function emits(kind: ResourceKind, { serve }: Inference): boolean {
  switch (kind) {
    case "endpoint":
      return serve.mode !== "async";
    case "asyncEndpoint":
    case "backlog":
      return serve.mode === "async";
    case "endpointGpus":
      return serve.mode !== "serverless" && serve.hasGpu;
    default:
      return true;
  }
}

/** What services of a cell share: one for all of them. */
const SHARED: readonly ResourceKind[] = ["loadBalancer", "cellFirewall"];

/** How many resources of a kind there are of which something is asked; of NAT gateways, those that somebody is told of when idle. */
export function totalOf(kind: ResourceKind, environment: Environment): number {
  if (kind === "natGateway") return watchedGateways(environment).length;
  const each = environment.services.map((service) => countOf(kind, service));
  const sum = each.reduce((total, count) => total + count, 0);
  return SHARED.includes(kind) ? Math.min(sum, environment.cells.length) : sum;
}

/** What CloudWatch is asked for: what the services' resources emit, and the percentiles by which objectives are judged. */
export function cloudWatchSignals(environment: Environment): CloudWatchSignal[] {
  const { services } = environment;
  const signals: readonly CloudWatchSignal[] = Object.values(awsSignals);
  const emitted = signals.filter(({ resource }) => totalOf(resource, environment) > 0);
  const once = new Map(
    [...emitted, ...services.flatMap(percentiles)].map((signal) => [key(signal), signal]),
  );
  return [...once.values()];
}

/** What one job of YACE asks for: metrics of one namespace whose resources are named by the same dimensions. */
export interface AskedTogether {
  readonly namespace: string;
  /** Where AWS publishes them, as a signal says it. @default the environment's region */
  readonly region?: string;
  /** Whether services share what they are of. */
  readonly shared: boolean;
  /** Whether they carry no tags. */
  readonly untagged: boolean;
  readonly dimensions: readonly string[];
  readonly signals: readonly CloudWatchSignal[];
}

export function askedTogether(signals: readonly CloudWatchSignal[]): AskedTogether[] {
  const jobs = new Map<string, AskedTogether>();
  for (const signal of signals) {
    const { namespace, dimensions, region, shared = false, untagged = false } = signal;
    const key = [namespace, region, ...dimensions].join(" ");
    const others = jobs.get(key)?.signals ?? [];
    jobs.set(key, {
      ...{ namespace, shared, untagged, dimensions, ...(region !== undefined && { region }) },
      signals: [...others, signal],
    });
  }
  return [...jobs.values()];
}

/** Queue and dead-letter queue share series, and count for two resources. */
const key = ({ series, resource }: CloudWatchSignal): string => `${resource} ${series}`;

function percentiles(service: Service): CloudWatchSignal[] {
  if (!runsCode(service) && !isBalanced(service) && !isInference(service)) return [];
  const { at } = timedOf(service);
  return service.objectives
    .flatMap((objective) => (objective.sli === "latency" ? [percentileOf(objective)] : []))
    .sort((a, b) => a - b)
    .map(at);
}
