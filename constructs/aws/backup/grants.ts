import { databaseBackupArns, type Location } from "../arn";
import { via } from "../grants";
import type { Key } from "../key";
import type { Grant } from "../policy";

/** A store that is copied. */
export interface Protected {
  readonly kind: "table" | "database" | "files";
  readonly arn: string;
  /** What encrypts it. */
  readonly key: Key;
}

export interface BackedUp {
  readonly stores: readonly Protected[];
  readonly vaultArn: string;
  /** What encrypts the vault. */
  readonly vaultKey: Key;
  readonly location: Location;
}

/**
 * What AWS Backup takes to copy these stores into this vault: of what AWS grants its own role for any, the part that copies them.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForBackup.html
 */
export function backupGrants(of: BackedUp): Grant[] {
  const arnsOf = (kind: Protected["kind"]) =>
    of.stores.filter((store) => store.kind === kind).map(({ arn }) => arn);
  const [tables, databases, files] = [arnsOf("table"), arnsOf("database"), arnsOf("files")];
  return [
    ...(tables.length > 0 ? tableGrants(tables) : []),
    ...(databases.length > 0 ? databaseGrants(databases, of.location) : []),
    ...(files.length > 0 ? [copyFiles(files)] : []),
    ...keyGrants(of),
    {
      sid: "FillVault",
      actions: ["backup:CopyIntoBackupVault", "backup:DescribeBackupVault"],
      resources: [of.vaultArn],
    },
  ];
}

const tableGrants = (tables: readonly string[]): Grant[] => [
  {
    sid: "CopyTables",
    actions: [
      ...["dynamodb:CreateBackup", "dynamodb:DescribeTable"],
      ...["dynamodb:ListTagsOfResource", "dynamodb:StartAwsBackupJob"],
    ],
    resources: tables,
  },
  {
    sid: "KeepTableCopies",
    actions: ["dynamodb:DeleteBackup", "dynamodb:DescribeBackup"],
    resources: tables.map((table) => `${table}/backup/*`),
  },
];

const databaseGrants = (databases: readonly string[], location: Location): Grant[] => [
  {
    sid: "CopyDatabases",
    actions: [
      ...["rds:AddTagsToResource", "rds:CopyDBClusterSnapshot", "rds:CreateDBClusterSnapshot"],
      ...["rds:DescribeDBClusters", "rds:DescribeDBClusterSnapshots", "rds:ListTagsForResource"],
    ],
    resources: [...databases, databaseBackupArns(location)],
  },
  {
    sid: "KeepDatabaseCopies",
    actions: ["rds:DeleteDBClusterSnapshot", "rds:ModifyDBClusterSnapshotAttribute"],
    resources: [databaseBackupArns(location)],
  },
];

const copyFiles = (files: readonly string[]): Grant => ({
  sid: "CopyFiles",
  actions: ["elasticfilesystem:Backup", "elasticfilesystem:DescribeTags"],
  resources: files,
});

/** Services of AWS alone are handed the use of these keys, by whoever copies and by whoever brings back. */
export const handOut = (keys: readonly string[]): Grant[] => [
  { sid: "DescribeKeys", actions: ["kms:DescribeKey"], resources: keys },
  {
    sid: "HandOutKeys",
    actions: ["kms:CreateGrant"],
    resources: keys,
    conditions: { Bool: { "kms:GrantIsForAWSResource": "true" } },
  },
];

/** Of the stores and of the vault; DynamoDB reads with them, and services of AWS alone are handed their use. */
function keyGrants({ stores, vaultKey, location }: BackedUp): Grant[] {
  const keysOf = (some: readonly Protected[]) =>
    [...new Set([...some.map(({ key }) => key), vaultKey])].map(({ arn }) => arn);
  const tables = stores.filter(({ kind }) => kind === "table");
  const keys = keysOf(stores);
  return [
    ...handOut(keys),
    ...(tables.length === 0
      ? []
      : [
          {
            sid: "ReadTables",
            actions: ["kms:Decrypt", "kms:GenerateDataKey"],
            resources: keysOf(tables),
            conditions: via("dynamodb", location),
          },
        ]),
  ];
}
