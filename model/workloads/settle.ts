import type { ServiceDeclaration } from "../declaration";
import { settleEventDriven, settleProcessor } from "../defaults";
import type { EnvironmentDeclaration } from "../environment";
import type { ServiceFunction, Workload } from "../service";
import { settleRequestDriven, settleRequestFunction } from "./request_defaults";

/** A service's workload with every default, whichever it is. */
export const settleWorkload = (
  { workload, traffic }: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): Workload =>
  workload.kind === "eventDriven"
    ? settleEventDriven(workload, environment)
    : settleRequestDriven(workload, traffic, environment);

/** The function that its events or requests end in. */
export const settledFunction = (
  { workload }: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): ServiceFunction =>
  workload.kind === "eventDriven"
    ? settleProcessor(workload, environment)
    : settleRequestFunction(workload, environment);
