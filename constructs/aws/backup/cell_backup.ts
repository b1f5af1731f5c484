import { BackupPlan } from "@cdktf/provider-aws/lib/backup-plan";
import { BackupSelection } from "@cdktf/provider-aws/lib/backup-selection";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { Backup, BackupRule } from "../../../model/backup/backup";
import type { awsBackupNames } from "../../../model/backup/names";
import { MAIN } from "../../logical_id";
import type { Location } from "../arn";
import { takenBy } from "../identity/trust";
import { policyDocument } from "../policy";
import { backupGrants, type Protected } from "./grants";
import { restoreGrants } from "./restore_grants";
import { Vault } from "./vault";

export interface CellBackupProps {
  /** Physical names, made in `model/names.ts`. */
  readonly names: ReturnType<typeof awsBackupNames>;

  /** Settled: rules, time, lock. */
  readonly backup: Backup;

  /** What is copied; at least one. */
  readonly stores: readonly Protected[];

  readonly location: Location;

  /**
   * Days between the order to delete the vault's key and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;
}

/** How long after its time a copy may begin, and how long it may take from then; in minutes. */
const START_WINDOW = 60;
const COMPLETION_WINDOW = 24 * 60;

/** AWS Backup is not said to name its source when it takes a role, so no condition asks for one. */
const TAKEN_BY_BACKUP = takenBy("backup.amazonaws.com");

/** Copies the stores of a cell into a vault, each by its exact ARN, with a role that can do nothing else. */
export class CellBackup extends Construct {
  readonly vault: Vault;
  readonly plan: BackupPlan;
  readonly role: IamRole;
  /** With it, AWS Backup brings copies back, under names of their own. */
  readonly restoreRole: IamRole;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CellBackupProps,
  ) {
    super(scope, id);
    this.vault = this.makeVault();
    this.plan = this.makePlan();
    this.role = new IamRole(this, "role", {
      name: props.names.role,
      description: `With it, AWS Backup fills ${props.names.vault}.`,
      assumeRolePolicy: TAKEN_BY_BACKUP,
    });
    this.select(this.makePolicy());
    this.restoreRole = this.makeRestoreRole();
  }

  private makeVault(): Vault {
    const { names, location, backup, keyDeletionWindowDays } = this.props;
    const kept = backup.rules.map(({ keepDays }) => keepDays);
    return new Vault(this, "vault", {
      ...{ names, location, lock: backup.lock },
      keptDays: { least: Math.min(...kept), most: Math.max(...kept) },
      ...(keyDeletionWindowDays === undefined ? {} : { keyDeletionWindowDays }),
    });
  }

  private makePlan(): BackupPlan {
    const { names, backup } = this.props;
    return new BackupPlan(this, MAIN, {
      name: names.plan,
      rule: backup.rules.map((rule) => ({
        ruleName: rule.name,
        targetVaultName: this.vault.vault.name,
        schedule: scheduleOf(rule, backup.time),
        startWindow: START_WINDOW,
        completionWindow: COMPLETION_WINDOW,
        lifecycle: { deleteAfter: rule.keepDays },
      })),
      // A copy that is made before the lock is not kept by it.
      ...(this.vault.lock ? { dependsOn: [this.vault.lock] } : {}),
    });
  }

  private makePolicy(): IamRolePolicy {
    const { names, stores, location } = this.props;
    return new IamRolePolicy(this, "grants", {
      name: names.role,
      role: this.role.name,
      policy: policyDocument(
        backupGrants({
          ...{ stores, location },
          vaultArn: this.vault.arn,
          vaultKey: this.vault.key,
        }),
      ),
    });
  }

  /** It stands before the day on which it is needed, and can touch nothing that stands. */
  private makeRestoreRole(): IamRole {
    const { names, stores, location } = this.props;
    const role = new IamRole(this, "restore", {
      name: names.restore.role,
      description: `With it, AWS Backup brings back what is in ${names.vault}.`,
      assumeRolePolicy: TAKEN_BY_BACKUP,
    });
    new IamRolePolicy(this, "restore-grants", {
      ...{ name: names.restore.role, role: role.name },
      policy: policyDocument(
        restoreGrants({ stores, location, names: names.restore, vaultKey: this.vault.key }),
      ),
    });
    return role;
  }

  private select(policy: IamRolePolicy): BackupSelection {
    const { names, stores } = this.props;
    return new BackupSelection(this, "selection", {
      name: names.selection,
      planId: this.plan.id,
      iamRoleArn: this.role.arn,
      resources: stores.map(({ arn }) => arn),
      dependsOn: [policy],
    });
  }
}

/** In UTC, as AWS takes it where no time zone is said. */
function scheduleOf({ name }: BackupRule, time: string): string {
  const [hour, minute] = time.split(":").map(Number);
  return `cron(${minute} ${hour} ${name === "daily" ? "*" : "1"} * ? *)`;
}
