import { cloudWatch, count } from "./cloud_watch";
import type { CloudWatchSignal } from "./signal";

/**
 * AWS makes up a part of what CloudWatch calls target groups and load balancers by: the tag `Name`, which YACE puts on
 * each series, is ours.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
const balancing = { namespace: "AWS/ApplicationELB", label: "tag_Name" } as const;

/** Of one service's tasks or machines. */
const onTargets = cloudWatch({
  ...balancing,
  dimensions: ["TargetGroup", "LoadBalancer"],
  resource: "targetGroup",
  emittedBy: "every request that the balancer hands over to the service's target group",
});

/** What AWS publishes of the whole load balancer alone: whose requests they were it does not say. */
const onBalancer = cloudWatch({
  ...balancing,
  dimensions: ["LoadBalancer"],
  resource: "loadBalancer",
  shared: true,
  emittedBy: "every request that the cell's load balancer answers by itself",
});

/** A percentile of the time from a request's way to a target to the target's answer. */
export const targetResponseAt = (percentile: number): CloudWatchSignal =>
  onTargets({
    metric: "TargetResponseTime",
    statistic: `p${percentile}`,
    unit: "seconds",
    semantics: "gauge",
    nilToZero: false,
    description: `Time in which targets answer ${percentile} of 100 requests.`,
  });

const answered = (digit: number, what: string): CloudWatchSignal =>
  onTargets({
    ...count,
    metric: `HTTPCode_Target_${digit}XX_Count`,
    description: `Requests that targets answered with ${digit}xx: ${what}.`,
  });

const hosts = { unit: "count", semantics: "gauge", nilToZero: false } as const;

/** What CloudWatch knows of the way from a cell's load balancer to a service's targets: its tasks or machines. */
export const balancerSignals = {
  targetRequests: onTargets({
    ...count,
    metric: "RequestCount",
    description: "Requests for which the balancer chose a target.",
  }),
  targetSuccesses: answered(2, "as they were meant to be"),
  targetRedirects: answered(3, "go elsewhere, or what you have is still good"),
  targetClientErrors: answered(4, "their caller's mistakes"),
  targetServerErrors: answered(5, "the service's own failures"),
  targetResponseMedian: targetResponseAt(50),
  targetResponseSlow: targetResponseAt(95),
  targetResponseSlowest: targetResponseAt(99),
  healthyTargets: onTargets({
    ...hosts,
    metric: "HealthyHostCount",
    statistic: "Minimum",
    description: "Targets that pass the balancer's health check.",
  }),
  unhealthyTargets: onTargets({
    ...hosts,
    metric: "UnHealthyHostCount",
    statistic: "Maximum",
    description: "Targets that fail the balancer's health check.",
  }),
  targetConnectionErrors: onTargets({
    ...count,
    metric: "TargetConnectionErrorCount",
    description: "Connections to targets that did not come about.",
  }),
  balancerServerErrors: onBalancer({
    ...count,
    metric: "HTTPCode_ELB_5XX_Count",
    description:
      "Requests to any service of the cell that the balancer answered with 5xx itself: no target was there, or it did not answer.",
  }),
  balancerUnavailable: onBalancer({
    ...count,
    metric: "HTTPCode_ELB_503_Count",
    description:
      "Of them, those that it answered with 503, since their service had no target. It counts them for no service.",
  }),
} satisfies Record<string, CloudWatchSignal>;
