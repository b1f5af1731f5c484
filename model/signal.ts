/** What a signal is, and the names that the exporters give it. */

/** What emits: a kind of resource that the stacks hold. */
export type ResourceKind =
  | "queue"
  | "deadLetterQueue"
  | "undeliveredQueue"
  | "scheduleGroup"
  | "function"
  | "functionLog"
  | "jobsSucceeded"
  | "jobsFailed"
  | "table"
  | "api"
  | "graphqlApi"
  | "stateMachine"
  | "endpoint"
  | "model"
  | "asyncEndpoint"
  | "backlog"
  | "endpointInstances"
  | "endpointGpus"
  | "distribution"
  | "edgeFunction"
  | "codeBehindCache"
  | "webAcl"
  | "cellFirewall"
  | "containers"
  | "machines"
  | "machineDisks"
  | "machineGroup"
  | "targetGroup"
  | "loadBalancer"
  | "bucket"
  | "replication"
  | "databaseCluster"
  | "serverlessCache"
  | "fileSystem"
  | "rotation"
  | "relay"
  | "outboxFailures"
  | "regionHealth"
  | "natGateway"
  | "subscription"
  | "deadLetterSubscription"
  | "cloudRunRevision"
  | "firestoreDatabase";

/** How the series behaves in Prometheus. */
export type Semantics =
  /** One CloudWatch period's statistic, exported as a gauge: sum it over time, never `rate()` it. */
  | "periodSum"
  /** A level at a moment. */
  | "gauge"
  /** Grows: `rate()` and `increase()`. */
  | "counter"
  /** Classic buckets with `le`; stackdriver_exporter gives `_bucket` and `_count`, no `_sum`. */
  | "histogram";

export type Unit =
  "count" | "seconds" | "milliseconds" | "microseconds" | "ratio" | "percent" | "bytes";

/** API Gateway and Lambda publish milliseconds, a load balancer seconds and SageMaker microseconds. */
export function inUnitOf({ unit }: { readonly unit: Unit }, milliseconds: number): number {
  if (unit === "seconds") return milliseconds / 1_000;
  return unit === "microseconds" ? milliseconds * 1_000 : milliseconds;
}

interface SignalBase {
  readonly resource: ResourceKind;
  /** The series' name in Prometheus. */
  readonly series: string;
  readonly unit: Unit;
  readonly semantics: Semantics;
  /** The label that names the resource. */
  readonly label: string;
  /** What in the stacks switches it on. */
  readonly emittedBy: string;
  /** A sentence for people: what the number says. */
  readonly description: string;
}

/** Scraped from CloudWatch by YACE. */
export interface CloudWatchSignal extends SignalBase {
  readonly job: "yace";
  readonly namespace: string;
  readonly metric: string;
  readonly statistic: string;
  /** Where AWS publishes it, wherever the environment is; `REPLICA_REGION`: where the copy is. @default the environment's region */
  readonly region?: string;
  /** Whether services of a cell share what emits it, whose tag `service` names none of them. @default false */
  readonly shared?: boolean;
  /**
   * Whether what emits it carries no tags: YACE then asks for all of the namespace's with these dimensions, and selectors name theirs.
   *
   * @default false
   */
  readonly untagged?: boolean;
  /** The dimensions that name its resource: with others (an alias, an index) it would be counted twice. */
  readonly dimensions: readonly string[];
  /** Export 0 where CloudWatch has no datapoint; a missing one is NaN, and one NaN poisons a sum. */
  readonly nilToZero: boolean;
}

/**
 * What a metric filter takes out of the log of a function, or of what became of jobs, scraped from CloudWatch by YACE. Lambda's lines do
 * not say whose they are, so a dimension cannot; the metric's name does.
 */
export interface LogMetricSignal extends SignalBase {
  readonly job: "yace";
  readonly namespace: string;
  readonly statistic: string;
  readonly nilToZero: boolean;
  /** The names of the series of all that have one, as a regular expression; Prometheus calls each of them `series`. */
  readonly exported: string;
}

/** Scraped from Cloud Monitoring by stackdriver_exporter, with deltas aggregated to counters. */
export interface CloudMonitoringSignal extends SignalBase {
  readonly job: "stackdriver";
  readonly monitoredResource: string;
  /** Such as `pubsub.googleapis.com/subscription/ack_message_count`. */
  readonly metricType: string;
}

export type Signal = CloudWatchSignal | LogMetricSignal | CloudMonitoringSignal;

type SignalFacts = Pick<SignalBase, "series" | "unit" | "semantics" | "description">;

/** Sent by a service's own code to the OpenTelemetry Collector; a service's declaration says that it is. */
export interface ApplicationSignal extends SignalFacts {
  readonly job: "otel-collector";
  /** Its name in OpenTelemetry: `orders.placed`. */
  readonly metric: string;
}

/** What Prometheus, Alertmanager and the collector say of themselves. */
export interface SelfSignal extends SignalFacts {
  readonly job: "prometheus" | "alertmanager" | "otel-collector";
}

/** Stands for the region of each copy of a store. */
export const REPLICA_REGION = "replica";

/** Seconds between scrapes, which is CloudWatch's period too: a five-minute window needs at least two points. */
export const SCRAPE_INTERVAL_SECONDS = 60;

/**
 * The series name that YACE builds from a CloudWatch metric.
 *
 * @see https://github.com/prometheus-community/yet-another-cloudwatch-exporter (promutil.BuildMetricName)
 */
export function yaceSeries(namespace: string, metric: string, statistic: string): string {
  return `${yaceNamespace(namespace)}_${snake(metric)}_${snake(statistic)}`;
}

/** What the names of a namespace's series begin with: `aws`, for other namespaces than those of AWS too. */
export function yaceNamespace(namespace: string): string {
  const name = namespace
    .toLowerCase()
    .replace(/^\//, "")
    .replace(/[^a-z0-9]/g, "_");
  return name.startsWith("aws") ? name : `aws_${name}`;
}

/** A `_` goes before an upper-case letter that follows a lower-case letter or a digit; capitals stay together. */
function snake(name: string): string {
  return name
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_")
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, "_");
}

/**
 * The series name that stackdriver_exporter builds.
 *
 * @see https://github.com/prometheus-community/stackdriver_exporter (utils.NormalizeMetricName)
 */
export function stackdriverSeries(monitoredResource: string, metricType: string): string {
  const words = (text: string) => splitWords(text.replace(/[^A-Za-z0-9]/g, "_")).toLowerCase();
  return `stackdriver_${words(monitoredResource)}_${words(metricType)}`;
}

/** Words part where letters meet digits and where capitals begin: `storage_v2` → `storage_v_2`. */
function splitWords(text: string): string {
  return text
    .replace(/([a-z])(?=[A-Z0-9])|([0-9])(?=[A-Za-z])|([A-Z])(?=[0-9])/g, "$1$2$3_")
    .replace(/([A-Z])(?=[A-Z][a-z])/g, "$1_");
}
