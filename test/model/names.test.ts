import fc from "fast-check";
import { formatDuration, tryParseDuration } from "../../model/duration";
import { alertName, awsNames, boardUid, googleNames, runbookFile } from "../../model/names";
import { stackdriverSeries, yaceSeries } from "../../model/signal";

const word = (most: number) =>
  fc.stringMatching(new RegExp(`^[a-z][a-z0-9-]{0,${most - 2}}[a-z0-9]$`));

test("every name of the longest environment, cell and service fits what the cloud allows", () => {
  fc.assert(
    fc.property(word(10), word(20), (environment, name) => {
      const place = { environment, cell: "c01", name };
      const aws = awsNames(place);
      expect(aws.processor.function.length).toBeLessThanOrEqual(64);
      expect(aws.handler.role.length).toBeLessThanOrEqual(64);
      expect(aws.api.length).toBeLessThanOrEqual(128);
      expect(aws.deadLetterQueue.length).toBeLessThanOrEqual(80);
      const google = googleNames(place);
      expect(google.pushAccount).toMatch(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/);
      expect(google.sourceBucket("p".repeat(30)).length).toBeLessThanOrEqual(63);
      expect(google.database("state").length).toBeLessThanOrEqual(63);
      expect(google.processor.length).toBeLessThanOrEqual(63);
      expect(boardUid(environment, name).length).toBeLessThanOrEqual(40);
    }),
  );
});

test("an alert's runbook carries the alert's name", () => {
  const alert = alertName("order-intake", "success", "ErrorBudgetBurn");
  expect(alert).toBe("OrderIntakeSuccessErrorBudgetBurn");
  expect(runbookFile(alert)).toBe("order-intake-success-error-budget-burn.md");
});

test.each([
  [
    "AWS/ApplicationELB",
    "HTTPCode_Target_5XX_Count",
    "Sum",
    "aws_applicationelb_httpcode_target_5_xx_count_sum",
  ],
  ["AWS/S3", "5xxErrors", "Sum", "aws_s3_5xx_errors_sum"],
  ["AWS/RDS", "CPUUtilization", "Average", "aws_rds_cpuutilization_average"],
  ["AWS/SageMaker", "Invocation5XXErrors", "Sum", "aws_sagemaker_invocation5_xxerrors_sum"],
])("YACE exports %s %s %s as %s", (namespace, metric, statistic, series) => {
  expect(yaceSeries(namespace, metric, statistic)).toBe(series);
});

test.each([
  [
    "pubsub_subscription",
    "pubsub.googleapis.com/subscription/oldest_unacked_message_age",
    "stackdriver_pubsub_subscription_pubsub_googleapis_com_subscription_oldest_unacked_message_age",
  ],
  [
    "gcs_bucket",
    "storage.googleapis.com/storage/v2/total_bytes",
    "stackdriver_gcs_bucket_storage_googleapis_com_storage_v_2_total_bytes",
  ],
  [
    "firestore.googleapis.com/Database",
    "firestore.googleapis.com/api/request_count",
    "stackdriver_firestore_googleapis_com_database_firestore_googleapis_com_api_request_count",
  ],
])("stackdriver_exporter exports %s %s as %s", (resource, type, series) => {
  expect(stackdriverSeries(resource, type)).toBe(series);
});

test("a duration that is written is read back as the same number of seconds", () => {
  fc.assert(
    fc.property(fc.nat({ max: 9_999_999 }), (seconds) => {
      expect(tryParseDuration(formatDuration(seconds))).toBe(seconds);
    }),
  );
});
