import { settleLogRetentionDays } from "../../defaults";
import { days, milliseconds, seconds } from "../../duration";
import type { Duration } from "../../declaration";
import type { EnvironmentDeclaration } from "../../environment";
import type {
  ContainerHealthDeclaration,
  ContainerServiceDeclaration,
  ScalingDeclaration,
  SharingDeclaration,
} from "./declaration";
import { hostsBehindEdge } from "../delivery/origins";
import type { ContainerHealth, ContainerService, Scaling, Sharing, Tasks } from "./settled";
import { leastMemory, UNITS_PER_CPU } from "./sizes";

const DEFAULTS = {
  architecture: "arm64",
  port: 8_080,
  protocol: "http",
  user: "1000:1000",
  paths: [],
  health: {},
  sharing: {},
  scaling: {},
  environment: {},
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
  const { kind, image, paths, protocol, architecture, port, user, logRetention } = declared;
  return {
    host: hostOf(workload, environment),
    behindEdge: workload.host !== undefined && hostsBehindEdge(environment).has(workload.host),
    ...{ kind, image, paths, protocol, architecture, port, user },
    ...settleSize(workload),
    health: settleHealth(declared.health, protocol),
    sharing: settleSharing(declared.sharing),
    tasks: settleTasks(workload, environment),
    scaling: settleScaling(declared.scaling),
    gracePeriodSeconds: seconds(declared.gracePeriod),
    stopTimeoutSeconds: seconds(declared.stopTimeout),
    spotPercent: workload.spot ?? (environment.stage === "production" ? 0 : 100),
    environment: declared.environment,
    connect: workload.connect ?? service,
    logRetentionDays: logRetention ? days(logRetention) : settleLogRetentionDays(environment),
  };
}

/** The whole name of its host. */
export const hostOf = (
  { host }: ContainerServiceDeclaration,
  { dns }: EnvironmentDeclaration,
): string | undefined => (host && dns ? `${host}.${dns.zone}` : undefined);

/** CPU units and MiB. */
export function settleSize({ cpu = 0.25, memory }: ContainerServiceDeclaration) {
  const cpuUnits = cpu * UNITS_PER_CPU;
  return { cpuUnits, memoryMiB: memory ?? leastMemory(cpuUnits) };
}

export const settleTasks = (
  { tasks }: ContainerServiceDeclaration,
  { stage }: EnvironmentDeclaration,
): Tasks => tasks ?? (stage === "production" ? { min: 2, max: 10 } : { min: 1, max: 2 });

const HEALTH_PATHS = { http: "/healthz", http2: "/healthz", grpc: "/grpc.health.v1.Health/Check" };

export const settleHealth = (
  declared: ContainerHealthDeclaration,
  protocol: ContainerService["protocol"],
): ContainerHealth => ({
  path: declared.path ?? HEALTH_PATHS[protocol],
  intervalSeconds: seconds(declared.interval ?? "10s"),
  timeoutSeconds: seconds(declared.timeout ?? "5s"),
  healthyThreshold: declared.healthy ?? 2,
  unhealthyThreshold: declared.unhealthy ?? 3,
});

const settleSharing = ({ algorithm, sticky, slowStart, drain }: SharingDeclaration): Sharing => ({
  algorithm: algorithm ?? (slowStart === undefined ? "leastOutstanding" : "roundRobin"),
  stickySeconds: secondsOf(sticky),
  slowStartSeconds: secondsOf(slowStart),
  drainSeconds: seconds(drain ?? "30s"),
});

const secondsOf = (declared: Duration | undefined): number | undefined =>
  declared === undefined ? undefined : seconds(declared);

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
