import { cloudWatch } from "./cloud_watch";
import { EDGE_REGION } from "./names";
import type { CloudWatchSignal } from "./signal";

/** Route 53 tells of its checks in us-east-1 alone, by an id that it makes up: the tag `Name`, which YACE puts on each series, is ours. */
const onHealth = cloudWatch({
  namespace: "AWS/Route53",
  region: EDGE_REGION,
  dimensions: ["HealthCheckId"],
  label: "tag_Name",
  resource: "regionHealth",
  emittedBy: "the health check of a service's region, whoever asks",
});

/** What CloudWatch knows of the regions of a service that is in two. */
export const regionSignals = {
  regionHealthy: onHealth({
    metric: "HealthCheckStatus",
    statistic: "Minimum",
    unit: "ratio",
    semantics: "gauge",
    nilToZero: false,
    description: "Whether Route 53 takes a service's region for healthy: 1, else 0.",
  }),
} satisfies Record<string, CloudWatchSignal>;
