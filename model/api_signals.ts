import { cloudWatch, count } from "./cloud_watch";
import type { CloudWatchSignal } from "./signal";

/** CloudWatch tells APIs apart by an id that AWS makes up: the tag `Name`, which YACE puts on each series, is ours. */
const onApi = cloudWatch({
  namespace: "AWS/ApiGateway",
  dimensions: ["ApiId"],
  label: "tag_Name",
  resource: "api",
  emittedBy: "every request to the API",
});

/** @param metric - `Latency` or `IntegrationLatency` */
const timeAt = (metric: string, percentile: number, description: string): CloudWatchSignal =>
  onApi({
    metric,
    statistic: `p${percentile}`,
    unit: "milliseconds",
    semantics: "gauge",
    nilToZero: false,
    description,
  });

/** A percentile of the time from a request's arrival at the API to its answer. */
export const apiLatencyAt = (percentile: number): CloudWatchSignal =>
  timeAt("Latency", percentile, `Time in which ${percentile} of 100 requests are answered.`);

/** What CloudWatch knows of an HTTP API. */
export const apiSignals = {
  apiRequests: onApi({
    ...count,
    metric: "Count",
    description: "Requests that reached the API, whatever they were answered.",
  }),
  apiClientErrors: onApi({
    ...count,
    metric: "4xx",
    description:
      "Requests answered with 4xx: those that were wrong, not allowed, or refused by the throttle (429).",
  }),
  apiServerErrors: onApi({
    ...count,
    metric: "5xx",
    description:
      "Requests answered with 5xx: the function failed, took too long or had no instance left, or the API itself failed.",
  }),
  apiLatencyMedian: apiLatencyAt(50),
  apiLatencySlow: apiLatencyAt(95),
  apiLatencySlowest: apiLatencyAt(99),
  apiIntegrationLatency: timeAt(
    "IntegrationLatency",
    99,
    "Time in which the function answers 99 of 100 requests, as the API sees it: cold starts too.",
  ),
} satisfies Record<string, CloudWatchSignal>;
