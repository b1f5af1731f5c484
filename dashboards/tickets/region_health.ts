import { regionAlertName } from "../../model/names";
import type { Service, ServiceRegion } from "../../model/service";
import type { Environment } from "../../model/settle";
import { awsSignals } from "../../model/signals";
import { join, max } from "../promql";
import { placeOf, signalOf } from "../resources";
import type { Ticket } from "./ticket";

/** A region of a service in which its health is asked after. */
export interface WatchedRegion {
  readonly service: Service;
  readonly region: ServiceRegion;
  /** Of its runbook too. */
  readonly alert: string;
}

/** A region that waits is not judged: nothing else would be left. */
export const watchedRegions = ({ services }: Pick<Environment, "services">): WatchedRegion[] =>
  services.flatMap((service) => {
    const { region, name } = service;
    if (region === undefined || region.waits) return [];
    return [{ service, region, alert: regionAlertName(name) }];
  });

/** Longer than one that failed for a moment is out. */
export const UNHEALTHY_FOR = "5m";

export const healthOf = ({ service }: Pick<WatchedRegion, "service">) =>
  signalOf(awsSignals.regionHealthy, placeOf(service));

export const regionTicket = (watched: WatchedRegion): Ticket => {
  const { service, region, alert } = watched;
  return {
    alert,
    labels: { cell: service.cell, service: service.name, region: region.name },
    owner: service.owner,
    expr: join(max(healthOf(watched)), "==", "0"),
    for: UNHEALTHY_FOR,
    summary: `${service.name} is answered by one region alone: ${region.name} is not healthy, or was left.`,
    description: `For ${UNHEALTHY_FOR} Route 53 has led what is for ${service.name} to the other region. Should that one fail too, both are taken for healthy.`,
  };
};
