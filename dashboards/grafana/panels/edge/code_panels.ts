import type { CloudWatchSignal } from "../../../../model/signal";
import { awsSignals } from "../../../../model/signals";
import { MOST_TIME } from "../../../tickets/edge_code_reasons";
import { join } from "../../../promql";
import type { PanelSpec } from "../../panel";
import { flowIn, highestIn, legendIn, type Tier } from "./tier";

const { edgeCodeRuns, edgeCodeErrors, edgeCodeInvalid, edgeCodeThrottles } = awsSignals;
const { edgeCodeTime, behindCacheErrors, behindCacheInvalid, behindCacheThrottles } = awsSignals;

/** Functions of CloudFront Functions. */
export const edgeCodePanels = (tier: Tier): PanelSpec[] => [
  {
    id: tier.id + 1,
    title: "Runs of code at the edge",
    description: edgeCodeRuns.description,
    unit: "reqps",
    targets: [flowIn(tier, edgeCodeRuns, "runs")],
  },
  failures(tier, tier.id + 2, "Failures of code at the edge", {
    failed: edgeCodeErrors,
    invalid: edgeCodeInvalid,
    stopped: edgeCodeThrottles,
  }),
  {
    id: tier.id + 3,
    title: "Time that code at the edge takes",
    description: `Share of what it may, in the worst minute. ${edgeCodeTime.description} The line is where a ticket is written.`,
    unit: "percentunit",
    limits: [{ from: MOST_TIME / 100, color: "orange" }],
    targets: [
      {
        expr: join(highestIn(tier, edgeCodeTime), "/", "100"),
        legend: legendIn(tier, edgeCodeTime, "time"),
      },
    ],
  },
];

/** Functions of Lambda@Edge, by the distribution that runs them. */
export const behindCachePanels = (tier: Tier): PanelSpec[] => [
  failures(tier, tier.id + 4, "Failures of code behind the caches", {
    failed: behindCacheErrors,
    invalid: behindCacheInvalid,
    refused: behindCacheThrottles,
  }),
];

const failures = (
  tier: Tier,
  id: number,
  title: string,
  signals: Readonly<Record<string, CloudWatchSignal>>,
): PanelSpec => ({
  ...{ id, title, unit: "reqps" },
  description: Object.values(signals)
    .map(({ description }) => description)
    .join(" "),
  targets: Object.entries(signals).map(([text, signal]) => flowIn(tier, signal, text)),
});
