import type { Zone } from "../network/slots";
import type { ValkeyVersion } from "./cache_declaration";
import type { PostgresqlVersion } from "./relational_declaration";

/** How long a database that may pause goes without a connection before it does; AWS allows no less. */
export const PAUSE_AFTER_SECONDS = 300;

/** A relational store after `settle`: nothing is optional. */
export interface RelationalStore {
  readonly kind: "relational";
  readonly name: string;
  readonly version: PostgresqlVersion;
  readonly database: string;
  /** As recorded; undefined where all of the network's are meant, also those that join. */
  readonly zones: readonly Zone[] | undefined;
  readonly capacity: { readonly min: number; readonly max: number };
  readonly readers: number;
  readonly backupRetentionDays: number;
  readonly backupWindow: string;
  readonly maintenanceWindow: string;
  readonly deletionProtection: boolean;
  /** Whether it is copied where its environment has a vault. */
  readonly backup: boolean;
  /** Whether it leaves a last snapshot behind. */
  readonly finalSnapshot: boolean;
  readonly logRetentionDays: number;
  /** The one thing that code does with it; what else is for the database's own rights. */
  readonly access: readonly ["connect"];
}

/** A cache after `settle`: nothing is optional; `undefined` is declared to be absent. */
export interface CacheStore {
  readonly kind: "cache";
  readonly name: string;
  readonly version: ValkeyVersion;
  /** As recorded, whatever the network has beside them. */
  readonly zones: readonly Zone[];
  readonly storageGb: number;
  readonly ecpuPerSecond: number;
  readonly access: readonly ["connect"];
  readonly snapshots: { readonly retentionDays: number; readonly time: string } | undefined;
  readonly deletionProtection: boolean;
}
