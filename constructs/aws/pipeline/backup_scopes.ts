import { backupVaultArn, databaseBackupArns, databaseClusterArn } from "../arn";
import { holding, named, regional, tagged, type Scope } from "./reach";

/** Where copies of stores lie, and what makes them. */
export const BACKUP_SCOPES = {
  /** AWS names them, and their tag tells whose they are. */
  backupPlans: { resources: regional("backup", "backup-plan:*"), conditions: tagged },
  backupVaults: { resources: named(({ location }, name) => backupVaultArn(location, name)) },
  /** The environment's databases, and what AWS Backup copied, which it names itself. */
  copiedDatabases: {
    resources: (reach) => [
      ...named(({ location }, name) => databaseClusterArn(location, name))(reach),
      databaseBackupArns(reach.location),
    ],
  },
  /** What is made of a copy, and the groups that it is made with: those of cells with a vault, or AWS's own. */
  restoredDatabases: {
    resources: (reach) => [
      ...holding(reach, ["aws_backup_vault"]).stacks.flatMap(({ id }) =>
        regional("rds", `*:${id}-*`)(reach),
      ),
      ...regional("rds", "*:default*")(reach),
      databaseBackupArns(reach.location),
    ],
  },
  /** Keys of vaults, as AWS Backup uses them: never by who holds the role. */
  vaultKeys: {
    resources: regional("kms", "key/*"),
    conditions: ({ environment, location: { region } }) => ({
      StringEquals: {
        "aws:ResourceTag/environment": environment,
        "kms:ViaService": `backup.${region}.amazonaws.com`,
      },
    }),
  },
} as const satisfies Readonly<Record<string, Scope>>;
