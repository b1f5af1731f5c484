import type { Service, VirtualMachines } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import type { PanelSpec } from "../panel";
import { highest, level } from "./aws_targets";

const { machineCpu, machineFailures, machinesInService, machinesDesired, machinesPending } =
  awsSignals;
const { diskQueue, diskIopsExceeded, diskThroughputExceeded } = awsSignals;

/** How many machines there are, and how much they and their disks have to do. */
export const machinePanels = (service: Service<VirtualMachines>): PanelSpec[] => [
  numbers(service),
  cpu(service),
  {
    id: 463,
    title: "Machines out of order",
    description: `${machineFailures.description} The group replaces it.`,
    unit: "short",
    targets: [{ expr: level(service, machineFailures), legend: "out of order" }],
  },
  {
    id: 464,
    title: "Operations that wait for disks",
    description: `${diskQueue.description} That of the disk with the most.`,
    unit: "short",
    targets: [{ expr: highest(service, diskQueue), legend: "waiting" }],
  },
  {
    id: 465,
    title: "Disks at their limit",
    description: `${diskIopsExceeded.description} ${diskThroughputExceeded.description} The limits are declared: \`iops\` and \`throughput\`.`,
    unit: "short",
    targets: [
      { expr: level(service, diskIopsExceeded), legend: "operations a second" },
      { expr: level(service, diskThroughputExceeded), legend: "MiB a second" },
    ],
  },
];

function numbers(service: Service<VirtualMachines>): PanelSpec {
  const { min, max } = service.workload.machines;
  return {
    id: 461,
    title: "Machines",
    description: `${machinesInService.description} ${machinesDesired.description} In each cell from ${min} to ${max}.`,
    unit: "short",
    targets: [
      { expr: level(service, machinesInService), legend: "in service" },
      { expr: level(service, machinesDesired), legend: "desired" },
      { expr: level(service, machinesPending), legend: "pending" },
    ],
  };
}

function cpu(service: Service<VirtualMachines>): PanelSpec {
  const { cpuPercent } = service.workload.scaling;
  const followed =
    cpuPercent === undefined ? "" : ` The scaling keeps the mean of all at ${cpuPercent}.`;
  return {
    id: 462,
    title: "CPU of the busiest machine",
    description: `${machineCpu.description}${followed}`,
    unit: "percent",
    targets: [{ expr: highest(service, machineCpu), legend: "CPU" }],
  };
}
