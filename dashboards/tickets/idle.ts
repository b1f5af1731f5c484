import type { IdleKind, IdleResource } from "../../model/cost/idle";
import type { Owner } from "../../model/declaration";
import { formatDuration } from "../../model/duration";
import { isFirstCell } from "../../model/cells/name";
import { cellOfView } from "../../model/cells/view";
import { idleAlertName, series, SHARED } from "../../model/names";
import { isBalanced, type Service } from "../../model/service";
import type { CloudWatchSignal } from "../../model/signal";
import { awsSignals } from "../../model/signals";
import type { Environment } from "../../model/settle";
import {
  countOverHours,
  join,
  max,
  maximumOverTime,
  ofRecord,
  ofSignal,
  ofUp,
  sum,
  type Selector,
} from "../promql";
import { labelsOf, placeOf, type ServicePlace } from "../resources";
import type { AlertRule } from "../slo/alerts";
import type { RecordingRule } from "../slo/recording_rule";
import { watchedForIdleness } from "./idle_resources";
import { ticketRule, type Ticket } from "./ticket";

/** What shows that something is used, and what is said of it when nothing does. */
interface Use {
  /** Any of them shows it. */
  readonly signals: readonly CloudWatchSignal[];
  /** With its name for `%`. */
  readonly what: string;
  readonly unused: string;
}

export const USES: Readonly<Record<IdleKind, Use>> = {
  function: {
    signals: [awsSignals.functionInvocations],
    what: "The function",
    unused: "nothing has called it",
  },
  queue: {
    signals: [awsSignals.queueDeleted],
    what: "The queue",
    unused: "nobody has taken an event from it",
  },
  containers: {
    signals: [awsSignals.targetRequests],
    what: "The containers",
    unused: "no request has reached them",
  },
  machines: {
    signals: [awsSignals.targetRequests],
    what: "The machines",
    unused: "no request has reached them",
  },
  keyValue: {
    signals: [awsSignals.tableReadUnits, awsSignals.tableWriteUnits],
    what: "The table %",
    unused: "nobody has read it or written to it",
  },
  relational: {
    signals: [awsSignals.relationalConnections],
    what: "The database %",
    unused: "nobody has connected to it",
  },
  cache: {
    signals: [awsSignals.storedWork],
    what: "The cache %",
    unused: "nobody has asked it anything",
  },
  loadBalancer: {
    signals: [awsSignals.targetRequests],
    what: "The load balancer",
    unused: "no request has gone through it to any service",
  },
  natGateway: {
    signals: [awsSignals.natBytesOut],
    what: "The NAT gateway of zone %",
    unused: "nothing has left by it",
  },
};

/** Seconds: it takes days, and looking back over them each minute is dear; a record that is older is none. */
export const JUDGED_EVERY = 300;

/** Of the hours looked back on, how many must have been watched: a new resource, and one that nobody saw, is not idle. */
const WATCHED_SHARE = 0.9;

export const hoursNeeded = (afterDays: number): number => Math.ceil(WATCHED_SHARE * 24 * afterDays);

/** What is counted of one resource. */
export interface Emitter {
  readonly signal: CloudWatchSignal;
  readonly selector: Selector;
}

/** A resource with its rules. */
export interface WatchedResource extends IdleResource {
  readonly environment: Environment;
  readonly afterDays: number;
  readonly owner: Owner;
  /** Labels of its record and of its ticket. */
  readonly labels: Readonly<Record<string, string>>;
  /** Whose use is its use, by signal: one, or those of all services behind a load balancer. */
  readonly emitters: readonly Emitter[];
  /** All of them, by signal. */
  readonly uses: readonly Selector[];
  /** Of its runbook too. */
  readonly alert: string;
}

export const watchedResources = (environment: Environment): WatchedResource[] =>
  watchedForIdleness(environment).map((resource) => watched(resource, environment));

