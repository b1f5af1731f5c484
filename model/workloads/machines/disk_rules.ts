import { problemIf, type FieldProblem } from "../../indicators/base";
import { show } from "../../problems";
import { IN_THE_PRICE, settleDisks } from "./defaults";
import type { VirtualMachinesDeclaration } from "./declaration";
import type { Disk } from "./settled";

/** What the fields of disks mean to one another. */
export function diskProblems(workload: VirtualMachinesDeclaration): FieldProblem[] {
  const { disk, volumes } = settleDisks(workload);
  return [
    ...speedProblems("workload.disk", disk),
    ...volumes.flatMap((volume, index) => {
      const at = `workload.volumes.${volume.name}`;
      const before = [disk, ...volumes.slice(0, index)].find((one) => one.device === volume.device);
      return [
        ...speedProblems(at, volume),
        ...problemIf(
          `${at}.device`,
          before && `expected a device of its own, got ${show(volume.device)} twice`,
        ),
      ];
    }),
    ...problemIf("workload.snapshots", uselessProblem(workload)),
  ];
}

/** Of each GiB, above what is in the price. */
const MOST_IOPS_PER_GIB = 500;

/** Operations a second for each MiB a second. */
const LEAST_IOPS_PER_MIB = 4;

/** @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html */
export function iopsProblem({ sizeGiB, iops }: Disk): string | undefined {
  const most = Math.max(IN_THE_PRICE.iops, MOST_IOPS_PER_GIB * sizeGiB);
  if (iops <= most) return undefined;
  return `expected at most ${most}, which is ${MOST_IOPS_PER_GIB} for each of ${sizeGiB} GiB, got ${iops}`;
}

export function throughputProblem({ iops, throughput }: Disk): string | undefined {
  const most = iops / LEAST_IOPS_PER_MIB;
  if (throughput <= most) return undefined;
  return `expected at most ${most}, which is a quarter of the ${iops} operations a second, got ${throughput}`;
}

const speedProblems = (at: string, disk: Disk): FieldProblem[] => [
  ...problemIf(`${at}.iops`, iopsProblem(disk)),
  ...problemIf(`${at}.throughput`, throughputProblem(disk)),
];

function uselessProblem({ volumes = {}, snapshots }: VirtualMachinesDeclaration) {
  if (snapshots === undefined || Object.keys(volumes).length > 0) return undefined;
  return `expected nothing without \`volumes\`, of which snapshots are made, got ${show(snapshots)}`;
}
