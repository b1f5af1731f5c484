import { awsClusterNames, awsNames, stackId } from "../../model/names";
import type { ContainerService, Service } from "../../model/service";
import { awsSignals } from "../../model/signals";
import { targetGroupName } from "../../model/workloads/balanced/target_group";
import { sum } from "../promql";
import { placeOf, signalOf } from "../resources";
import { targetGroupArn, whyTargetGroupIsBlind } from "./aws_balanced";
import type { CloudCommands } from "./cloud";
import { code } from "./page";
import { takenBack } from "./taken_back";

/** For a service whose requests a cell's load balancer hands over to containers. */
export function containerCommands(
  service: Service<ContainerService>,
  region: string,
): CloudCommands {
  const at = placed(service, region);
  return {
    look: [...causes(service), ...health(at), ...logs(service)],
    ...relief(service, at),
    exporter: whyTargetGroupIsBlind(service, at),
    rollback: rollback(service, at),
  };
}

/** How the CLI is told of a service. */
interface Placed {
  readonly region: string;
  readonly cluster: string;
  readonly service: string;
  readonly targetGroup: string;
}

function placed(service: Service<ContainerService>, region: string): Placed {
  const place = placeOf(service);
  const { environment, cell } = place;
  return {
    region,
    cluster: awsClusterNames(environment, cell).cluster,
    service: awsNames(place).container.service,
    targetGroup: targetGroupName(place, service.workload),
  };
}

/** Whether it is what tasks answer, that they do not, or that there are none. */
function causes(service: Service): string[] {
  const place = placeOf(service);
  const { targetServerErrors, balancerServerErrors, balancerUnavailable } = awsSignals;
  const { healthyTargets, unhealthyTargets, tasksRunning, tasksDesired } = awsSignals;
  const { containerCpu, containerMemory, targetResponseSlowest } = awsSignals;
  return [
    "Server errors of the tasks in a minute; those of the balancer, for all services of the cell, and of them the 503 of a service without tasks; and the slowest 1 of 100 answers. Errors of the tasks alone are the code's, or a store's:",
    ...code(
      "promql",
      ...[targetServerErrors, balancerServerErrors, balancerUnavailable].map((signal) =>
        sum(signalOf(signal, place)),
      ),
      signalOf(targetResponseSlowest, place),
    ),
    "Tasks that the balancer holds to be healthy and not, that run and are wanted, and how much of their CPU and memory they use. More that are wanted than run are tasks that do not come up:",
    ...code(
      "promql",
      ...[healthyTargets, unhealthyTargets, tasksRunning, tasksDesired].map((signal) =>
        signalOf(signal, place),
      ),
      ...[containerCpu, containerMemory].map((signal) => signalOf(signal, place)),
    ),
  ];
}

function health(at: Placed): string[] {
  const { region, cluster, service } = at;
  return [
    "What ECS says of the deployment, and tasks that stopped of late, of which `aws ecs describe-tasks` says why; and why the balancer holds a task to be unhealthy:",
    ...code(
      "sh",
      `aws ecs describe-services --region ${region} --cluster ${cluster} --services ${service} --query 'services[0].[deployments[].[status,rolloutState,runningCount,desiredCount],events[:10].[createdAt,message]]'`,
      `aws ecs list-tasks --region ${region} --cluster ${cluster} --service-name ${service} --desired-status STOPPED`,
      `aws elbv2 describe-target-health --region ${region} --target-group-arn ${targetGroupArn(at)} --query 'TargetHealthDescriptions[].[Target.Id,TargetHealth.State,TargetHealth.Reason]'`,
    ),
  ];
}

const logs = (service: Service): string[] => [
  `The tasks' errors, in CloudWatch Logs Insights over the log group \`${awsNames(placeOf(service)).container.logGroup}\`:`,
  ...code(
    "text",
    "fields @timestamp, level, message, reason, requestId, @logStream",
    '| filter level in ["WARN", "ERROR"] or @message like /(?i)error/',
    "| sort @timestamp desc",
    "| limit 20",
  ),
];

/** More tasks, or fresh ones; how many there are is declared, so that the next apply takes that back too. */
function relief(
  service: Service<ContainerService>,
  { region, cluster, service: name }: Placed,
): Pick<CloudCommands, "relief" | "undoRelief"> {
  const { min, max } = service.workload.tasks;
  const between = (least: number, most: number): string =>
    `aws application-autoscaling register-scalable-target --region ${region} --service-namespace ecs --resource-id service/${cluster}/${name} --scalable-dimension ecs:service:DesiredCount --min-capacity ${least} --max-capacity ${most}`;
  return {
    relief: [
      `Where tasks have too much to do, at once as many as the ${max} that are declared as the most, and room for twice as many:`,
      ...code("sh", between(max, 2 * max)),
      "Where tasks hang, others in their place, one after the other; those that run go on until the new ones are healthy:",
      ...code(
        "sh",
        `aws ecs update-service --region ${region} --cluster ${cluster} --service ${name} --force-new-deployment`,
      ),
    ],
    undoRelief: ["How many there may be is declared; as it was:", ...code("sh", between(min, max))],
  };
}

const rollback = (service: Service, { region, cluster, service: name }: Placed): string[] => [
  ...takenBack(service, "ECS"),
  `A deployment whose tasks do not come up is taken back by ECS itself. One that comes up and is wrong: apply the last good commit, \`npx cdktf apply ${stackId(service.environment, service.cell)}\`. Faster, until then, the task definition before:`,
  ...code(
    "sh",
    `aws ecs list-task-definitions --region ${region} --family-prefix ${name} --sort DESC --max-items 5`,
    `aws ecs update-service --region ${region} --cluster ${cluster} --service ${name} --task-definition ${name}:VERSION`,
  ),
];
