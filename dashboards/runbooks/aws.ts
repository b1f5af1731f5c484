import type { AwsEnvironment } from "../../model/environment";
import { awsShiftNames, stackId } from "../../model/names";
import {
  isBatch,
  isContainerService,
  isContentDelivery,
  isFronted,
  isGraphql,
  isInference,
  isRequestDriven,
  isVirtualMachines,
  isWorkflow,
  type Objective,
  type Service,
} from "../../model/service";
import { awsFunction, placeOf } from "../resources";
import { apiCommands } from "./aws_api";
import { batchCommands } from "./aws_batch";
import { containerCommands } from "./aws_containers";
import { copyCommands } from "./aws_copy";
import { deliveryCommands } from "./aws_delivery";
import { graphqlCommands } from "./aws_graphql";
import { inferenceCommands } from "./aws_inference";
import { machineCommands } from "./aws_machines";
import { queueCommands } from "./aws_queue";
import { workflowCommands } from "./aws_workflow";
import type { CloudCommands, WorkloadCommands } from "./cloud";
import { code } from "./page";
import { takenBack } from "./taken_back";

export function awsCommands(
  service: Service,
  objective: Objective,
  environment: AwsEnvironment,
): CloudCommands {
  const { region, account } = environment;
  if (objective.sli === "replication") return copyCommands(service, objective, environment);
  if (isContentDelivery(service)) return deliveryCommands(service, region, account);
  if (isContainerService(service)) return containerCommands(service, region);
  if (isVirtualMachines(service)) return machineCommands(service, region);
  if (isBatch(service)) return batchCommands(service, region);
  if (isInference(service)) return inferenceCommands(service, region);
  return {
    ...functionCommands(service, objective, environment),
    rollback: rollback(service, region),
  };
}

/** Of what ends in a function. */
function functionCommands(
  service: Service,
  objective: Objective,
  { region, account }: AwsEnvironment,
): WorkloadCommands {
  if (isRequestDriven(service)) return apiCommands(service, objective, region);
  if (isWorkflow(service)) return workflowCommands(service, region, account);
  return isGraphql(service)
    ? graphqlCommands(service, region)
    : queueCommands(service, region, account);
}

/** Where CodeDeploy moves the alias, an apply does not. */
function shiftedBack(service: Service, region: string): string[] {
  const { function: name, alias } = awsFunction(placeOf(service));
  const { application, group } = awsShiftNames(name);
  return [
    ...takenBack(service, "CodeDeploy"),
    "One that goes on and is wrong; the first command says its id:",
    ...code(
      "sh",
      `aws deploy list-deployments --region ${region} --application-name ${application} --deployment-group-name ${group} --include-only-statuses InProgress`,
      `aws deploy stop-deployment --region ${region} --deployment-id ID --auto-rollback-enabled`,
    ),
    "One that is over: point the alias back, and hand calls over to a version that is good afterwards:",
    ...pointBack(name, alias, region, " --routing-config 'AdditionalVersionWeights={}'"),
  ];
}

function rollback(service: Service, region: string): string[] {
  if (service.rollout) return shiftedBack(service, region);
  const { function: name, alias } = awsFunction(placeOf(service));
  const atEdge = isFronted(service)
    ? ` If what changed is at the edge, \`npx cdktf apply ${stackId(service.environment, "edge")}\`.`
    : "";
  return [
    `Apply the last good commit: \`npx cdktf apply ${stackId(service.environment, service.cell)}\`.${atEdge} Faster, until then, point the alias back:`,
    ...pointBack(name, alias, region),
  ];
}

/** @param more - what the command is told beside */
const pointBack = (name: string, alias: string, region: string, more = ""): string[] =>
  code(
    "sh",
    `aws lambda list-versions-by-function --region ${region} --function-name ${name} --query 'Versions[].[Version,LastModified]'`,
    `aws lambda update-alias --region ${region} --function-name ${name} --name ${alias} --function-version VERSION${more}`,
  );
