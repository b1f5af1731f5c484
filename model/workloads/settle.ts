import type { ContainerServiceDeclaration, ServiceDeclaration } from "../declaration";
import { settleEventDriven, settleProcessor } from "../defaults";
import type { Contracts } from "../contracts/contracts";
import { grpcPaths } from "../contracts/grpc";
import type { EnvironmentDeclaration } from "../environment";
import type { ServiceFunction, Workload } from "../service";
import { settleBatch } from "./batch/defaults";
import { settleContainerService } from "./containers/defaults";
import { settleContentDelivery } from "./delivery/defaults";
import { settleGraphql } from "./graphql/defaults";
import { settleInference } from "./inference/defaults";
import { settleVirtualMachines } from "./machines/defaults";
import { settleWorkflow } from "./workflow/defaults";
import { settleRequestDriven, settleRequestFunction } from "./request_defaults";

/** A service's workload with every default, whichever it is. */
export function settleWorkload(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
  contracts: Contracts,
): Workload {
  const { name, workload } = service;
  switch (workload.kind) {
    case "eventDriven":
      return settleEventDriven(workload, environment);
    case "requestDriven":
      return settleRequestDriven(workload, service, environment);
    case "contentDelivery":
      return settleContentDelivery(workload, name, environment);
    case "containerService":
      return {
        ...settleContainerService(workload, name, environment),
        paths: pathsOf(workload, service, contracts),
      };
    case "virtualMachines":
      return settleVirtualMachines(workload, environment);
    case "graphql":
      return settleGraphql(workload, environment, contracts);
    case "workflow":
      return settleWorkflow(workload, environment);
    case "batch":
      return settleBatch(workload, environment);
    case "inference":
      return settleInference(workload, service, environment);
  }
}

/** Declared, or else what a contract of gRPC says. */
const pathsOf = (
  { paths }: ContainerServiceDeclaration,
  service: ServiceDeclaration,
  contracts: Contracts,
): readonly string[] => paths ?? grpcPaths(service, contracts);

/** The function that its events or requests end in; undefined where no function runs. */
export function settledFunction(
  { workload }: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): ServiceFunction | undefined {
  switch (workload.kind) {
    case "eventDriven":
      return settleProcessor(workload, environment);
    case "requestDriven":
    case "graphql":
      return settleRequestFunction(workload, environment);
    case "batch":
    case "workflow":
    case "inference":
    case "contentDelivery":
    case "containerService":
    case "virtualMachines":
      return undefined;
  }
}
