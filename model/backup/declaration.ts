import type { Duration } from "../declaration";

/** Copies of the services' tables and databases, in a vault of each cell: an order that deletes a store, or spoils it unseen, does not reach them. */
export interface BackupDeclaration {
  /**
   * How long the copy of each day is kept.
   *
   * @default "35d"
   */
  readonly daily?: Duration | "none";

  /**
   * How long the copy of each month is kept, of its first day; longer than a day's.
   *
   * @default "365d"
   */
  readonly monthly?: Duration | "none";

  /**
   * When copies are begun, in UTC.
   *
   * @default "01:00"
   */
  readonly time?: string;

  /**
   * Whether a copy can be deleted before its time is over. `governance`: who has a permission of its own may lift the lock.
   * `compliance`: nobody can once 3 days have passed, the account's root neither.
   *
   * @default - governance in production, none in development
   */
  readonly lock?: BackupLock;
}

export type BackupLock = "governance" | "compliance" | "none";
