import type { CloudWatchSignal } from "../../../../model/signal";
import { awsSignals } from "../../../../model/signals";
import { averageOverTime, group, join, sum, type Promql } from "../../../promql";
import type { PanelSpec } from "../../panel";
import { RATE_INTERVAL } from "../../selectors";
import { flowIn, highestIn, labelsIn, legendIn, type Tier } from "./tier";

/** What answers requests, and who counts them. */
interface Doors {
  /** Such as `APIs`. */
  readonly name: string;
  readonly requests: CloudWatchSignal;
  readonly serverErrors: CloudWatchSignal;
  readonly clientErrors: CloudWatchSignal;
  readonly slowest: CloudWatchSignal;
  /** As Grafana calls the unit of {@link slowest}. */
  readonly time: "s" | "ms";
}

const APIS: Doors = {
  name: "APIs",
  requests: awsSignals.apiRequests,
  serverErrors: awsSignals.apiServerErrors,
  clientErrors: awsSignals.apiClientErrors,
  slowest: awsSignals.apiLatencySlowest,
  time: "ms",
};

const GRAPHQL: Doors = {
  name: "GraphQL APIs",
  requests: awsSignals.graphqlRequests,
  serverErrors: awsSignals.graphqlServerErrors,
  clientErrors: awsSignals.graphqlClientErrors,
  slowest: awsSignals.graphqlLatencySlowest,
  time: "ms",
};

const CONTAINERS: Doors = {
  name: "containers",
  requests: awsSignals.targetRequests,
  serverErrors: awsSignals.targetServerErrors,
  clientErrors: awsSignals.targetClientErrors,
  slowest: awsSignals.targetResponseSlowest,
  time: "s",
};

/** Requests, errors and time of APIs side by side; each service's own board says more of its own. */
export const apiTierPanels = (tier: Tier): PanelSpec[] => panels(tier, APIS);

/** Those of GraphQL APIs, where a field that fails is no server error: each service's own board shows those. */
export const graphqlTierPanels = (tier: Tier): PanelSpec[] => panels(tier, GRAPHQL);

/** Those of container services, as their load balancers see them. */
export const balancerTierPanels = (tier: Tier): PanelSpec[] => panels(tier, CONTAINERS);

const panels = (tier: Tier, doors: Doors): PanelSpec[] => [
  {
    id: tier.id + 1,
    title: `Requests to ${doors.name}`,
    description: doors.requests.description,
    unit: "reqps",
    targets: [flowIn(tier, doors.requests, "requests")],
  },
  {
    id: tier.id + 2,
    title: `Server errors of ${doors.name} (5xx)`,
    ...share(tier, doors.serverErrors, doors.requests, "5xx"),
  },
  {
    id: tier.id + 3,
    title: `Client errors of ${doors.name} (4xx)`,
    ...share(tier, doors.clientErrors, doors.requests, "4xx"),
  },
  {
    id: tier.id + 4,
    title: `Latency of ${doors.name} (p99)`,
    description: doors.slowest.description,
    unit: doors.time,
    targets: [
      { expr: highestIn(tier, doors.slowest), legend: legendIn(tier, doors.slowest, "p99") },
    ],
  },
];

const share = (
  tier: Tier,
  part: CloudWatchSignal,
  requests: CloudWatchSignal,
  text: string,
): Pick<PanelSpec, "description" | "unit" | "targets"> => ({
  description: `Share of the requests. ${part.description}`,
  unit: "percentunit",
  targets: [
    {
      expr: join(all(tier, part), "/", group(join(all(tier, requests), ">", "0"))),
      legend: legendIn(tier, part, text),
    },
  ],
});

const all = (tier: Tier, signal: CloudWatchSignal): Promql =>
  sum(averageOverTime(tier.of(signal), RATE_INTERVAL), labelsIn(tier, signal));
