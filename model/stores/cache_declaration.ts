import type { Duration } from "../declaration";
import type { Zone } from "../network/slots";

/** What can be lost and made anew, answered from memory: ElastiCache Serverless on AWS. It stands in the network's isolated tier (docs/data.md). */
export interface CacheStoreDeclaration {
  readonly kind: "cache";

  /** The one engine that is built. */
  readonly engine: "valkey";

  /**
   * The major version.
   *
   * @default "8"
   */
  readonly version?: ValkeyVersion;

  /**
   * The zones that it stands in, two or three of the network's. AWS replaces a cache whose zones change, and all that is in it goes:
   * so they are written down where it is declared, and a zone that joins the network does not join them.
   *
   * @default - the network's first two in development; to be said in production
   */
  readonly zones?: readonly Zone[];

  /**
   * What it grows to, which is what it costs. At its limit a cache drops what was not asked for longest, and slows requests.
   *
   * @default - 1 GB and 1000 units in development, 10 GB and 10000 units in production
   */
  readonly limits?: CacheLimitsDeclaration;

  /**
   * Copies of what is in it, once a day.
   *
   * @default - none in development, kept for 7 days in production
   */
  readonly snapshots?: SnapshotsDeclaration;

  /**
   * Let Terraform refuse to destroy or replace the cache. Delete twice on purpose: switch it off, apply, then remove.
   *
   * @default - on in production, off in development
   */
  readonly deletionProtection?: boolean;
}

export type ValkeyVersion = "7" | "8";

export interface CacheLimitsDeclaration {
  /** What it holds. @default - 1 GB in development, 10 GB in production */
  readonly storageGb?: StorageLimitDeclaration;

  /** How much it works. @default - 1000 units in development, 10000 in production */
  readonly ecpuPerSecond?: EcpuLimitDeclaration;
}

export interface StorageLimitDeclaration {
  /** The most that it holds, 1 to 5000 GB. */
  readonly max: number;
}

export interface EcpuLimitDeclaration {
  /** The most that it works, 1000 to 15000000 ElastiCache processing units a second: a simple request takes 1 for each kB. */
  readonly max: number;
}

export interface SnapshotsDeclaration {
  /** How long each is kept, 1 to 35 days. */
  readonly retention: Duration;

  /**
   * When it is taken, in UTC.
   *
   * @default "03:00"
   */
  readonly time?: string;
}