/** Those that have a ticket of one name, by that. */
export const watchedByAlert = (environment: Environment): [string, WatchedResource[]][] => {
  const all = watchedResources(environment);
  const alerts = [...new Set(all.map(({ alert }) => alert))];
  return alerts.map((alert) => [alert, all.filter((one) => one.alert === alert)]);
};

function watched(resource: IdleResource, environment: Environment): WatchedResource {
  const { services, declaration, cost } = environment;
  const service = services.find(({ name }) => name === resource.service);
  const name = service?.name ?? SHARED;
  return {
    ...resource,
    environment,
    afterDays: cost?.idle?.afterDays ?? 0,
    owner: service?.owner ?? declaration.owner,
    labels: labelsFor(resource, service, cellOfView(environment)),
    ...usesOf(resource, service, environment),
    alert: idleAlertName(name),
  };
}

/** A gateway of the environment's network is of no cell. */
const labelsFor = (
  { kind, resource }: IdleResource,
  service: Service | undefined,
  cell: string,
) => ({
  ...(kind === "natGateway" && isFirstCell(cell) ? {} : { cell }),
  ...{ service: service?.name ?? SHARED, resource },
});

function usesOf(
  { kind, name }: IdleResource,
  service: Service | undefined,
  environment: Environment,
): Pick<WatchedResource, "emitters" | "uses"> {
  const places =
    kind === "loadBalancer"
      ? environment.services.filter(isBalanced).map(placeOf)
      : [placeIn(environment, service)];
  const each = USES[kind].signals.map((signal) => ofPlaces(signal, places, name));
  return {
    emitters: each.flatMap(({ emitters }) => emitters),
    uses: each.map(({ uses }) => uses),
  };
}

function ofPlaces(signal: CloudWatchSignal, places: readonly ServicePlace[], store: string) {
  const names = places.map((place) => labelsOf(signal, place, store)[signal.label] ?? "");
  const of = (value: string): Selector => ofSignal(signal, { [signal.label]: value });
  const [first = "", ...others] = names;
  return {
    emitters: names.map((one): Emitter => ({ signal, selector: of(one) })),
    uses: of(others.length === 0 ? first : `=~${names.join("|")}`),
  };
}

/** Of a service, or of what all of them share, where no part but the environment's name counts. */
function placeIn(environment: Environment, service: Service | undefined): ServicePlace {
  if (service !== undefined) return placeOf(service);
  const { name, declaration } = environment;
  const cell = cellOfView(environment);
  const account = declaration.cloud === "aws" ? declaration.account : "";
  return { account, environment: name, cell, name: SHARED, workload: "eventDriven" };
}

/**
 * Whether the exporter was there to see it, at each full hour from the day on which its rule was loaded. CloudWatch says nothing of what
 * was never used, so silence alone tells an unused resource from one that is new, or from an exporter that is away, by no means.
 */
export const watchedRule = ({ labels, environment: { name } }: WatchedResource): RecordingRule => ({
  record: series.watched,
  expr: max(join(ofUp("yace"), "==", "1")),
  labels: { environment: name, ...labels },
});

export function idleTicket(resource: WatchedResource): Ticket {
  const { kind, name, service, afterDays, environment, labels, alert, owner, uses } = resource;
  const { what, unused } = USES[kind];
  const after = formatDuration(86_400 * afterDays);
  const record = ofRecord(series.watched, { environment: environment.name, ...labels });
  const of = service === undefined ? environment.name : service;
  return {
    ...{ alert, labels, owner },
    expr: uses.reduce(
      (idle, used) => join(idle, "unless", join(max(maximumOverTime(used, after)), ">", "0")),
      join(sum(countOverHours(record, after)), ">=", `${hoursNeeded(afterDays)}`),
    ),
    summary: `${what.replace("%", name)} of ${of} stands idle.`,
    description: `For ${after}, ${unused}. Remove it, or say under \`cost.idle.expected\` of the environment that it is meant to stand.`,
  };
}

/** A record and a ticket each. */
export const idleRules = (resource: WatchedResource): (RecordingRule | AlertRule)[] => [
  watchedRule(resource),
  ticketRule(idleTicket(resource), resource.environment),
];
