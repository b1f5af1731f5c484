import { milliseconds, seconds } from "../../duration";
import type { EnvironmentDeclaration } from "../../environment";
import { settleBalanced, settleBounds } from "../balanced/defaults";
import type { ContainerServiceDeclaration, ScalingDeclaration } from "./declaration";
import type { ContainerService, Scaling } from "./settled";
import { leastMemory, UNITS_PER_CPU } from "./sizes";

const DEFAULTS = {
  architecture: "arm64",
  user: "1000:1000",
  scaling: {},
  gracePeriod: "60s",
  stopTimeout: "30s",
} as const;

/** The defaults of a workload of containers, settled once. */
export function settleContainerService(
  workload: ContainerServiceDeclaration,
  service: string,
  environment: EnvironmentDeclaration,
): ContainerService {
  const declared = { ...DEFAULTS, ...workload };
  const { kind, image, architecture, user } = declared;
  return {
    ...{ kind, image, architecture, user },
    ...settleBalanced(workload, environment),
    ...settleSize(workload),
    tasks: settleBounds(workload.tasks, environment),
    scaling: settleScaling(declared.scaling),
    gracePeriodSeconds: seconds(declared.gracePeriod),
    stopTimeoutSeconds: seconds(declared.stopTimeout),
    spotPercent: workload.spot ?? (environment.stage === "production" ? 0 : 100),
    connect: workload.connect ?? service,
    encrypted: environment.cloud === "aws" && environment.privateCa !== undefined,
  };
}

/** CPU units and MiB. */
export function settleSize({ cpu = 0.25, memory }: ContainerServiceDeclaration) {
  const cpuUnits = cpu * UNITS_PER_CPU;
  return { cpuUnits, memoryMiB: memory ?? leastMemory(cpuUnits) };
}

const DEFAULT_CPU_PERCENT = 60;

function settleScaling(declared: ScalingDeclaration): Scaling {
  const { requestsPerTarget, cpu, latency, backlog } = declared;
  const nothing = [requestsPerTarget, cpu, latency, backlog].every((one) => one === undefined);
  return {
    ...{ requestsPerTarget, backlog },
    cpuPercent: nothing ? DEFAULT_CPU_PERCENT : cpu,
    latencyMilliseconds: latency === undefined ? undefined : milliseconds(latency),
    scaleInCooldownSeconds: seconds(declared.scaleInCooldown ?? "300s"),
    scaleOutCooldownSeconds: seconds(declared.scaleOutCooldown ?? "60s"),
  };
}
