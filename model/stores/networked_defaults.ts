import { settleLogRetentionDays } from "../defaults";
import { days } from "../duration";
import type { EnvironmentDeclaration } from "../environment";
import { settledZones } from "../network/network";
import type { Zone } from "../network/slots";
import type { CacheStoreDeclaration, SnapshotsDeclaration } from "./cache_declaration";
import type { CacheStore, RelationalStore } from "./networked_settled";
import type { RelationalDeclaration } from "./relational_declaration";

export const BACKUP_WINDOW = "03:00-04:00";
export const MAINTENANCE_WINDOW = "sun:05:00-sun:06:00";

const CAPACITY = {
  development: { min: 0, max: 2 },
  production: { min: 0.5, max: 4 },
} as const;

const LIMITS = {
  development: { storageGb: { max: 1 }, ecpuPerSecond: { max: 1_000 } },
  production: { storageGb: { max: 10 }, ecpuPerSecond: { max: 10_000 } },
} as const;

const SNAPSHOTS: Readonly<
  Record<EnvironmentDeclaration["stage"], SnapshotsDeclaration | undefined>
> = { development: undefined, production: { retention: "7d" } };

export const databaseName = (store: string, { database }: RelationalDeclaration): string =>
  database ?? store.replaceAll("-", "_");

/** The defaults of a relational store, settled once. */
export function settleRelationalStore(
  name: string,
  store: RelationalDeclaration,
  environment: EnvironmentDeclaration,
): RelationalStore {
  const { stage } = environment;
  const production = stage === "production";
  return {
    ...{ kind: store.kind, name, version: store.version ?? "17" },
    database: databaseName(name, store),
    zones: store.zones,
    capacity: store.capacity ?? CAPACITY[stage],
    readers: store.readers ?? (production ? 1 : 0),
    backupRetentionDays: days(store.backupRetention ?? (production ? "35d" : "7d")),
    backupWindow: store.backupWindow ?? BACKUP_WINDOW,
    maintenanceWindow: store.maintenanceWindow ?? MAINTENANCE_WINDOW,
    deletionProtection: store.deletionProtection ?? production,
    backup: store.backup !== false,
    finalSnapshot: production,
    access: ["connect"],
    logRetentionDays: settleLogRetentionDays(environment),
  };
}

/** The defaults of a cache, settled once. */
export function settleCacheStore(
  name: string,
  store: CacheStoreDeclaration,
  environment: EnvironmentDeclaration,
): CacheStore {
  const { stage } = environment;
  const limits = { ...LIMITS[stage], ...store.limits };
  const snapshots = store.snapshots ?? SNAPSHOTS[stage];
  return {
    ...{ kind: store.kind, name, version: store.version ?? "8" },
    zones: store.zones ?? firstTwo(environment),
    access: ["connect"],
    storageGb: limits.storageGb.max,
    ecpuPerSecond: limits.ecpuPerSecond.max,
    snapshots: snapshots && {
      retentionDays: days(snapshots.retention),
      time: snapshots.time ?? "03:00",
    },
    deletionProtection: store.deletionProtection ?? stage === "production",
  };
}

/** A zone that joins the network is added behind these. */
const firstTwo = (environment: EnvironmentDeclaration): readonly Zone[] =>
  environment.cloud === "aws" && environment.network !== undefined
    ? settledZones(environment, environment.network).slice(0, 2)
    : [];
