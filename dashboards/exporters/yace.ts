import type { AwsEnvironment } from "../../model/environment";
import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS, type CloudWatchSignal } from "../../model/signal";
import type { Service } from "../../model/service";
import { awsSignals, durationAt } from "../../model/signals";
import { toYaml } from "../yaml";
import { costText, yaceCost } from "./cost";

/** The dimensions that name a resource: a metric with others (an alias, an index) would count its events twice. */
const DIMENSIONS: Readonly<Record<string, readonly string[]>> = {
  "AWS/SQS": ["QueueName"],
  "AWS/Lambda": ["FunctionName"],
  "AWS/DynamoDB": ["TableName", "Operation"],
};

/**
 * CloudWatch publishes a minute late at times; a datapoint asked for too early is one that never comes.
 * YACE ignores it on a metric: it is the job's.
 */
const DELAY_SECONDS = 120;

/** YACE finds resources by the tags that every stack puts on them; its role is that of where it runs. */
export function renderYace(
  environment: Environment,
  { name, region }: AwsEnvironment,
): RenderedFile {
  const signals = signalsOf(environment.services);
  const namespaces = [...new Set(signals.map(({ namespace }) => namespace))];
  const searchTags = [
    { key: "environment", value: `^${name}$` },
    {
      key: "service",
      value: `^(${environment.services.map((service) => service.name).join("|")})$`,
    },
  ];
  return {
    path: files.exporter("yace"),
    text: toYaml(
      {
        apiVersion: "v1alpha1",
        "sts-region": region,
        discovery: {
          exportedTagsOnMetrics: Object.fromEntries(
            namespaces.map((namespace) => [namespace, ["service", "environment"]]),
          ),
          jobs: namespaces.map((namespace) => ({
            type: namespace,
            regions: [region],
            searchTags,
            dimensionNameRequirements: DIMENSIONS[namespace] ?? [],
            delay: DELAY_SECONDS,
            metrics: metrics(signals.filter((signal) => signal.namespace === namespace)),
          })),
        },
      },
      `Run with: yace --config.file=yace.yaml --scraping-interval=${SCRAPE_INTERVAL_SECONDS}`,
      "Period, length and scraping interval are one minute each: every datapoint is exported once.",
      `It asks CloudWatch for ${costText(yaceCost(environment), "metrics")}; yace_cloudwatch_getmetricdata_metrics_requested_total counts them.`,
    ),
  };
}

/** Those that every service has, and the percentiles that objectives are judged by. */
function signalsOf(services: readonly Service[]): CloudWatchSignal[] {
  const percentiles = services.flatMap(({ objectives }) =>
    objectives.flatMap((one) => (one.sli === "latency" ? (one.sliceTarget?.toNumber() ?? []) : [])),
  );
  return [...Object.values(awsSignals), ...percentiles.sort((a, b) => a - b).map(durationAt)];
}

/** Queue and dead-letter queue share metrics: each is asked for once. */
function metrics(signals: readonly CloudWatchSignal[]) {
  const once = new Map(signals.map((signal) => [signal.series, signal]));
  return [...once.values()].map(({ metric, statistic, nilToZero }) => ({
    name: metric,
    statistics: [statistic],
    period: SCRAPE_INTERVAL_SECONDS,
    length: SCRAPE_INTERVAL_SECONDS,
    nilToZero,
  }));
}
