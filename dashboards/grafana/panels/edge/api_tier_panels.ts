import type { CloudWatchSignal } from "../../../../model/signal";
import { awsSignals } from "../../../../model/signals";
import { averageOverTime, group, join, sum, type Promql } from "../../../promql";
import type { PanelSpec } from "../../panel";
import { RATE_INTERVAL } from "../../selectors";
import { flowIn, highestIn, labelsIn, legendIn, type Tier } from "./tier";

const { apiRequests, apiServerErrors, apiClientErrors, apiLatencySlowest } = awsSignals;

/** Requests, errors and time of APIs side by side; each service's own board says more of its own. */
export const apiTierPanels = (tier: Tier): PanelSpec[] => [
  {
    id: tier.id + 1,
    title: "Requests to APIs",
    description: apiRequests.description,
    unit: "reqps",
    targets: [flowIn(tier, apiRequests, "requests")],
  },
  share(tier, 2, "Server errors of APIs (5xx)", apiServerErrors, "5xx"),
  share(tier, 3, "Client errors of APIs (4xx)", apiClientErrors, "4xx"),
  {
    id: tier.id + 4,
    title: "Latency of APIs (p99)",
    description: apiLatencySlowest.description,
    unit: "ms",
    targets: [
      {
        expr: highestIn(tier, apiLatencySlowest),
        legend: legendIn(tier, apiLatencySlowest, "p99"),
      },
    ],
  },
];

const share = (
  tier: Tier,
  number: number,
  title: string,
  signal: CloudWatchSignal,
  text: string,
): PanelSpec => ({
  id: tier.id + number,
  title,
  description: `Share of the requests. ${signal.description}`,
  unit: "percentunit",
  targets: [
    {
      expr: join(all(tier, signal), "/", group(join(all(tier, apiRequests), ">", "0"))),
      legend: legendIn(tier, signal, text),
    },
  ],
});

const all = (tier: Tier, signal: CloudWatchSignal): Promql =>
  sum(averageOverTime(tier.of(signal), RATE_INTERVAL), labelsIn(tier, signal));
