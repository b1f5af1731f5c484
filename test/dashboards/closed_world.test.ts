import { META_RULES } from "../../model/names";
import { allSignals, awsSignals, googleSignals, selfSignals } from "../../model/signals";
import type { CloudWatchSignal } from "../../model/signal";
import { yaceSeries } from "../../model/signal";
import { boardQueries, readYaml, rulesOf, substitute, type ReadRule } from "./read";
import { seriesOf } from "./query";

interface Yace {
  readonly discovery: {
    readonly jobs: readonly {
      readonly type: string;
      readonly metrics: readonly {
        readonly name: string;
        readonly statistics: readonly string[];
      }[];
    }[];
  };
}

interface Scrape {
  readonly scrape_configs: readonly { readonly job_name: string }[];
}

/** Series of Prometheus and Alertmanager themselves, as far as they are scraped. */
function exportedBySelf(environment: string): string[] {
  const { scrape_configs } = readYaml<Scrape>(environment, "exporters/prometheus-scrape.yaml");
  const jobs = scrape_configs.map(({ job_name }) => job_name);
  const signals = Object.values(selfSignals).filter(({ job }) => jobs.includes(job));
  return signals.map(({ series }) => series);
}

const exported = (environment: string): Set<string> =>
  new Set([...exportedByExporter(environment), ...exportedBySelf(environment)]);

function exportedByExporter(environment: string): string[] {
  if (environment === "dev-gcp") {
    const { args } = readYaml<{ args: string[] }>(environment, "exporters/stackdriver.yaml");
    const types = args.flatMap(
      (arg) => /^--monitoring.metrics-prefixes=(.*)$/.exec(arg)?.[1] ?? [],
    );
    const signals = Object.values(googleSignals);
    return signals
      .filter(({ metricType }) => types.includes(metricType))
      .map(({ series }) => series);
  }
  const { discovery } = readYaml<Yace>(environment, "exporters/yace.yaml");
  return discovery.jobs.flatMap(({ type, metrics }) =>
    metrics.flatMap(({ name, statistics }) =>
      statistics.map((statistic) => yaceSeries(type, name, statistic)),
    ),
  );
}

/** Queries in an alert's annotations, which Prometheus fills in. */
const templatesOf = ({ annotations = {} }: ReadRule): string[] =>
  Object.values(annotations).flatMap((text) =>
    [...text.matchAll(/query `([^`]+)`/g)].map(([, query = ""]) => query),
  );

const queries = (environment: string): string[] => [
  ...[...rulesOf(environment), ...rulesOf(environment, META_RULES)].flatMap((rule) => [
    rule.expr,
    ...templatesOf(rule),
  ]),
  ...boardQueries(environment).map((expr) => substitute(environment, expr)),
];

describe.each(["dev", "prod", "dev-gcp"])("the closed world of telemetry in %s", (environment) => {
  const records = new Set(rulesOf(environment).flatMap(({ record }) => record ?? []));
  const read = new Set(queries(environment).flatMap(seriesOf));

  test("every series that a rule or panel reads is exported, recorded or Prometheus's own", () => {
    const known = new Set([...exported(environment), ...records, "ALERTS"]);
    expect([...read].filter((name) => !known.has(name))).toEqual([]);
  });

  test("every series that is exported is read by a rule or panel", () => {
    expect([...exported(environment)].filter((name) => !read.has(name))).toEqual([]);
  });

  test("a rule reads only records that stand above it in its group", () => {
    const seen = new Set<string>();
    for (const { record, expr } of rulesOf(environment)) {
      const later = seriesOf(expr).filter(
        (name) =>
          records.has(name) && name !== record && !seen.has(name) && !expr.includes("offset"),
      );
      expect(later).toEqual([]);
      if (record !== undefined) seen.add(record);
    }
  });
});

describe("signals", () => {
  // As promutil.BuildMetricName of YACE 0.67 makes them.
  test.each([
    ["AWS/SQS", "NumberOfMessagesSent", "Sum", "aws_sqs_number_of_messages_sent_sum"],
    ["AWS/SQS", "NumberOfMessagesDeleted", "Sum", "aws_sqs_number_of_messages_deleted_sum"],
    [
      "AWS/SQS",
      "ApproximateNumberOfMessagesVisible",
      "Maximum",
      "aws_sqs_approximate_number_of_messages_visible_maximum",
    ],
    [
      "AWS/SQS",
      "ApproximateNumberOfMessagesNotVisible",
      "Maximum",
      "aws_sqs_approximate_number_of_messages_not_visible_maximum",
    ],
    [
      "AWS/SQS",
      "ApproximateAgeOfOldestMessage",
      "Maximum",
      "aws_sqs_approximate_age_of_oldest_message_maximum",
    ],
    ["AWS/Lambda", "Invocations", "Sum", "aws_lambda_invocations_sum"],
    ["AWS/Lambda", "Errors", "Sum", "aws_lambda_errors_sum"],
    ["AWS/Lambda", "Throttles", "Sum", "aws_lambda_throttles_sum"],
    ["AWS/Lambda", "Duration", "p99", "aws_lambda_duration_p99"],
    ["AWS/Lambda", "ConcurrentExecutions", "Maximum", "aws_lambda_concurrent_executions_maximum"],
    [
      "AWS/DynamoDB",
      "SuccessfulRequestLatency",
      "SampleCount",
      "aws_dynamodb_successful_request_latency_sample_count",
    ],
    [
      "AWS/DynamoDB",
      "SuccessfulRequestLatency",
      "p99",
      "aws_dynamodb_successful_request_latency_p99",
    ],
    ["AWS/DynamoDB", "ThrottledRequests", "Sum", "aws_dynamodb_throttled_requests_sum"],
    ["AWS/DynamoDB", "SystemErrors", "Sum", "aws_dynamodb_system_errors_sum"],
  ])("%s %s %s is called %s", (namespace, metric, statistic, series) => {
    expect(yaceSeries(namespace, metric, statistic)).toBe(series);
    expect(allSignals.map((signal) => signal.series)).toContain(series);
  });

  test("two signals of one series are exported alike", () => {
    for (const signal of Object.values(awsSignals) as CloudWatchSignal[]) {
      for (const other of Object.values(awsSignals) as CloudWatchSignal[]) {
        if (other.series === signal.series) expect(other.nilToZero).toBe(signal.nilToZero);
      }
    }
  });

  test("every signal says what it shows", () => {
    expect(allSignals.filter(({ description }) => !/^[A-Z].*\.$/.test(description))).toEqual([]);
  });
});
