import {
  awsBalancerNames,
  awsNames,
  awsNetworkNames,
  googleNames,
  type FunctionNames,
  type Place,
} from "../model/names";
import { awsRouterNames } from "../model/cells/router/names";
import { ownerLabels } from "../model/application_signals";
import type { ApplicationSignal, ResourceKind, SelfSignal, Signal } from "../model/signal";
import { isBalanced, isOrdered, type Service, type Workload } from "../model/service";
import { ofSignal, type Matchers, type Selector } from "./promql";

/** Where a service is, and of which kind: its function's name hangs on that. */
export interface ServicePlace extends Place {
  readonly account: string;
  readonly workload: Workload["kind"];
  /**
   * Whether CloudFront alone reaches its load balancer.
   *
   * @default false
   */
  readonly behindEdge?: boolean;
}

/** Names of a service's function on AWS. */
export function awsFunction(place: ServicePlace): FunctionNames {
  const { processor, handler } = awsNames(place);
  return place.workload === "eventDriven" ? processor : handler;
}

/** In place of an event: the function that chooses a cell. */
export const ROUTER = "router";

/** The physical name of what emits; a service has several stores, so tables, buckets and databases need one named, a gateway its zone, and code its event. */
function resourceName(kind: ResourceKind, place: ServicePlace, store: string): string {
  const aws = awsNames(place);
  const google = googleNames(place);
  const names: Record<ResourceKind, string> = {
    queue: aws.queue,
    deadLetterQueue: aws.deadLetterQueue,
    undeliveredQueue: aws.events.undeliveredQueue,
    scheduleGroup: aws.events.scheduleGroup,
    function: awsFunction(place).function,
    functionLog: awsFunction(place).initDuration,
    jobsSucceeded: aws.batch.ended("succeeded"),
    jobsFailed: aws.batch.ended("failed"),
    table: aws.table(store),
    api: aws.api,
    graphqlApi: aws.api,
    stateMachine: aws.workflow,
    endpoint: aws.endpoint,
    model: aws.endpoint,
    asyncEndpoint: aws.endpoint,
    backlog: aws.endpoint,
    endpointInstances: aws.endpoint,
    endpointGpus: aws.endpoint,
    distribution: aws.distribution,
    edgeFunction:
      store === ROUTER ? awsRouterNames(place.environment).router : aws.edgeFunction(store),
    codeBehindCache: aws.distribution,
    webAcl: aws.firewall,
    cellFirewall: awsBalancerNames(place.environment, place.cell).firewall,
    containers: aws.container.service,
    machines: aws.machine.group,
    machineDisks: aws.machine.group,
    machineGroup: aws.machine.group,
    targetGroup: aws.container.service,
    loadBalancer: awsBalancerNames(place.environment, place.cell, place.behindEdge).balancer,
    bucket: aws.bucket(store, place.account),
    replication: aws.bucket(store, place.account),
    databaseCluster: aws.networkedStore(store),
    serverlessCache: aws.networkedStore(store),
    fileSystem: aws.networkedStore(store),
    rotation: aws.rotation(store).function,
    relay: aws.relay.function,
    outboxFailures: aws.events.outboxFailures,
    regionHealth: aws.regionAlarm,
    natGateway: awsNetworkNames(place.environment, place.cell).part(`nat-${store}`),
    subscription: google.subscription,
    deadLetterSubscription: google.deadLetterSubscription,
    cloudRunRevision: google.processor,
    firestoreDatabase: google.database(store),
  };
  return names[kind];
}

/** The label that names the resource of one service. */
export const resourceLabels = (
  signal: Signal,
  place: ServicePlace,
  store = "",
): Record<string, string> => ({
  [signal.label]: resourceName(signal.resource, place, store),
});

/** The labels by which whatever a service's own code measures is found. */
const applicationLabels = ({ environment, cell, name }: Place): Record<string, string> => ({
  [ownerLabels.service]: name,
  [ownerLabels.environment]: environment,
  [ownerLabels.cell]: cell,
});

/** What can be selected for one service; what programs say of themselves is of all of them. */
export type PlacedSignal = Signal | ApplicationSignal | SelfSignal;

/** The labels by which a signal of one service is found. */
export function labelsOf(
  signal: PlacedSignal,
  place: ServicePlace,
  store = "",
): Record<string, string> {
  const { job } = signal;
  if ("resource" in signal) return { job, ...resourceLabels(signal, place, store) };
  return "metric" in signal ? { job, ...applicationLabels(place) } : { job };
}

/** A signal's series of one service; `store` says which of its stores is meant. */
export function signalOf(
  signal: PlacedSignal,
  place: ServicePlace,
  { store, ...matchers }: Matchers & { readonly store?: string } = {},
): Selector {
  return ofSignal(signal, { ...labelsOf(signal, place, store), ...matchers });
}

export const placeOf = (service: Service): ServicePlace => ({
  account: service.account,
  environment: service.environment,
  cell: service.cell,
  name: service.name,
  workload: service.workload.kind,
  ...(isOrdered(service) && { ordered: true }),
  ...(isBalanced(service) && service.workload.behindEdge ? { behindEdge: true } : {}),
});
