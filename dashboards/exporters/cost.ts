import { Decimal } from "decimal.js";
import type { Signal } from "../../model/signal";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import type { Environment } from "../../model/settle";
import { googleSignals, logSignals } from "../../model/signals";
import { askedTogether, cloudWatchSignals, totalOf } from "./emitted";

/** What an exporter asks its cloud for, and what that costs at list prices. */
export interface ExporterCost {
  /** Metrics or time series, each minute. */
  readonly perMinute: number;
  /** In US dollars, of 30 days, exact. */
  readonly monthly: Decimal;
}

const SCRAPES_A_MONTH = (30 * 86_400) / SCRAPE_INTERVAL_SECONDS;

/** @see https://aws.amazon.com/cloudwatch/pricing/ under "Metrics requested using GetMetricData" */
const AWS_PER_METRIC = new Decimal("0.01").dividedBy(1_000);

/** @see https://cloud.google.com/products/observability/pricing under "Monitoring API" */
const GOOGLE_PER_SERIES = new Decimal("0.5").dividedBy(1_000_000);
const GOOGLE_FREE = 1_000_000;

/** A table is read and written, a firewall has a few rules, and each has metrics of its own; of anything else, one series a metric. */
function seriesAMetric(dimensions: readonly string[]): number {
  if (dimensions.includes("Operation")) return 2;
  return dimensions.includes("Rule") ? RULES : 1;
}

/** Of a firewall: all together, and each. */
const RULES = 5;

/** Answers, classes and states part a metric of one resource into a few series. */
const SERIES_A_METRIC = 4;

/** What is taken out of logs, by whose logs they are. */
const ofLogs = (["functionLog", "jobsSucceeded", "jobsFailed"] as const).map((kind) => ({
  dimensions: [],
  signals: Object.values(logSignals).filter(({ resource }) => resource === kind),
}));

/** YACE asks for each metric of a job for each resource that the job finds by its tags: both queues have all of SQS. */
export function yaceCost(environment: Environment): ExporterCost {
  const jobs = [...askedTogether(cloudWatchSignals(environment)), ...ofLogs];
  const perMinute = jobs.reduce((sum, { dimensions, signals }) => {
    const metrics = new Set(signals.map(({ series }) => series)).size;
    return sum + metrics * seriesAMetric(dimensions) * resourcesOf(signals, environment);
  }, 0);
  return { perMinute, monthly: AWS_PER_METRIC.times(perMinute).times(SCRAPES_A_MONTH) };
}

/** Google counts the time series that it returns; what one project leaves of the free ones, another one uses. */
export function stackdriverCost(environment: Environment): ExporterCost {
  const signals = Object.values(googleSignals);
  const types = new Set(signals.map(({ metricType }) => metricType));
  const perMinute = [...types].reduce((sum, type) => {
    const own = signals.filter(({ metricType }) => metricType === type);
    return sum + SERIES_A_METRIC * resourcesOf(own, environment);
  }, 0);
  const billed = Decimal.max(0, new Decimal(perMinute).times(SCRAPES_A_MONTH).minus(GOOGLE_FREE));
  return { perMinute, monthly: GOOGLE_PER_SERIES.times(billed) };
}

/** How many resources of the signals' kinds there are. */
function resourcesOf(signals: readonly Signal[], environment: Environment): number {
  const kinds = [...new Set(signals.map(({ resource }) => resource))];
  return kinds.reduce((sum, kind) => sum + totalOf(kind, environment), 0);
}

/** For a comment: `23 metrics a minute, about 9.94 USD in 30 days`. */
export const costText = ({ perMinute, monthly }: ExporterCost, what: string): string =>
  `${perMinute} ${what} a minute, about ${monthly.toFixed(2)} USD in 30 days`;
