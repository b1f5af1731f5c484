import { awsNames, stackId } from "../../model/names";
import type { Service, VirtualMachines } from "../../model/service";
import { awsSignals } from "../../model/signals";
import { targetGroupName } from "../../model/workloads/balanced/target_group";
import { sum } from "../promql";
import { placeOf, signalOf } from "../resources";
import { targetGroupArn, whyTargetGroupIsBlind } from "./aws_balanced";
import type { CloudCommands } from "./cloud";
import { code } from "./page";
import { takenBack } from "./taken_back";

/** For a service whose requests a cell's load balancer hands over to machines. */
export function machineCommands(service: Service<VirtualMachines>, region: string): CloudCommands {
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
  readonly group: string;
  readonly targetGroup: string;
}

function placed(service: Service<VirtualMachines>, region: string): Placed {
  const place = placeOf(service);
  return {
    region,
    group: awsNames(place).machine.group,
    targetGroup: targetGroupName(place, service.workload),
  };
}

/** Whether it is what machines answer, that they do not, or that there are none. */
function causes(service: Service): string[] {
  const place = placeOf(service);
  const { targetServerErrors, balancerServerErrors, balancerUnavailable } = awsSignals;
  const { healthyTargets, unhealthyTargets, machinesInService, machinesDesired } = awsSignals;
  const { machineCpu, diskIopsExceeded, diskThroughputExceeded, targetResponseSlowest } =
    awsSignals;
  const lines = (signals: readonly (typeof machineCpu)[]) =>
    signals.map((signal) => signalOf(signal, place));
  return [
    "Server errors of the machines in a minute; those of the balancer, for all services of the cell, and of them the 503 of a service without machines; and the slowest 1 of 100 answers. Errors of the machines alone are the code's, or a store's:",
    ...code(
      "promql",
      ...[targetServerErrors, balancerServerErrors, balancerUnavailable].map((signal) =>
        sum(signalOf(signal, place)),
      ),
      signalOf(targetResponseSlowest, place),
    ),
    "Machines that the balancer holds to be healthy and not, that run and are wanted, how much of its CPU each uses, and which disks are asked for more than they were given. More that are wanted than run are machines that do not start:",
    ...code(
      "promql",
      ...lines([healthyTargets, unhealthyTargets, machinesInService, machinesDesired]),
      ...lines([machineCpu, diskIopsExceeded, diskThroughputExceeded]),
    ),
  ];
}

function health(at: Placed): string[] {
  const { region, group } = at;
  return [
    "What the group did of late and why, how far a replacement of its machines is, and why the balancer holds a machine to be unhealthy:",
    ...code(
      "sh",
      `aws autoscaling describe-scaling-activities --region ${region} --auto-scaling-group-name ${group} --max-items 10 --query 'Activities[].[StartTime,StatusCode,StatusMessage,Cause]'`,
      `aws autoscaling describe-instance-refreshes --region ${region} --auto-scaling-group-name ${group} --max-records 3 --query 'InstanceRefreshes[].[StartTime,Status,StatusReason,PercentageComplete]'`,
      `aws elbv2 describe-target-health --region ${region} --target-group-arn ${targetGroupArn(at)} --query 'TargetHealthDescriptions[].[Target.Id,TargetHealth.State,TargetHealth.Reason]'`,
    ),
    "What a machine said while it started, and a shell on it, with its id in place of `INSTANCE`:",
    ...code(
      "sh",
      `aws ec2 get-console-output --region ${region} --instance-id INSTANCE --latest --output text`,
      `aws ssm start-session --region ${region} --target INSTANCE`,
    ),
  ];
}

const logs = (service: Service): string[] => [
  `What the machines were told to write to the log group \`${awsNames(placeOf(service)).machine.logGroup}\`, in CloudWatch Logs Insights:`,
  ...code(
    "text",
    "fields @timestamp, @message, @logStream",
    "| sort @timestamp desc",
    "| limit 50",
  ),
];

function relief(
  service: Service<VirtualMachines>,
  { region, group }: Placed,
): Pick<CloudCommands, "relief" | "undoRelief"> {
  const { min, max } = service.workload.machines;
  const between = (least: number, most: number): string =>
    `aws autoscaling update-auto-scaling-group --region ${region} --auto-scaling-group-name ${group} --min-size ${least} --max-size ${most}`;
  return {
    relief: [
      `Where machines have too much to do, at once as many as the ${max} that are declared as the most, and room for twice as many:`,
      ...code("sh", between(max, 2 * max)),
      "Where machines hang, others in their place, one after the other:",
      ...code(
        "sh",
        `aws autoscaling start-instance-refresh --region ${region} --auto-scaling-group-name ${group}`,
      ),
    ],
    undoRelief: ["How many there may be is declared; as it was:", ...code("sh", between(min, max))],
  };
}

const rollback = (service: Service, { region, group }: Placed): string[] => [
  ...takenBack(service, "EC2 Auto Scaling"),
  "A replacement whose machines do not become healthy is taken back by AWS itself. One that goes on and is wrong, as long as it goes on:",
  ...code(
    "sh",
    `aws autoscaling rollback-instance-refresh --region ${region} --auto-scaling-group-name ${group}`,
  ),
  `Afterwards, apply the last good commit: \`npx cdktf apply ${stackId(service.environment, service.cell)}\`. It replaces the machines again.`,
];
