import { cloudWatch, count } from "./cloud_watch";
import type { CloudWatchSignal } from "./signal";

/**
 * CloudWatch tells GraphQL APIs apart by an id that AWS makes up: the tag `Name`, which YACE puts on each series, is ours.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html
 */
const onGraphql = cloudWatch({
  namespace: "AWS/AppSync",
  dimensions: ["GraphQLAPIId"],
  label: "tag_Name",
  resource: "graphqlApi",
  emittedBy: "every request to the API",
});

/** A percentile of the time from a request's arrival at the API to its answer, whatever number of fields it asks for. */
export const graphqlLatencyAt = (percentile: number): CloudWatchSignal =>
  onGraphql({
    metric: "Latency",
    statistic: `p${percentile}`,
    unit: "milliseconds",
    semantics: "gauge",
    nilToZero: false,
    description: `Time in which ${percentile} of 100 requests are answered.`,
  });

/** What CloudWatch knows of a GraphQL API. */
export const graphqlSignals = {
  /** The metric `Requests` is of all APIs of a region together; each request has one time, so times are counted. */
  graphqlRequests: onGraphql({
    ...count,
    metric: "Latency",
    statistic: "SampleCount",
    description: "Requests that reached the API, whatever they were answered.",
  }),
  graphqlClientErrors: onGraphql({
    ...count,
    metric: "4XXError",
    description:
      "Requests answered with 4xx: those that were malformed, that had no token which is taken, or that AppSync throttled.",
  }),
  graphqlServerErrors: onGraphql({
    ...count,
    metric: "5XXError",
    description:
      "Requests answered with 5xx: AppSync itself failed. A field that could not be resolved is none of these: it is answered 200, with `errors`.",
  }),
  graphqlLatencyMedian: graphqlLatencyAt(50),
  graphqlLatencySlow: graphqlLatencyAt(95),
  graphqlLatencySlowest: graphqlLatencyAt(99),
} satisfies Record<string, CloudWatchSignal>;
