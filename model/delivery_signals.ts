import { cloudWatch, count } from "./cloud_watch";
import type { CloudWatchSignal } from "./signal";

/** What services of AWS could not put into a service's queue. */
const onUndelivered = cloudWatch({
  namespace: "AWS/SQS",
  dimensions: ["QueueName"],
  label: "dimension_QueueName",
  resource: "undeliveredQueue",
  emittedBy: "every queue that is not idle for 6 hours",
});

/**
 * By the group of a service's schedules: CloudWatch tells no single one apart. YACE looks for no tags of groups and asks for those of the whole
 * account; the name of a group says whose it is.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/monitoring-cloudwatch.html
 */
const onSchedules = cloudWatch({
  namespace: "AWS/Scheduler",
  dimensions: ["ScheduleGroup"],
  label: "dimension_ScheduleGroup",
  resource: "scheduleGroup",
  emittedBy: "each time that a schedule is due",
});

/** What CloudWatch knows of how events come into queues. */
export const deliverySignals = {
  undelivered: onUndelivered({
    metric: "ApproximateNumberOfMessagesVisible",
    statistic: "Maximum",
    unit: "count",
    semantics: "gauge",
    nilToZero: false,
    description:
      "Events that EventBridge, SNS or Scheduler could not put into the service's queue, and that wait for somebody.",
  }),
  scheduleAttempts: onSchedules({
    ...count,
    metric: "InvocationAttemptCount",
    description: "Tries to put the event of a schedule into the queue, the first ones included.",
  }),
  scheduleErrors: onSchedules({
    ...count,
    metric: "TargetErrorCount",
    description: "Tries that failed; Scheduler tries again for a day.",
  }),
  scheduleDropped: onSchedules({
    ...count,
    metric: "InvocationDroppedCount",
    description: "Events that Scheduler gave up on: the service was not woken.",
  }),
  scheduleLost: onSchedules({
    ...count,
    metric: "InvocationsFailedToBeSentToDeadLetterCount",
    description:
      "Events that Scheduler gave up on and could not keep either: nothing of them is left.",
  }),
} satisfies Record<string, CloudWatchSignal>;
