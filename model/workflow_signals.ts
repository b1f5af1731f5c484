import { cloudWatch, count } from "./cloud_watch";
import type { CloudWatchSignal } from "./signal";

/**
 * CloudWatch tells state machines apart by their ARN: the tag `Name`, which YACE puts on each series, is ours.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
 */
const onWorkflow = cloudWatch({
  namespace: "AWS/States",
  dimensions: ["StateMachineArn"],
  label: "tag_Name",
  resource: "stateMachine",
  emittedBy: "every execution",
});

/** A percentile of the time from an execution's start to its end, however it ended. */
export const executionTimeAt = (percentile: number): CloudWatchSignal =>
  onWorkflow({
    metric: "ExecutionTime",
    statistic: `p${percentile}`,
    unit: "milliseconds",
    semantics: "gauge",
    nilToZero: false,
    description: `Time in which ${percentile} of 100 executions end.`,
  });

/** What CloudWatch knows of a state machine. */
export const workflowSignals = {
  executionsStarted: onWorkflow({
    ...count,
    metric: "ExecutionsStarted",
    description: "Executions that were started.",
  }),
  executionsSucceeded: onWorkflow({
    ...count,
    metric: "ExecutionsSucceeded",
    description: "Executions that ended well; of a saga, those that were refused and undone too.",
  }),
  executionsFailed: onWorkflow({
    ...count,
    metric: "ExecutionsFailed",
    description:
      "Executions that failed: a step failed for good and what was done was undone, or a compensation failed and it was not.",
  }),
  executionsTimedOut: onWorkflow({
    ...count,
    metric: "ExecutionsTimedOut",
    description: "Executions that ran out of time; what they did is not undone.",
  }),
  executionsAborted: onWorkflow({
    ...count,
    metric: "ExecutionsAborted",
    description: "Executions that somebody stopped; what they did is not undone.",
  }),
  executionsThrottled: onWorkflow({
    ...count,
    metric: "ExecutionThrottled",
    description: "Changes of state that had to wait, since the account made too many.",
  }),
  executionTimeMedian: executionTimeAt(50),
  executionTimeSlow: executionTimeAt(95),
  executionTimeSlowest: executionTimeAt(99),
} satisfies Record<string, CloudWatchSignal>;
