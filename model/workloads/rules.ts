import type { ServiceDeclaration } from "../declaration";
import type { EnvironmentDeclaration } from "../environment";
import type { FieldProblem } from "../indicators/base";
import { batchProblems } from "./batch/rules";
import { containerServiceProblems } from "./containers/rules";
import { contentDeliveryProblems } from "./delivery/rules";
import { graphqlProblems } from "./graphql/rules";
import { virtualMachinesProblems } from "./machines/rules";
import { inferenceProblems } from "./inference/rules";
import { eventDrivenProblems } from "./event_rules";
import { requestDrivenProblems } from "./request_rules";
import { workflowProblems } from "./workflow/rules";

/** What the fields of a workload mean to one another, to the rest of the service and to the cloud. */
export function workloadProblems(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  const { workload } = service;
  switch (workload.kind) {
    case "eventDriven":
      return eventDrivenProblems(workload, service, environment);
    case "requestDriven":
      return requestDrivenProblems(workload, service, environment);
    case "contentDelivery":
      return contentDeliveryProblems(workload, service, environment);
    case "containerService":
      return containerServiceProblems(workload, service, environment);
    case "graphql":
      return graphqlProblems(workload, environment);
    case "virtualMachines":
      return virtualMachinesProblems(workload, service, environment);
    case "workflow":
      return workflowProblems(workload, service, environment);
    case "batch":
      return batchProblems(workload, environment);
    case "inference":
      return inferenceProblems(workload, service, environment);
  }
}
