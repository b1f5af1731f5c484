import { boardUrl, edgeCodeAlertName, edgeUid, FIRST_CELL } from "../../model/names";
import { formatDuration } from "../../model/duration";
import type { Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { behindCacheOf, edgeCodeOf } from "../edge_code";
import { join, max } from "../promql";
import { placeOf, signalOf } from "../resources";
import { BEHIND_CACHE_REASONS, EDGE_CODE_REASONS } from "./edge_code_reasons";
import type { Reason } from "./reasons";
import type { Ticket } from "./ticket";

/** Code at the edge of a service: one function, or all that run behind its caches, which CloudWatch does not tell apart. */
export interface WatchedCode {
  readonly service: Service;
  /** When it runs, such as `viewer-request`; or `router`, or `behind-cache`. */
  readonly code: string;
  readonly reasons: readonly Reason[];
  /** Of its runbook too. */
  readonly alert: string;
}

const BEHIND = "behind-cache";

/** Code is at the edge once, whatever the cells; a router that is behind several services is the first one's. */
export function watchedCode({ services }: Pick<Environment, "services">): WatchedCode[] {
  const seen = new Set<string>();
  return services
    .filter(({ cell }) => cell === FIRST_CELL)
    .flatMap((service) => {
      const alert = edgeCodeAlertName(service.name);
      const own = edgeCodeOf(service).filter(({ name }) => !seen.has(name));
      for (const { name } of own) seen.add(name);
      return [
        ...own.map(({ event }) => ({ service, code: event, reasons: EDGE_CODE_REASONS, alert })),
        ...(behindCacheOf(service).length === 0
          ? []
          : [{ service, code: BEHIND, reasons: BEHIND_CACHE_REASONS, alert }]),
      ];
    });
}

/** The series that a reason is about. */
export const seriesOfCode = ({ service, code }: WatchedCode, { signal }: Reason) =>
  signalOf(signal, placeOf(service), { store: code });

export function codeTicket(
  watched: WatchedCode,
  reason: Reason,
  { name: environment, declaration: { links } }: Environment,
): Ticket {
  const { service, code, alert } = watched;
  const { name, minutes, says, over, panel } = reason;
  const patience = formatDuration(60 * minutes);
  return {
    alert,
    labels: { cell: service.cell, service: service.name, code, reason: name },
    owner: service.owner,
    expr: join(max(seriesOfCode(watched, reason)), ">", `${over}`),
    for: patience,
    summary: `Code at the edge of ${service.name} works worse than it should: ${code}, ${name}.`,
    description: `For ${patience}, ${says}.`,
    dashboardUrl: boardUrl(links.grafana, edgeUid(environment), panel),
  };
}
