import {
  databaseBackupArns,
  databaseClusterArn,
  databaseGroupArns,
  tableArn,
  type Location,
} from "../arn";
import type { Key } from "../key";
import { via } from "../grants";
import type { Grant } from "../policy";
import { handOut, type Protected } from "./grants";

export interface Restorable {
  readonly stores: readonly Protected[];
  /** What encrypts the vault. */
  readonly vaultKey: Key;
  /** Patterns of the names of the cell's stores, and of what is brought back. */
  readonly names: { readonly from: string; readonly to: string };
  readonly location: Location;
}

/**
 * What AWS Backup takes to bring copies of these stores back under names of their own: of what AWS grants its own role for any, the part that restores them.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForRestores.html
 */
export function restoreGrants(of: Restorable): Grant[] {
  const arnsOf = (kind: Protected["kind"]) =>
    of.stores.filter((store) => store.kind === kind).map((store) => store.arn);
  const [tables, databases, files] = [arnsOf("table"), arnsOf("database"), arnsOf("files")];
  return [
    ...(tables.length > 0 ? tableGrants(of, tables) : []),
    ...(databases.length > 0 ? databaseGrants(of, databases) : []),
    ...(files.length > 0 ? [fillFiles(files)] : []),
    ...keyGrants(of, [
      ...(tables.length > 0 ? (["dynamodb"] as const) : []),
      ...(databases.length > 0 ? (["rds"] as const) : []),
      ...(files.length > 0 ? (["elasticfilesystem"] as const) : []),
    ]),
  ];
}

/** DynamoDB asks for the right to write whatever it fills. */
const tableGrants = ({ names, location }: Restorable, tables: readonly string[]): Grant[] => [
  {
    sid: "FillRestoredTables",
    actions: [
      ...["dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:DescribeTable"],
      ...["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
      ...["dynamodb:RestoreTableFromAwsBackup", "dynamodb:RestoreTableFromBackup"],
      ...["dynamodb:Scan", "dynamodb:UpdateItem"],
    ],
    resources: [tableArn(location, names.to)],
  },
  {
    sid: "RestoreTables",
    actions: ["dynamodb:RestoreTableFromBackup"],
    resources: tables.map((table) => `${table}/backup/*`),
  },
];

/** A cluster is made from a copy, in the subnets and with the parameters of the cell's. */
const databaseGrants = ({ names, location }: Restorable, databases: readonly string[]): Grant[] => {
  const copies = databaseBackupArns(location);
  const restored = databaseClusterArn(location, names.to);
  return [
    {
      sid: "RestoreDatabases",
      actions: ["rds:RestoreDBClusterFromSnapshot"],
      resources: [restored, copies, ...databaseGroupArns(location, names.from)],
    },
    { sid: "TagDatabases", actions: ["rds:AddTagsToResource"], resources: [restored] },
    {
      sid: "WatchDatabases",
      actions: [
        ...["rds:DescribeDBClusters", "rds:DescribeDBClusterSnapshots", "rds:ListTagsForResource"],
      ],
      resources: [...databases, restored, copies],
    },
  ];
};

/** Into the file systems that stand: what is brought back lies in a directory of its own, and over nothing. */
const fillFiles = (files: readonly string[]): Grant => ({
  sid: "RestoreFiles",
  actions: ["elasticfilesystem:DescribeFileSystems", "elasticfilesystem:Restore"],
  resources: files,
});

const CALLED = { dynamodb: "DynamoDb", rds: "Rds", elasticfilesystem: "Efs" } as const;

/** A copy is encrypted by its store's key or the vault's, and what is made of it by the store's. */
function keyGrants(
  { stores, vaultKey, location }: Restorable,
  services: readonly (keyof typeof CALLED)[],
): Grant[] {
  const keys = [...new Set([...stores.map(({ key }) => key), vaultKey])].map(({ arn }) => arn);
  return [
    ...handOut(keys),
    ...services.map((service) => ({
      sid: `UseKeysBy${CALLED[service]}`,
      actions: [
        ...["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
        ...["kms:ReEncryptFrom", "kms:ReEncryptTo"],
      ],
      resources: keys,
      conditions: via(service, location),
    })),
  ];
}
