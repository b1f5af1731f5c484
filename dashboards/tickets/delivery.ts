import { formatDuration } from "../../model/duration";
import { deliveryAlertName } from "../../model/names";
import { isDeliveredTo, schedulesOf, type Service } from "../../model/service";
import type { CloudWatchSignal } from "../../model/signal";
import type { Environment } from "../../model/settle";
import { awsSignals } from "../../model/signals";
import {
  allOf,
  countOverTime,
  join,
  max,
  maximumOverTime,
  minutesIn,
  type Promql,
} from "../promql";
import { placeOf, signalOf } from "../resources";
import type { Ticket } from "./ticket";

/** Why it is known that an event did not come. */
export interface UndeliveredReason {
  readonly name: "waiting" | "dropped" | "lost" | "silent";
  readonly signal: CloudWatchSignal;
  /** How far is looked back: for so long it is told. */
  readonly toldFor: string;
  readonly says: string;
}

/** A service into whose queue others put events, and one of the ways to see that they could not. */
export interface WatchedDelivery {
  readonly service: Service;
  readonly reason: UndeliveredReason;
  /** Of its runbook too. */
  readonly alert: string;
}

/** Whoever looks at a message hides it for a while, which is no reason to close a ticket. */
const WAITING: UndeliveredReason = {
  ...{ name: "waiting", signal: awsSignals.undelivered, toldFor: "15m" },
  says: "events wait that EventBridge, SNS or Scheduler could not put into the queue",
};

/** Scheduler says it once, in the minute in which it gives up. */
const OF_SCHEDULES: readonly UndeliveredReason[] = [
  {
    ...{ name: "dropped", signal: awsSignals.scheduleDropped, toldFor: "6h" },
    says: "Scheduler has given up on an event of a schedule: the service was not woken",
  },
  {
    ...{ name: "lost", signal: awsSignals.scheduleLost, toldFor: "6h" },
    says: "Scheduler has given up on an event of a schedule and could not keep it either: nothing of it is left",
  },
];

/** Seconds that a schedule may be late: what was tried goes on for a day, and a try is what is counted. */
const PATIENCE = 7_200;

/**
 * That a schedule which is due each day at least was not once. They are counted together: the one that is due most often shows it.
 */
function silentReason(service: Service): UndeliveredReason[] {
  const waits = schedulesOf(service).flatMap(({ longestSeconds, flexibleMinutes = 0 }) =>
    longestSeconds === undefined ? [] : [longestSeconds + 60 * flexibleMinutes],
  );
  if (waits.length === 0) return [];
  return [
    {
      ...{ name: "silent", signal: awsSignals.scheduleAttempts },
      toldFor: formatDuration(Math.min(...waits) + PATIENCE),
      says: "no schedule was due, though one should have been: the service was not woken",
    },
  ];
}

const reasonsOf = (service: Service): readonly UndeliveredReason[] => [
  WAITING,
  ...(schedulesOf(service).length > 0 ? OF_SCHEDULES : []),
  ...silentReason(service),
];

/** Of the minutes looked back on, how many must have been seen: an exporter that was gone proves nothing. */
const SEEN_SHARE = 0.9;

export const minutesNeeded = ({ toldFor }: UndeliveredReason): number =>
  Math.ceil(SEEN_SHARE * minutesIn(toldFor));

function seen(watched: WatchedDelivery): Promql {
  const { name, toldFor } = watched.reason;
  const of = deliverySeries(watched);
  const most = max(maximumOverTime(of, toldFor));
  if (name !== "silent") return join(most, ">", "0");
  const minutes = max(countOverTime(of, toldFor));
  return allOf(join(most, "==", "0"), join(minutes, ">=", `${minutesNeeded(watched.reason)}`));
}

export const watchedDeliveries = ({ services }: Pick<Environment, "services">): WatchedDelivery[] =>
  services.filter(isDeliveredTo).flatMap((service) =>
    reasonsOf(service).map((reason) => ({
      ...{ service, reason },
      alert: deliveryAlertName(service.name),
    })),
  );

export const deliverySeries = ({ service, reason }: WatchedDelivery) =>
  signalOf(reason.signal, placeOf(service));

export const deliveryTicket = (watched: WatchedDelivery): Ticket => {
  const { service, reason, alert } = watched;
  return {
    alert,
    labels: { cell: service.cell, service: service.name, reason: reason.name },
    owner: service.owner,
    expr: seen(watched),
    summary: `Events did not come into the queue of ${service.name}: ${reason.name}.`,
    description: `Within ${reason.toldFor}, ${reason.says}.`,
  };
};
