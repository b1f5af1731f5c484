import { allSignals, awsSignals } from "../../model/signals";
import type { CloudWatchSignal } from "../../model/signal";
import { yaceSeries } from "../../model/signal";
import { seriesOf } from "./query";
import { CHECKS } from "./world/checks";
import { removalsOf } from "./world/removals";
import { readWorld } from "./world/world";

const WORLDS = [
  "dev",
  "prod",
  "dev-gcp",
  "dev with business",
  "dev-gcp with business",
  "dev in cells",
];

describe.each(WORLDS)("the closed world of telemetry in %s", (environment) => {
  const world = readWorld(environment);

  test.each(Object.entries(CHECKS))("%s", (_, check) => {
    expect(check(world)).toEqual([]);
  });

  test.each(removalsOf(world).map(({ what, world }) => [what, world] as const))(
    "misses %s",
    (_, lacking) => {
      const failing = Object.entries(CHECKS).filter(([, check]) => check(lacking).length > 0);
      expect(failing.map(([name]) => name)).not.toEqual([]);
    },
  );

  test("a rule reads only records that stand above it in its group", () => {
    const records = new Set(world.rules.flatMap(({ record }) => record ?? []));
    const seen = new Set<string>();
    for (const { record, expr } of world.rules) {
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
    ["AWS/SageMaker", "Invocation5XXErrors", "Sum", "aws_sagemaker_invocation5_xxerrors_sum"],
    [
      "/aws/sagemaker/Endpoints",
      ...["CPUUtilization", "Average", "aws_sagemaker_endpoints_cpuutilization_average"],
    ],
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
    [
      "AWS/DynamoDB",
      "ConsumedReadCapacityUnits",
      "Sum",
      "aws_dynamodb_consumed_read_capacity_units_sum",
    ],
    [
      "AWS/DynamoDB",
      "ConsumedWriteCapacityUnits",
      "Sum",
      "aws_dynamodb_consumed_write_capacity_units_sum",
    ],
    ["Plinth/Lambda", "init-duration", "Maximum", "aws_plinth_lambda_init_duration_maximum"],
    [
      "Plinth/Lambda",
      "init-duration",
      "SampleCount",
      "aws_plinth_lambda_init_duration_sample_count",
    ],
    ["AWS/ApiGateway", "Count", "Sum", "aws_apigateway_count_sum"],
    ["AWS/ApiGateway", "4xx", "Sum", "aws_apigateway_4xx_sum"],
    ["AWS/ApiGateway", "5xx", "Sum", "aws_apigateway_5xx_sum"],
    ["AWS/ApiGateway", "Latency", "p99", "aws_apigateway_latency_p99"],
    ["AWS/ApiGateway", "IntegrationLatency", "p99", "aws_apigateway_integration_latency_p99"],
    ["AWS/CloudFront", "Requests", "Sum", "aws_cloudfront_requests_sum"],
    ["AWS/CloudFront", "4xxErrorRate", "Average", "aws_cloudfront_4xx_error_rate_average"],
    ["AWS/CloudFront", "5xxErrorRate", "Average", "aws_cloudfront_5xx_error_rate_average"],
    ["AWS/CloudFront", "TotalErrorRate", "Average", "aws_cloudfront_total_error_rate_average"],
    ["AWS/CloudFront", "CacheHitRate", "Average", "aws_cloudfront_cache_hit_rate_average"],
    ["AWS/CloudFront", "OriginLatency", "p99", "aws_cloudfront_origin_latency_p99"],
    ["AWS/CloudFront", "BytesDownloaded", "Sum", "aws_cloudfront_bytes_downloaded_sum"],
    ["AWS/WAFV2", "BlockedRequests", "Sum", "aws_wafv2_blocked_requests_sum"],
    ["AWS/S3", "AllRequests", "Sum", "aws_s3_all_requests_sum"],
    ["AWS/S3", "4xxErrors", "Sum", "aws_s3_4xx_errors_sum"],
    ["AWS/S3", "5xxErrors", "Sum", "aws_s3_5xx_errors_sum"],
    ["AWS/S3", "FirstByteLatency", "p99", "aws_s3_first_byte_latency_p99"],
    ["AWS/S3", "BytesUploaded", "Sum", "aws_s3_bytes_uploaded_sum"],
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
