import type { Service } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import type { Slo } from "../../slo/slo";
import type { Link } from "../links";
import type { PanelSpec } from "../panel";
import { percentiles } from "./answer_times";
import { flow } from "./aws_targets";
import { latencyLimits } from "./shared_panels";

const { executionsStarted, executionsSucceeded, executionsFailed } = awsSignals;
const { executionsTimedOut, executionsAborted, executionsThrottled } = awsSignals;
const { executionTimeMedian, executionTimeSlow, executionTimeSlowest } = awsSignals;

/** How many executions begin and end, how they end and how long they take. */
export const workflowPanels = (
  service: Service,
  slos: readonly Slo[],
  traces: readonly Link[],
): PanelSpec[] => [
  {
    id: 471,
    title: "Executions",
    description: `Executions that were started and that ended well, those that a saga refused and undid among them. Started above ended: more and more run at once.`,
    unit: "cps",
    targets: [
      flow(service, executionsStarted, "started"),
      flow(service, executionsSucceeded, "succeeded"),
    ],
  },
  {
    id: 472,
    title: "Failed executions",
    description: `${executionsFailed.description} ${executionsTimedOut.description} Redrive them once the cause is gone.`,
    unit: "cps",
    targets: [
      flow(service, executionsFailed, "failed"),
      flow(service, executionsTimedOut, "timed out"),
      flow(service, executionsAborted, "stopped"),
    ],
  },
  {
    id: 473,
    title: "Execution time",
    description:
      "From the start of an execution to its end, retries and waits among it: that of the median, of the slowest 5 and of the slowest 1 of 100. The line is what an objective allows.",
    unit: "ms",
    limits: latencyLimits(slos),
    dataLinks: traces,
    targets: percentiles(service, [executionTimeMedian, executionTimeSlow, executionTimeSlowest]),
  },
  {
    id: 474,
    title: "Throttled transitions",
    description: executionsThrottled.description,
    unit: "cps",
    targets: [flow(service, executionsThrottled, "throttled")],
  },
];
