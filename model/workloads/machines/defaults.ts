import { days, seconds } from "../../duration";
import type { EnvironmentDeclaration } from "../../environment";
import { settleBalanced, settleBounds } from "../balanced/defaults";
import type {
  DiskDeclaration,
  MachineScalingDeclaration,
  PurchaseDeclaration,
  RefreshDeclaration,
  VirtualMachinesDeclaration,
} from "./declaration";
import type { MachineScaling, Purchase, Refresh, Snapshots, VirtualMachines } from "./settled";

const DEFAULT_TYPE = { arm64: "t4g.small", x86_64: "t3.small" } as const;

/**
 * Names of parameters in which AWS keeps the id of its newest image.
 *
 * @see https://docs.aws.amazon.com/linux/al2023/ug/ec2.html
 */
const newestLinux = (architecture: "arm64" | "x86_64"): string =>
  `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`;

/** The defaults of a workload of machines, settled once. */
export function settleVirtualMachines(
  workload: VirtualMachinesDeclaration,
  environment: EnvironmentDeclaration,
): VirtualMachines {
  const { kind, boot, architecture = "arm64", attributes, zones } = workload;
  return {
    ...{ kind, boot, architecture, attributes, zones },
    image: workload.image ?? newestLinux(architecture),
    types: settleTypes(workload),
    ...settleBalanced(workload, environment),
    encrypted: false,
    purchase: settlePurchase(workload.purchase),
    machines: settleBounds(workload.machines, environment),
    scaling: settleScaling(workload.scaling ?? {}),
    gracePeriodSeconds: seconds(workload.gracePeriod ?? "5m"),
    warmUpSeconds: seconds(workload.warmUp ?? "2m"),
    refresh: settleRefresh(workload.refresh ?? {}),
    ...settleDisks(workload),
    snapshots: settleSnapshots(workload, environment),
  };
}

export const settleTypes = ({
  types,
  attributes,
  architecture = "arm64",
}: VirtualMachinesDeclaration): readonly string[] =>
  types ?? (attributes === undefined ? [DEFAULT_TYPE[architecture]] : []);

export function settlePurchase(declared: PurchaseDeclaration = "onDemand"): Purchase {
  if (declared === "reserved") return { kind: "reserved", reservations: [] };
  if (declared === "onDemand") return { kind: "instances", base: 0, onDemandPercent: 100 };
  if (declared === "spot") return { kind: "instances", base: 0, onDemandPercent: 0 };
  if ("reservations" in declared) return { kind: "reserved", reservations: declared.reservations };
  return { kind: "instances", base: declared.base ?? 0, onDemandPercent: declared.onDemand };
}

/** Whether some of the machines are spare capacity. */
export const takesSpareCapacity = (purchase: Purchase): boolean =>
  purchase.kind === "instances" && purchase.onDemandPercent < 100;

const DEFAULT_CPU_PERCENT = 60;

const settleScaling = ({ requestsPerTarget, cpu }: MachineScalingDeclaration): MachineScaling => ({
  requestsPerTarget,
  cpuPercent: requestsPerTarget === undefined ? (cpu ?? DEFAULT_CPU_PERCENT) : cpu,
});

export const settleRefresh = ({
  minHealthy = 100,
  maxHealthy = 150,
}: RefreshDeclaration): Refresh => ({
  minHealthyPercent: minHealthy,
  maxHealthyPercent: maxHealthy,
});

/** What every gp3 has in its price. */
export const IN_THE_PRICE = { iops: 3_000, throughput: 125 } as const;

const speed = ({ iops, throughput }: DiskDeclaration) => ({
  iops: iops ?? IN_THE_PRICE.iops,
  throughput: throughput ?? IN_THE_PRICE.throughput,
});

export function settleDisks({ disk = {}, volumes = {} }: VirtualMachinesDeclaration) {
  return {
    disk: { device: disk.device ?? "/dev/xvda", sizeGiB: disk.size ?? 20, ...speed(disk) },
    volumes: Object.entries(volumes)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, volume]) => ({
        ...{ name, device: volume.device, sizeGiB: volume.size, ...speed(volume) },
      })),
  };
}

function settleSnapshots(
  { volumes = {}, snapshots = {} }: VirtualMachinesDeclaration,
  { stage }: EnvironmentDeclaration,
): Snapshots | undefined {
  if (snapshots === "none" || Object.keys(volumes).length === 0) return undefined;
  const { time = "03:00", keep = stage === "production" ? "30d" : "7d" } = snapshots;
  return { time, keepDays: days(keep) };
}
