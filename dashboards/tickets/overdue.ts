import { formatDuration } from "../../model/duration";
import { overdueAlertName } from "../../model/names";
import { isBatch, type Batch, type Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { logSignals } from "../../model/signals";
import { countOverTime, join, max, maximumOverTime } from "../promql";
import { placeOf, signalOf } from "../resources";
import type { Ticket } from "./ticket";

/** Jobs of which one is to succeed within a time, again and again. */
export interface WatchedJobs {
  readonly service: Service<Batch>;
  readonly deadlineSeconds: number;
  /** Of its runbook too. */
  readonly alert: string;
}

export const watchedJobs = ({ services }: Pick<Environment, "services">): WatchedJobs[] =>
  services.filter(isBatch).flatMap((service) => {
    const { deadlineSeconds } = service.workload;
    const alert = overdueAlertName(service.name);
    return deadlineSeconds === undefined ? [] : [{ service, deadlineSeconds, alert }];
  });

/** Of the minutes looked back on, how many must be known: silence of a new service, or of an exporter that is away, is no job that is late. */
const KNOWN_SHARE = 0.9;

export const minutesNeeded = ({ deadlineSeconds }: WatchedJobs): number =>
  Math.ceil((KNOWN_SHARE * deadlineSeconds) / 60);

/** The series of jobs that ended well. */
export const succeeded = ({ service }: Pick<WatchedJobs, "service">) =>
  signalOf(logSignals.jobsSucceeded, placeOf(service));

export function overdueTicket(watched: WatchedJobs): Ticket {
  const { service, deadlineSeconds, alert } = watched;
  const within = formatDuration(deadlineSeconds);
  const jobs = succeeded(watched);
  return {
    alert,
    labels: { cell: service.cell, service: service.name },
    owner: service.owner,
    expr: join(
      join(max(maximumOverTime(jobs, within)), "==", "0"),
      "and",
      join(max(countOverTime(jobs, within)), ">=", `${minutesNeeded(watched)}`),
    ),
    summary: `A job of ${service.name} is overdue.`,
    description: `None has succeeded for ${within}. What the last one made goes on being used.`,
  };
}
