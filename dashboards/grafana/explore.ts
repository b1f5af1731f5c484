import { dataSourceUid } from "../../model/names";
import { runsCode, type Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { slowMilliseconds } from "../otel/sampling";
import type { Link } from "./links";

/** Of a service that runs code; no other has any. */
export const tracesOf = (service: Service, environment: Environment): Link[] =>
  runsCode(service) ? traceLinks(service, environment) : [];

/** What the collector kept of a service's traces; of those that failed or were slow it keeps every one. */
const traceLinks = (service: Service, environment: Environment): Link[] => [
  tracesLink(service, environment),
  tracesLink(service, environment, "Failed traces", ["status = error"]),
  slowTracesLink(service, environment),
];

function slowTracesLink(service: Service, environment: Environment): Link {
  const slow = durationText(slowMilliseconds(service));
  return tracesLink(service, environment, `Traces over ${slow}`, [`traceDuration > ${slow}`]);
}

/** As TraceQL reads it. */
const durationText = (milliseconds: number): string =>
  milliseconds % 1_000 === 0 ? `${milliseconds / 1_000}s` : `${milliseconds}ms`;

/** @param filters - in TraceQL, beside those that find the service */
export function tracesLink(
  { name }: Service,
  environment: Environment,
  title = "Traces",
  filters: readonly string[] = [],
): Link {
  const all = [
    `resource.service.name = "${name}"`,
    `resource.deployment.environment.name = "${environment.name}"`,
    ...filters,
  ].join(" && ");
  const query = `{ ${all} } | select(resource.plinth.cell)`;
  const traceql = { queryType: "traceql", query, tableType: "traces" };
  return { title, url: exploreUrl(environment, "tempo", traceql) };
}

/** The log lines that a service sent to the collector. */
export const logsLink = ({ name }: Service, environment: Environment): Link => ({
  title: "Logs",
  url: exploreUrl(environment, "loki", {
    expr: `{service_name="${name}"} | deployment_environment_name="${environment.name}"`,
  }),
});

/** The time that the board shows; Grafana puts it in. */
const TIME = { from: "${__from}", to: "${__to}" } as const;

/** @see https://grafana.com/docs/grafana/latest/explore/get-started-with-explore/#share-explore-urls */
function exploreUrl(
  { name, declaration: { links } }: Environment,
  type: "tempo" | "loki",
  query: object,
): string {
  const uid = dataSourceUid(name, type);
  const queries = [{ refId: "A", datasource: { type, uid }, ...query }];
  const panes = JSON.stringify({ board: { datasource: uid, queries, range: TIME } });
  return `${links.grafana}/explore?schemaVersion=1&panes=${withTime(encodeURIComponent(panes))}`;
}

/** Grafana looks for its variables in the address as it stands. */
const withTime = (encoded: string): string =>
  Object.values(TIME).reduce(
    (text, variable) => text.replaceAll(encodeURIComponent(variable), variable),
    encoded,
  );
