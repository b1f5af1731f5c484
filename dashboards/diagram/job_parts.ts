import { formatDuration } from "../../model/duration";
import type { Batch, Service } from "../../model/service";
import { accesses, drawn, OUTSIDE, type ServiceParts } from "./drawn";

/** Jobs wait until a machine is there for them, which their queue has started. */
export function jobs(service: Service<Batch>): ServiceParts {
  const { schedules, maxVcpus } = service.workload;
  const { id, stores, copies } = drawn(service);
  return {
    nodes: [
      { id: id("queue"), shape: "queue", label: ["jobs", `up to ${maxVcpus} CPUs`] },
      { id: id("jobs"), shape: "program", label: jobLines(service) },
      ...stores,
    ],
    atEdge: [],
    edges: [
      {
        from: OUTSIDE,
        to: id("queue"),
        label: schedules.length === 0 ? "jobs" : schedules.map(({ name }) => name).join(", "),
      },
      { from: id("queue"), to: id("jobs"), label: "first come, first served" },
      ...accesses(service, id("jobs")),
      ...copies,
    ],
  };
}

function jobLines({ workload }: Service<Batch>): string[] {
  const { gpus, cpu, memoryMiB, types, capacities, timeoutSeconds } = workload;
  return [
    `${gpus === 0 ? "" : `${gpus} GPU, `}${cpu} CPU, ${memoryMiB} MiB`,
    `${types.join(" or ")}, ${capacities.map((one) => BOUGHT[one]).join(", then ")}`,
    `within ${formatDuration(timeoutSeconds)}`,
  ];
}

const BOUGHT = { spot: "spot", onDemand: "on demand" } as const;
