import { cloudWatch } from "./cloud_watch";
import type { CloudWatchSignal } from "./signal";

/** Without the cluster's name beside it, ECS publishes a number of the whole cluster. */
const containers = {
  dimensions: ["ClusterName", "ServiceName"],
  label: "dimension_ServiceName",
  resource: "containers",
} as const;

const onService = cloudWatch({
  ...containers,
  namespace: "AWS/ECS",
  emittedBy: "every service on Fargate",
});

const onInsights = cloudWatch({
  ...containers,
  namespace: "ECS/ContainerInsights",
  emittedBy: "the cluster's setting `containerInsights`",
});

const percent = {
  statistic: "Average",
  unit: "percent",
  semantics: "gauge",
  nilToZero: false,
} as const;

const tasks = {
  statistic: "Average",
  unit: "count",
  semantics: "gauge",
  nilToZero: false,
} as const;

/** What CloudWatch knows of the tasks of a container service. */
export const containerSignals = {
  containerCpu: onService({
    ...percent,
    metric: "CPUUtilization",
    description: "Percent of their CPU that the tasks use, the mean of all.",
  }),
  containerMemory: onService({
    ...percent,
    metric: "MemoryUtilization",
    description:
      "Percent of their memory that the tasks use, the mean of all. A task that would take more than all is killed.",
  }),
  tasksRunning: onInsights({
    ...tasks,
    metric: "RunningTaskCount",
    description: "Tasks that run.",
  }),
  tasksDesired: onInsights({
    ...tasks,
    metric: "DesiredTaskCount",
    description:
      "Tasks that the scaling wants. More than run are those that start, or do not come up.",
  }),
  tasksPending: onInsights({
    ...tasks,
    metric: "PendingTaskCount",
    description: "Tasks that start: their image is pulled, or capacity for them is looked for.",
  }),
} satisfies Record<string, CloudWatchSignal>;
