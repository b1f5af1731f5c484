import type { AwsEnvironment } from "../../model/environment";
import { stackId } from "../../model/names";
import {
  isContainerService,
  isContentDelivery,
  isGraphql,
  isRequestDriven,
  isVirtualMachines,
  type Objective,
  type Service,
} from "../../model/service";
import { awsFunction, placeOf } from "../resources";
import { apiCommands } from "./aws_api";
import { containerCommands } from "./aws_containers";
import { copyCommands } from "./aws_copy";
import { deliveryCommands } from "./aws_delivery";
import { graphqlCommands } from "./aws_graphql";
import { machineCommands } from "./aws_machines";
import { queueCommands } from "./aws_queue";
import type { CloudCommands, WorkloadCommands } from "./cloud";
import { code } from "./page";

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
  return { ...functionCommands(service, environment), rollback: rollback(service, region) };
}

/** Of what ends in a function. */
function functionCommands(service: Service, { region, account }: AwsEnvironment): WorkloadCommands {
  if (isRequestDriven(service)) return apiCommands(service, region);
  return isGraphql(service)
    ? graphqlCommands(service, region)
    : queueCommands(service, region, account);
}

function rollback(service: Service, region: string): string[] {
  const { function: name, alias } = awsFunction(placeOf(service));
  return [
    `Apply the last good commit: \`npx cdktf apply ${stackId(service.environment, service.cell)}\`. Faster, until then, point the alias back:`,
    ...code(
      "sh",
      `aws lambda list-versions-by-function --region ${region} --function-name ${name} --query 'Versions[].[Version,LastModified]'`,
      `aws lambda update-alias --region ${region} --function-name ${name} --name ${alias} --function-version VERSION`,
    ),
  ];
}
