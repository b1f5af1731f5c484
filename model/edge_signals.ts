import { cloudWatch, count } from "./cloud_watch";
import { EDGE_REGION } from "./names";
import type { CloudWatchSignal } from "./signal";

/** CloudWatch tells distributions apart by an id that AWS makes up: the tag `Name`, which YACE puts on each series, is ours. */
const distribution = {
  namespace: "AWS/CloudFront",
  region: EDGE_REGION,
  dimensions: ["DistributionId", "Region"],
  label: "tag_Name",
  resource: "distribution",
} as const;

const onDistribution = cloudWatch({
  ...distribution,
  emittedBy: "every request that reaches the caches",
});

const onSubscription = cloudWatch({
  ...distribution,
  emittedBy: "the distribution's monitoring subscription, with every request",
});

/** Functions of CloudFront Functions carry no tags. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/monitoring-functions.html */
const onFunction = cloudWatch({
  namespace: "AWS/CloudFront",
  region: EDGE_REGION,
  dimensions: ["FunctionName", "Region"],
  label: "dimension_FunctionName",
  resource: "edgeFunction",
  untagged: true,
  emittedBy: "every request that runs the function",
});

/** Of functions of Lambda@Edge, by the distribution that runs them; Lambda's own are in each region in which one has run. */
const behindCache = cloudWatch({
  ...distribution,
  resource: "codeBehindCache",
  emittedBy: "every request for which code behind the caches fails",
});

/** Of a rule, or of all of them: `ALL`. Rules within a managed group have series of their own, with other dimensions. */
const onFirewall = cloudWatch({
  namespace: "AWS/WAFV2",
  region: EDGE_REGION,
  dimensions: ["WebACL", "Rule"],
  label: "dimension_WebACL",
  resource: "webAcl",
  emittedBy: "every request that the web ACL judges, as its visibility configuration asks",
});

/** The same of what guards the load balancer of a cell: AWS publishes it where the balancer is, and names the region too. */
const onCellFirewall = cloudWatch({
  namespace: "AWS/WAFV2",
  dimensions: ["WebACL", "Rule", "Region"],
  label: "dimension_WebACL",
  resource: "cellFirewall",
  shared: true,
  emittedBy: "every request that the web ACL judges, as its visibility configuration asks",
});

const ALLOWED = {
  ...count,
  metric: "AllowedRequests",
  description: "Requests that the firewall let through.",
} as const;

const BLOCKED = {
  ...count,
  metric: "BlockedRequests",
  description: "Requests that the firewall refused, by the rule that did.",
} as const;

const COUNTED = {
  ...count,
  metric: "CountedRequests",
  description: "Requests that a rule in the mode `count` would have refused.",
} as const;

/** A percentage of the requests of a minute: of several minutes it is no mean, as a busy one has more of them. */
const percentage = {
  statistic: "Average",
  unit: "percent",
  semantics: "gauge",
  nilToZero: false,
} as const;

/** What CloudWatch knows of a distribution and of the firewall before it. */
export const edgeSignals = {
  edgeRequests: onDistribution({
    ...count,
    metric: "Requests",
    description: "Requests that reached the caches, whatever they were answered.",
  }),
  edgeServerErrors: onDistribution({
    ...percentage,
    metric: "5xxErrorRate",
    description:
      "Percent of the requests that were answered with 5xx: by what is behind the caches, or for it.",
  }),
  edgeClientErrors: onDistribution({
    ...percentage,
    metric: "4xxErrorRate",
    description:
      "Percent of the requests that were answered with 4xx: what is not there, or what the firewall blocked (403).",
  }),
  edgeErrors: onDistribution({
    ...percentage,
    metric: "TotalErrorRate",
    description: "Percent of the requests that were answered with 4xx or 5xx.",
  }),
  edgeBytes: onDistribution({
    ...count,
    unit: "bytes",
    metric: "BytesDownloaded",
    description: "Bytes that callers were sent.",
  }),
  cacheHitRate: onSubscription({
    ...percentage,
    metric: "CacheHitRate",
    description: "Percent of the requests for what may be kept that a cache answered by itself.",
  }),
  originLatency: onSubscription({
    metric: "OriginLatency",
    statistic: "p99",
    unit: "milliseconds",
    semantics: "gauge",
    nilToZero: false,
    description:
      "Time in which what is behind the caches begins to answer 99 of 100 requests that none of them answered.",
  }),
  edgeCodeRuns: onFunction({
    ...count,
    metric: "FunctionInvocations",
    description: "Requests and answers that the function saw.",
  }),
  edgeCodeErrors: onFunction({
    ...count,
    metric: "FunctionExecutionErrors",
    description: "Runs of the function that failed; CloudFront answered with 503.",
  }),
  edgeCodeInvalid: onFunction({
    ...count,
    metric: "FunctionValidationErrors",
    description:
      "Runs of the function that gave back what is no request or answer; CloudFront answered with 503.",
  }),
  edgeCodeThrottles: onFunction({
    ...count,
    metric: "FunctionThrottles",
    description:
      "Runs of the function that CloudFront stopped, since they took longer than they may.",
  }),
  edgeCodeTime: onFunction({
    ...percentage,
    metric: "FunctionComputeUtilization",
    description:
      "Time that the function takes, in percent of what it may: from 100 on it is stopped.",
  }),
  behindCacheErrors: behindCache({
    ...count,
    metric: "LambdaExecutionError",
    description: "Runs of code behind the caches that failed or took too long.",
  }),
  behindCacheInvalid: behindCache({
    ...count,
    metric: "LambdaValidationError",
    description: "Runs of code behind the caches that gave back what is no request or answer.",
  }),
  behindCacheThrottles: behindCache({
    ...count,
    metric: "LambdaLimitExceededErrors",
    description:
      "Requests for which no instance was free to run the code behind the caches: the account's own limit, in some region.",
  }),
  firewallAllowed: onFirewall(ALLOWED),
  firewallBlocked: onFirewall(BLOCKED),
  firewallCounted: onFirewall(COUNTED),
  cellFirewallAllowed: onCellFirewall(ALLOWED),
  cellFirewallBlocked: onCellFirewall(BLOCKED),
  cellFirewallCounted: onCellFirewall(COUNTED),
} satisfies Record<string, CloudWatchSignal>;
