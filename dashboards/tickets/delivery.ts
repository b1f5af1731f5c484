import { deliveryAlertName } from "../../model/names";
import { isDeliveredTo, schedulesOf, type Service } from "../../model/service";
import type { CloudWatchSignal } from "../../model/signal";
import type { Environment } from "../../model/settle";
import { awsSignals } from "../../model/signals";
import { join, max, maximumOverTime } from "../promql";
import { placeOf, signalOf } from "../resources";
import type { Ticket } from "./ticket";

/** Why it is known that an event did not come. */
export interface UndeliveredReason {
  readonly name: "waiting" | "dropped" | "lost";
  readonly signal: CloudWatchSignal;
  /** For how long it is told. */
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

export const watchedDeliveries = ({ services }: Pick<Environment, "services">): WatchedDelivery[] =>
  services.filter(isDeliveredTo).flatMap((service) =>
    [WAITING, ...(schedulesOf(service).length > 0 ? OF_SCHEDULES : [])].map((reason) => ({
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
    expr: join(max(maximumOverTime(deliverySeries(watched), reason.toldFor)), ">", "0"),
    summary: `Events did not come into the queue of ${service.name}: ${reason.name}.`,
    description: `Within ${reason.toldFor}, ${reason.says}.`,
  };
};
