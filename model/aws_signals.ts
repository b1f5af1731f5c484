import { apiSignals } from "./api_signals";
import { cloudWatch, count } from "./cloud_watch";
import type { CloudWatchSignal, ResourceKind } from "./signal";

const sqs = (resource: ResourceKind) =>
  cloudWatch(
    "AWS/SQS",
    "dimension_QueueName",
    resource,
    "every queue that is not idle for 6 hours",
  );
const onQueue = sqs("queue");
const onDeadLetters = sqs("deadLetterQueue");
const onFunction = cloudWatch(
  "AWS/Lambda",
  "dimension_FunctionName",
  "function",
  "every invocation",
);
const onTable = cloudWatch(
  "AWS/DynamoDB",
  "dimension_TableName",
  "table",
  "every request to the table",
);

/** A percentile of the time that the function takes for a call. */
export const durationAt = (percentile: number): CloudWatchSignal =>
  onFunction({
    metric: "Duration",
    statistic: `p${percentile}`,
    unit: "milliseconds",
    semantics: "gauge",
    nilToZero: false,
    description: `Time that ${percentile} of 100 calls stay under.`,
  });

/** What CloudWatch knows of the services. */
export const awsSignals = {
  queueSent: onQueue({
    ...count,
    metric: "NumberOfMessagesSent",
    description: "Messages that producers added to the event queue.",
  }),
  queueDeleted: onQueue({
    ...count,
    metric: "NumberOfMessagesDeleted",
    description: "Messages that the processor handled and removed from the event queue.",
  }),
  queueVisible: onQueue({
    metric: "ApproximateNumberOfMessagesVisible",
    statistic: "Maximum",
    unit: "count",
    semantics: "gauge",
    nilToZero: false,
    description: "Messages that wait for the processor.",
  }),
  queueInFlight: onQueue({
    metric: "ApproximateNumberOfMessagesNotVisible",
    statistic: "Maximum",
    unit: "count",
    semantics: "gauge",
    nilToZero: false,
    description: "Messages that the processor holds.",
  }),
  queueAge: onQueue({
    metric: "ApproximateAgeOfOldestMessage",
    statistic: "Maximum",
    unit: "seconds",
    semantics: "gauge",
    nilToZero: false,
    description:
      "Age of the oldest message that waits; SQS leaves out those received over 3 times.",
  }),
  // SQS says nothing of a queue that is idle for long: 0 would make its old messages arrive anew.
  deadLetters: onDeadLetters({
    metric: "ApproximateNumberOfMessagesVisible",
    statistic: "Maximum",
    unit: "count",
    semantics: "gauge",
    nilToZero: false,
    description:
      "Messages set aside. A redrive is not counted as sent: only the depth shows a lost message.",
  }),
  deadLettersInFlight: onDeadLetters({
    metric: "ApproximateNumberOfMessagesNotVisible",
    statistic: "Maximum",
    unit: "count",
    semantics: "gauge",
    nilToZero: false,
    description:
      "Messages set aside that somebody is reading; without them, a look at one would count as a loss.",
  }),
  functionInvocations: onFunction({
    ...count,
    metric: "Invocations",
    description: "Calls of the function: a batch or a request each.",
  }),
  functionErrors: onFunction({
    ...count,
    metric: "Errors",
    description: "Calls that failed; a batch that fails in part did not.",
  }),
  functionThrottles: onFunction({
    ...count,
    metric: "Throttles",
    description: "Calls refused because the concurrency was used up.",
  }),
  functionDuration: durationAt(99),
  functionConcurrency: onFunction({
    metric: "ConcurrentExecutions",
    statistic: "Maximum",
    unit: "count",
    semantics: "gauge",
    nilToZero: true,
    description: "Calls handled at once.",
  }),
  tableRequests: onTable({
    metric: "SuccessfulRequestLatency",
    statistic: "SampleCount",
    unit: "count",
    semantics: "periodSum",
    nilToZero: true,
    description: "Requests that the table answered, by operation.",
  }),
  tableLatency: onTable({
    metric: "SuccessfulRequestLatency",
    statistic: "p99",
    unit: "milliseconds",
    semantics: "gauge",
    nilToZero: false,
    description: "Time that 99 of 100 requests to the table stay under, by operation.",
  }),
  tableThrottles: onTable({
    ...count,
    metric: "ThrottledRequests",
    description: "Requests that the table refused for now, by operation.",
  }),
  tableErrors: onTable({
    ...count,
    metric: "SystemErrors",
    description: "Requests that failed inside the table's service, by operation.",
  }),
  ...apiSignals,
} satisfies Record<string, CloudWatchSignal>;
