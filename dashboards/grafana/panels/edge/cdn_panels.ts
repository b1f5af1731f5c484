import type { CloudWatchSignal } from "../../../../model/signal";
import { awsSignals } from "../../../../model/signals";
import { join, min, minimumOverTime, type Promql } from "../../../promql";
import type { Slo } from "../../../slo/slo";
import type { PanelSpec, Target } from "../../panel";
import { RATE_INTERVAL } from "../../selectors";
import { failureLimit } from "../shared_panels";
import { flowIn, highestIn, labelsIn, legendIn, type Tier } from "./tier";

const { edgeRequests, edgeServerErrors, edgeClientErrors, edgeBytes } = awsSignals;
const { cacheHitRate, originLatency } = awsSignals;

/** Requests, errors and hits of the caches, and how long what is behind them takes. @param slos - whose limits are drawn */
export const cdnPanels = (tier: Tier, slos: readonly Slo[] = []): PanelSpec[] => [
  {
    id: tier.id + 1,
    title: "Requests to the caches",
    description: edgeRequests.description,
    unit: "reqps",
    targets: [flowIn(tier, edgeRequests, "requests")],
  },
  ...errors(tier, slos),
  hits(tier, slos),
  {
    id: tier.id + 5,
    title: "Latency behind the caches (p99)",
    description: `${originLatency.description} Whoever is answered by a cache does not wait for it.`,
    unit: "ms",
    targets: [
      { expr: highestIn(tier, originLatency), legend: legendIn(tier, originLatency, "p99") },
    ],
  },
  {
    id: tier.id + 6,
    title: "Sent",
    description: `${edgeBytes.description} They are the greatest part of what the caches cost.`,
    unit: "Bps",
    targets: [flowIn(tier, edgeBytes, "sent")],
  },
];

const errors = (tier: Tier, slos: readonly Slo[]): PanelSpec[] => [
  {
    id: tier.id + 2,
    title: "Server errors of the caches (5xx)",
    description: `Share of the requests in the worst minute. ${edgeServerErrors.description}${slos.length > 0 ? " The line is what the objective allows in the long run." : ""}`,
    unit: "percentunit",
    ...failureLimit(slos),
    targets: [shareIn(tier, edgeServerErrors, "5xx")],
  },
  {
    id: tier.id + 3,
    title: "Client errors of the caches (4xx)",
    description: `Share of the requests in the worst minute. ${edgeClientErrors.description}`,
    unit: "percentunit",
    targets: [shareIn(tier, edgeClientErrors, "4xx")],
  },
];

const shareIn = (tier: Tier, signal: CloudWatchSignal, text: string): Target => ({
  expr: ofHundred(highestIn(tier, signal)),
  legend: legendIn(tier, signal, text),
});

const ofHundred = (percent: Promql): Promql => join(percent, "/", "100");

const hits = (tier: Tier, slos: readonly Slo[]): PanelSpec => ({
  id: tier.id + 4,
  title: "Cache hit ratio",
  description: `Share of the requests in the worst minute. ${cacheHitRate.description} The others are asked of what is behind them.`,
  unit: "percentunit",
  ...hitLimit(slos),
  targets: [
    {
      expr: ofHundred(
        min(minimumOverTime(tier.of(cacheHitRate), RATE_INTERVAL), labelsIn(tier, cacheHitRate)),
      ),
      legend: legendIn(tier, cacheHitRate, "hits"),
    },
  ],
});

/** What the strictest objective promises, of requests or of a minute's. */
function hitLimit(slos: readonly Slo[]): Pick<PanelSpec, "limits" | "base"> {
  const promised = slos.flatMap(({ objective }) =>
    objective.sli === "cacheHit"
      ? [(objective.sliceTarget ?? objective.targetPercent).dividedBy(100).toNumber()]
      : [],
  );
  if (promised.length === 0) return {};
  return { base: "orange", limits: [{ from: Math.max(...promised), color: "green" }] };
}
