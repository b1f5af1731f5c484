import { anywhere, type NeedsByType } from "./needs";

/** AWS Backup holds what is in a vault with a grant that it is given when the vault is made. */
const VAULT_KEY = [
  ...["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey"],
  ...["kms:GenerateDataKey", "kms:RetireGrant"],
];

/** No resource is known for it: AWS asks for it when a vault is made. */
const VAULT_STORAGE = ["backup-storage:MountCapsule"];

/**
 * Copies of stores. Whoever applies cannot delete one.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html
 */
export const BACKUP: NeedsByType = {
  aws_backup_plan: {
    on: "backupPlans",
    read: ["backup:GetBackupPlan", "backup:ListTags"],
    write: ["backup:CreateBackupPlan", "backup:DeleteBackupPlan"],
    also: ["backup:TagResource", "backup:UntagResource", "backup:UpdateBackupPlan"],
    elsewhere: {
      "backup:CreateBackupPlan": ["created"],
      "backup:TagResource": ["backupPlans", "created"],
    },
    source: "reference",
  },
  aws_backup_selection: {
    on: "backupPlans",
    read: ["backup:GetBackupSelection"],
    write: ["backup:CreateBackupSelection", "backup:DeleteBackupSelection"],
    source: "reference",
  },
  aws_backup_vault: {
    on: "backupVaults",
    read: ["backup:DescribeBackupVault", "backup:ListTags"],
    write: ["backup:CreateBackupVault", "backup:DeleteBackupVault", ...VAULT_STORAGE],
    also: ["backup:TagResource", "backup:UntagResource", ...VAULT_KEY],
    elsewhere: {
      ...anywhere(VAULT_STORAGE),
      ...Object.fromEntries(VAULT_KEY.map((action) => [action, ["vaultKeys"]])),
    },
    source: "reference",
  },
  aws_backup_vault_lock_configuration: {
    on: "backupVaults",
    read: ["backup:DescribeBackupVault"],
    write: ["backup:DeleteBackupVaultLockConfiguration", "backup:PutBackupVaultLockConfiguration"],
    source: "reference",
  },
};
