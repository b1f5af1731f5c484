import type { ContainerService, Service } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import type { PanelSpec } from "../panel";
import { highest, level } from "./aws_targets";

const { containerCpu, containerMemory, tasksRunning, tasksDesired, tasksPending } = awsSignals;

/** How many tasks there are, and how much each has to do. */
export const containerPanels = (service: Service<ContainerService>): PanelSpec[] => [
  numbers(service),
  cpu(service),
  memory(service),
];

function numbers(service: Service<ContainerService>): PanelSpec {
  const { min, max } = service.workload.tasks;
  return {
    id: 441,
    title: "Tasks",
    description: `${tasksRunning.description} ${tasksDesired.description} In each cell from ${min} to ${max}.`,
    unit: "short",
    targets: [
      { expr: level(service, tasksRunning), legend: "running" },
      { expr: level(service, tasksDesired), legend: "desired" },
      { expr: level(service, tasksPending), legend: "pending" },
    ],
  };
}

const cpu = (service: Service<ContainerService>): PanelSpec => {
  const { cpuPercent } = service.workload.scaling;
  const followed = cpuPercent === undefined ? "" : ` The scaling keeps it at ${cpuPercent}.`;
  return {
    id: 442,
    title: "CPU",
    description: `${containerCpu.description}${followed}`,
    unit: "percent",
    targets: [{ expr: highest(service, containerCpu), legend: "CPU" }],
  };
};

const memory = (service: Service<ContainerService>): PanelSpec => ({
  id: 443,
  title: "Memory",
  description: `${containerMemory.description} Each has ${service.workload.memoryMiB} MiB.`,
  unit: "percent",
  targets: [{ expr: highest(service, containerMemory), legend: "memory" }],
});
