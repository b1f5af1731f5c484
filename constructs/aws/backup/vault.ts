import { BackupVault as AwsBackupVault } from "@cdktf/provider-aws/lib/backup-vault";
import { BackupVaultLockConfiguration } from "@cdktf/provider-aws/lib/backup-vault-lock-configuration";
import { Construct } from "constructs";
import type { BackupLock } from "../../../model/backup/declaration";
import { MAIN } from "../../logical_id";
import { backupVaultArn, type Location } from "../arn";
import { Key } from "../key";

export interface VaultProps {
  /** Physical names, made in `model/names.ts`; the alias with `alias/`. */
  readonly names: { readonly vault: string; readonly keyAlias: string };

  readonly location: Location;

  /**
   * Who may delete a copy before its time is over.
   *
   * @default "governance"
   */
  readonly lock?: BackupLock;

  /** The shortest and the longest time for which a copy is kept, in days: a lock takes no other. */
  readonly keptDays: { readonly least: number; readonly most: number };

  /**
   * Days between the order to delete the vault's key and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;
}

/** Days in which a lock of compliance can still be taken away; AWS takes no fewer. */
const CHANGEABLE_DAYS = 3;

/** Where copies lie: encrypted by a key of its own, and locked. */
export class Vault extends Construct {
  readonly vault: AwsBackupVault;
  readonly key: Key;
  /** Composed from the name, so that it is known when a plan is made. */
  readonly arn: string;
  readonly lock: BackupVaultLockConfiguration | undefined;

  constructor(scope: Construct, id: string, props: VaultProps) {
    super(scope, id);
    const { names, location, keyDeletionWindowDays = 30 } = props;
    this.key = new Key(this, "key", {
      alias: names.keyAlias,
      description: `Encrypts the backups in ${names.vault}.`,
      location,
      deletionWindowDays: keyDeletionWindowDays,
    });
    this.vault = new AwsBackupVault(this, MAIN, {
      name: names.vault,
      kmsKeyArn: this.key.arn,
    });
    this.arn = backupVaultArn(location, this.vault.name);
    this.lock = this.makeLock(props);
  }

  private makeLock({ lock = "governance", keptDays }: VaultProps) {
    if (lock === "none") return undefined;
    return new BackupVaultLockConfiguration(this, "lock", {
      backupVaultName: this.vault.name,
      minRetentionDays: keptDays.least,
      maxRetentionDays: keptDays.most,
      // With it, AWS calls a lock one of compliance.
      ...(lock === "compliance" ? { changeableForDays: CHANGEABLE_DAYS } : {}),
    });
  }
}
