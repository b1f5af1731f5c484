import { days } from "../duration";
import type { EnvironmentDeclaration } from "../environment";
import type { BackupDeclaration, BackupLock } from "./declaration";

/** The copies of an environment's stores after `settle`. */
export interface Backup {
  /** The shortest first. */
  readonly rules: readonly BackupRule[];
  /** Such as `01:00`, in UTC. */
  readonly time: string;
  readonly lock: BackupLock;
}

export interface BackupRule {
  readonly name: "daily" | "monthly";
  readonly keepDays: number;
}

const DAILY = "35d";
const MONTHLY = "365d";
export const BACKUP_TIME = "01:00";

/** Undefined where nothing is copied: on Google Cloud, and in development unless it is declared. */
export function settleBackup(environment: EnvironmentDeclaration): Backup | undefined {
  if (environment.cloud === "google") return undefined;
  const production = environment.stage === "production";
  const declared = environment.backup ?? (production ? {} : "none");
  if (declared === "none") return undefined;
  return {
    rules: settleRules(declared),
    time: declared.time ?? BACKUP_TIME,
    lock: declared.lock ?? (production ? "governance" : "none"),
  };
}

export function settleRules({ daily = DAILY, monthly = MONTHLY }: BackupDeclaration): BackupRule[] {
  return [
    ...(daily === "none" ? [] : [{ name: "daily", keepDays: days(daily) } as const]),
    ...(monthly === "none" ? [] : [{ name: "monthly", keepDays: days(monthly) } as const]),
  ];
}
