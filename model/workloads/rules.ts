import type { ServiceDeclaration } from "../declaration";
import type { EnvironmentDeclaration } from "../environment";
import type { FieldProblem } from "../indicators/base";
import { eventDrivenProblems } from "./event_rules";
import { requestDrivenProblems } from "./request_rules";

/** What the fields of a workload mean to one another, to the rest of the service and to the cloud. */
export const workloadProblems = (
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] =>
  service.workload.kind === "eventDriven"
    ? eventDrivenProblems(service.workload, service, environment)
    : requestDrivenProblems(service.workload, service, environment);
