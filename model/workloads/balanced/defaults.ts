import type { Duration } from "../../declaration";
import { settleLogRetentionDays } from "../../defaults";
import { days, seconds } from "../../duration";
import type { EnvironmentDeclaration } from "../../environment";
import { hostsBehindEdge } from "../delivery/origins";
import type { BalancedDeclaration, HealthDeclaration, SharingDeclaration } from "./declaration";
import type { Balanced, Bounds, Health, Sharing } from "./settled";

/** What a load balancer and whoever runs a workload are told alike, settled once. */
export function settleBalanced(
  workload: BalancedDeclaration,
  environment: EnvironmentDeclaration,
): Omit<Balanced, "gracePeriodSeconds" | "encrypted"> {
  const { port = 8_080, paths = [], protocol = "http", logRetention } = workload;
  return {
    host: hostOf(workload, environment),
    behindEdge: workload.host !== undefined && hostsBehindEdge(environment).has(workload.host),
    ...{ port, paths, protocol },
    health: settleHealth(workload.health ?? {}, protocol),
    sharing: settleSharing(workload.sharing ?? {}),
    environment: workload.environment ?? {},
    logRetentionDays: logRetention ? days(logRetention) : settleLogRetentionDays(environment),
  };
}

/** The whole name of its host. */
export const hostOf = (
  { host }: BalancedDeclaration,
  { dns }: EnvironmentDeclaration,
): string | undefined => (host && dns ? `${host}.${dns.zone}` : undefined);

export const settleBounds = (
  declared: Bounds | undefined,
  { stage }: EnvironmentDeclaration,
): Bounds => declared ?? (stage === "production" ? { min: 2, max: 10 } : { min: 1, max: 2 });

const HEALTH_PATHS = { http: "/healthz", http2: "/healthz", grpc: "/grpc.health.v1.Health/Check" };

export const settleHealth = (
  declared: HealthDeclaration,
  protocol: Balanced["protocol"],
): Health => ({
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
