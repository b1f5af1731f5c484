import { outboxAlertName } from "../../model/names";
import type { Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import type { CloudWatchSignal } from "../../model/signal";
import { awsSignals } from "../../model/signals";
import { join, max, maximumOverTime } from "../promql";
import { placeOf, signalOf } from "../resources";
import type { Ticket } from "./ticket";

/** A service whose events leave through an outbox. */
export interface WatchedOutbox {
  readonly service: Service;
  /** Of its runbook too. */
  readonly alert: string;
}

export const watchedOutboxes = ({ services }: Pick<Environment, "services">): WatchedOutbox[] =>
  services
    .filter(({ outbox }) => outbox !== undefined)
    .map((service) => ({ service, alert: outboxAlertName(service.name) }));

/** Why somebody is told. */
export interface OutboxReason {
  readonly name: "late" | "set_aside";
  readonly signal: CloudWatchSignal;
  /** More than this. */
  readonly over: number;
  /** Minutes for which it is so, at least once in each as many; 0: at once, and for as long as it is measured. */
  readonly minutes: number;
  readonly summary: string;
  readonly description: string;
}

export const OUTBOX_REASONS: readonly OutboxReason[] = [
  {
    name: "late",
    signal: awsSignals.outboxAge,
    ...{ over: 300_000, minutes: 5 },
    summary: "do not reach the bus",
    description:
      "What is carried to the bus was written over 5 minutes before, again and again for 5m.",
  },
  {
    name: "set_aside",
    signal: awsSignals.outboxFailed,
    ...{ over: 0, minutes: 0 },
    summary: "were given up",
    description: "The bus did not take them in time. They are in the table, and nobody was told.",
  },
];

export const outboxSeries = ({ service }: WatchedOutbox, { signal }: OutboxReason) =>
  signalOf(signal, placeOf(service));

export function outboxTicket(watched: WatchedOutbox, reason: OutboxReason): Ticket {
  const { service, alert } = watched;
  const { name, over, minutes, summary, description } = reason;
  const [series, window] = [outboxSeries(watched, reason), `${minutes}m`];
  return {
    alert,
    labels: { cell: service.cell, service: service.name, reason: name },
    owner: service.owner,
    expr: join(max(minutes > 0 ? maximumOverTime(series, window) : series), ">", `${over}`),
    ...(minutes > 0 && { for: window }),
    summary: `Events in the outbox of ${service.name} ${summary}.`,
    description,
  };
}
