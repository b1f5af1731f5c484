import { cloudWatch } from "./cloud_watch";
import type { CloudWatchSignal } from "./signal";

/** AWS makes up the ids of machines and disks: the tag `Name`, which their group gives all of them, is ours. */
const onMachine = cloudWatch({
  namespace: "AWS/EC2",
  dimensions: ["InstanceId"],
  label: "tag_Name",
  resource: "machines",
  emittedBy: "every machine; by the minute, since its template asks for detailed monitoring",
});

const onDisk = cloudWatch({
  namespace: "AWS/EBS",
  dimensions: ["VolumeId"],
  label: "tag_Name",
  resource: "machineDisks",
  emittedBy: "every disk of a machine",
});

const onGroup = cloudWatch({
  namespace: "AWS/AutoScaling",
  dimensions: ["AutoScalingGroupName"],
  label: "dimension_AutoScalingGroupName",
  resource: "machineGroup",
  emittedBy: "the group's `enabled_metrics`",
});

const gauge = { semantics: "gauge", nilToZero: false } as const;
const machines = { ...gauge, statistic: "Average", unit: "count" } as const;
const limit = { ...gauge, statistic: "Maximum", unit: "count" } as const;

/** What CloudWatch knows of the machines of a service, of their disks and of their number. */
export const machineSignals = {
  machineCpu: onMachine({
    ...gauge,
    statistic: "Average",
    unit: "percent",
    metric: "CPUUtilization",
    description: "Percent of its CPU that a machine uses.",
  }),
  machineFailures: onMachine({
    ...limit,
    metric: "StatusCheckFailed",
    description: "Is 1 while AWS finds a machine, its system or one of its disks out of order.",
  }),
  machinesInService: onGroup({
    ...machines,
    metric: "GroupInServiceInstances",
    description: "Machines that run.",
  }),
  machinesDesired: onGroup({
    ...machines,
    metric: "GroupDesiredCapacity",
    description:
      "Machines that the scaling wants. More than run are those that start, or that AWS has no capacity for.",
  }),
  machinesPending: onGroup({
    ...machines,
    metric: "GroupPendingInstances",
    description: "Machines that start.",
  }),
  /** @see https://docs.aws.amazon.com/ebs/latest/userguide/using_cloudwatch_ebs.html */
  diskQueue: onDisk({
    ...gauge,
    statistic: "Average",
    unit: "count",
    metric: "VolumeQueueLength",
    description:
      "Operations that wait for a disk. More than one for each 1000 a second is a queue.",
  }),
  diskIopsExceeded: onDisk({
    ...limit,
    metric: "VolumeIOPSExceededCheck",
    description: "Is 1 while more operations a second are asked of a disk than it was given.",
  }),
  diskThroughputExceeded: onDisk({
    ...limit,
    metric: "VolumeThroughputExceededCheck",
    description: "Is 1 while more MiB a second are asked of a disk than it was given.",
  }),
} satisfies Record<string, CloudWatchSignal>;
