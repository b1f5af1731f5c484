import type { Duration } from "../declaration";
import type { Zone } from "../network/slots";

/** Rows and relations, by SQL: Aurora Serverless v2 on AWS. It stands in the network's isolated tier (docs/data.md). */
export interface RelationalDeclaration {
  readonly kind: "relational";

  /** The one engine that is built. */
  readonly engine: "postgresql";

  /**
   * The major version. Minor ones come by themselves, within the maintenance window.
   *
   * @default "17"
   */
  readonly version?: PostgresqlVersion;

  /**
   * The database's name within the cluster. Another name is another cluster: AWS replaces it.
   *
   * @default - the store's name, with underscores for dashes
   */
  readonly database?: string;

  /**
   * The zones in which it may stand, two or more of the network's: what is recorded here no zone that joins the network joins. More are added in
   * place; AWS takes none away in which an instance stands.
   *
   * @default - all of the network's, and those that join it
   */
  readonly zones?: readonly Zone[];

  /**
   * How far it scales, which is what it costs.
   *
   * @default - 0 to 2 in development, 0.5 to 4 in production
   */
  readonly capacity?: CapacityDeclaration;

  /**
   * Instances beside the one that writes, 0 to 15: each stands in for it, and answers reads.
   *
   * @default 0 in development, 1 in production
   */
  readonly readers?: number;

  /**
   * How long the database can be put back to any second, 1 to 35 days.
   *
   * @default "7d" in development, "35d" in production
   */
  readonly backupRetention?: Duration;

  /**
   * When the daily backup is taken, in UTC: 30 minutes or more, outside of the maintenance window.
   *
   * @default "03:00-04:00"
   */
  readonly backupWindow?: string;

  /**
   * When AWS may restart instances for upgrades, in UTC: 30 minutes or more.
   *
   * @default "sun:05:00-sun:06:00"
   */
  readonly maintenanceWindow?: string;

  /**
   * Refuse to delete the database. Delete twice on purpose: switch it off, apply, then remove.
   *
   * @default - on in production, off in development
   */
  readonly deletionProtection?: boolean;

  /**
   * Copy it into the cell's vault, where the environment has one (`backup`).
   *
   * @default true
   */
  readonly backup?: boolean;
}

export type PostgresqlVersion = "16" | "17";

/** In Aurora capacity units of about 2 GiB of memory each, in steps of 0.5. */
export interface CapacityDeclaration {
  /**
   * The least, 0 to 256. 0 pauses the database after 5 minutes in which nobody is connected: the next one waits some 15 seconds.
   * In development only.
   */
  readonly min: number;

  /** The most, 1 to 256. */
  readonly max: number;
}
