import { cloudWatch } from "./cloud_watch";
import type { CloudWatchSignal } from "./signal";

const onRelay = cloudWatch({
  namespace: "AWS/Lambda",
  dimensions: ["FunctionName"],
  label: "dimension_FunctionName",
  resource: "relay",
  emittedBy: "each batch that is read from the outbox's stream",
});

const onFailures = cloudWatch({
  namespace: "AWS/SQS",
  dimensions: ["QueueName"],
  label: "dimension_QueueName",
  resource: "outboxFailures",
  emittedBy: "every queue that is not idle for 6 hours",
});

/** What CloudWatch knows of an outbox. */
export const outboxSignals = {
  // Lambda says it of a batch that it hands over: between two tries it is 0.
  outboxAge: onRelay({
    metric: "IteratorAge",
    statistic: "Maximum",
    unit: "milliseconds",
    semantics: "gauge",
    nilToZero: true,
    description:
      "How long ago the event was written that is carried to the bus; 0 while none is handed over.",
  }),
  // SQS says nothing of a queue that is idle for long: 0 would make its old messages arrive anew.
  outboxFailed: onFailures({
    metric: "ApproximateNumberOfMessagesVisible",
    statistic: "Maximum",
    unit: "count",
    semantics: "gauge",
    nilToZero: false,
    description: "Batches of events that the bus did not take in time.",
  }),
} satisfies Record<string, CloudWatchSignal>;
