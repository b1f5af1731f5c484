import {
  answersCallers,
  functionOf,
  isEventDriven,
  isGraphql,
  isWorkflow,
  type Service,
} from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import type { Slo } from "../../slo/slo";
import type { Link } from "../links";
import type { PanelSpec } from "../panel";
import { flow, highest, level } from "./aws_targets";
import { awsColdStarts } from "./cold_start_panels";
import { durationLimits } from "./shared_panels";

export function functionPanels(
  service: Service,
  slos: readonly Slo[],
  traces: readonly Link[],
): PanelSpec[] {
  const { timeoutSeconds, reservedConcurrency } = functionOf(service);
  return [
    {
      id: 501,
      ...callsOf(service),
      unit: "cps",
      targets: [
        flow(service, awsSignals.functionInvocations, "invocations"),
        flow(service, awsSignals.functionErrors, "errors"),
        flow(service, awsSignals.functionThrottles, "throttles"),
      ],
    },
    {
      id: 502,
      title: "Duration (p99)",
      description: `${awsSignals.functionDuration.description} The red line is the timeout${isEventDriven(service) ? "; an orange one what an objective allows" : ""}.`,
      unit: "ms",
      limits: durationLimits(isEventDriven(service) ? slos : [], timeoutSeconds),
      dataLinks: traces,
      targets: [{ expr: highest(service, awsSignals.functionDuration), legend: "p99" }],
    },
    {
      id: 503,
      title: "Concurrency",
      description: `${awsSignals.functionConcurrency.description} The line is what is reserved.`,
      unit: "short",
      limits: [{ from: reservedConcurrency, color: "red" }],
      targets: [{ expr: level(service, awsSignals.functionConcurrency), legend: "at once" }],
    },
    ...awsColdStarts(service),
  ];
}

function callsOf(service: Service): Pick<PanelSpec, "title" | "description"> {
  if (isWorkflow(service))
    return {
      title: "Steps",
      description:
        "Calls of the function, one a try of a step, those that failed, which are tried again, and those that were refused for want of an instance.",
    };
  return answersCallers(service)
    ? {
        title: "Calls",
        description: `Calls of the function, and those that failed or were refused for want of an instance: the API answers each of these with ${isGraphql(service) ? "200 and `errors`" : "5xx"}.`,
      }
    : {
        title: "Batches",
        description:
          "Batches handled, failed whole and refused. A partial failure is no error here: see dead letters.",
      };
}
