import { settleLogRetentionDays } from "../../defaults";
import { days, seconds } from "../../duration";
import type { EnvironmentDeclaration } from "../../environment";
import type { BatchJobsDeclaration } from "./declaration";
import { settleJobSchedules } from "./schedules";
import type { Batch, Capacity } from "./settled";

/** A little less than what a `g5.xlarge` or a `g6.xlarge`, which has one GPU, leaves a job. */
const FOR_A_GPU = { cpu: 4, memoryMiB: 14_336 } as const;

/** What Docker gives. */
const DEFAULT_SHARED_MIB = 64;

/** The defaults of a workload of jobs, settled once. */
export function settleBatch(
  workload: BatchJobsDeclaration,
  environment: EnvironmentDeclaration,
): Batch {
  const { kind, image, command, logRetention, deadline, user = "1000:1000" } = workload;
  return {
    ...{ kind, image, command, user },
    ...settleJob(workload),
    types: settleTypes(workload),
    maxVcpus: settleMaxVcpus(workload, environment),
    capacities: settleCapacities(workload, environment),
    timeoutSeconds: seconds(workload.timeout ?? "6h"),
    attempts: workload.attempts ?? 3,
    scratchGiB: workload.scratch ?? 50,
    environment: workload.environment ?? {},
    schedules: settleJobSchedules(workload.schedules),
    deadlineSeconds: deadline && seconds(deadline),
    logRetentionDays: logRetention ? days(logRetention) : settleLogRetentionDays(environment),
  };
}

/** What a job takes of a machine. */
export function settleJob(workload: BatchJobsDeclaration) {
  const { gpus = 0, sharedMemory } = workload;
  const { cpu = gpus === 0 ? 1 : gpus * FOR_A_GPU.cpu } = workload;
  const { memory = gpus === 0 ? 2_048 : gpus * FOR_A_GPU.memoryMiB } = workload;
  const shared = gpus === 0 ? DEFAULT_SHARED_MIB : Math.floor(memory / 4);
  return { gpus, cpu, memoryMiB: memory, sharedMemoryMiB: sharedMemory ?? shared };
}

export const settleTypes = ({ types, gpus = 0 }: BatchJobsDeclaration): readonly string[] =>
  types ?? (gpus === 0 ? ["optimal"] : ["g5", "g6"]);

export const settleMaxVcpus = (
  workload: BatchJobsDeclaration,
  { stage }: EnvironmentDeclaration,
): number =>
  workload.maxVcpus ?? Math.max(settleJob(workload).cpu, stage === "production" ? 64 : 16);

const CAPACITIES = {
  first: ["spot", "onDemand"],
  only: ["spot"],
  never: ["onDemand"],
} as const satisfies Readonly<Record<string, readonly Capacity[]>>;

const settleCapacities = (
  { spot }: BatchJobsDeclaration,
  { stage }: EnvironmentDeclaration,
): readonly Capacity[] => CAPACITIES[spot ?? (stage === "production" ? "first" : "only")];
