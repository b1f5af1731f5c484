import { apiSignals } from "./api_signals";
import { balancerSignals } from "./balancer_signals";
import { bucketSignals } from "./bucket_signals";
import { cloudWatch, count } from "./cloud_watch";
import { containerSignals } from "./container_signals";
import { deliverySignals } from "./delivery_signals";
import { edgeSignals } from "./edge_signals";
import { fileSignals } from "./file_signals";
import { graphqlSignals } from "./graphql_signals";
import { inferenceSignals } from "./inference_signals";
import { machineSignals } from "./machine_signals";
import type { CloudWatchSignal, ResourceKind } from "./signal";
import { natSignals } from "./nat_signals";
import { cacheSignals, relationalSignals } from "./networked_signals";
import { outboxSignals } from "./outbox_signals";
import { regionSignals } from "./region_signals";
import { rotationSignals } from "./rotation_signals";
import { tableSignals } from "./table_signals";
import { workflowSignals } from "./workflow_signals";

const sqs = (resource: ResourceKind) =>
  cloudWatch({
    namespace: "AWS/SQS",
    dimensions: ["QueueName"],
    label: "dimension_QueueName",
    resource,
    emittedBy: "every queue that is not idle for 6 hours",
  });
const onQueue = sqs("queue");
const onDeadLetters = sqs("deadLetterQueue");
const onFunction = cloudWatch({
  namespace: "AWS/Lambda",
  dimensions: ["FunctionName"],
  label: "dimension_FunctionName",
  resource: "function",
  emittedBy: "every invocation",
});

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
  ...tableSignals,
  ...apiSignals,
  ...graphqlSignals,
  ...workflowSignals,
  ...inferenceSignals,
  ...edgeSignals,
  ...containerSignals,
  ...machineSignals,
  ...balancerSignals,
  ...bucketSignals,
  ...relationalSignals,
  ...cacheSignals,
  ...fileSignals,
  ...natSignals,
  ...rotationSignals,
  ...deliverySignals,
  ...outboxSignals,
  ...regionSignals,
} satisfies Record<string, CloudWatchSignal>;
