import type { AwsEnvironment } from "../../../../model/environment";
import { BACKED_UP } from "../../support/backup";
import { DATA_SERVICE } from "../../support/data";
import { KEYED_SERVICE } from "../../support/key_value";
import { cellOf, resource, statements } from "../../support/synth";

const cell = (change: Partial<AwsEnvironment> = {}) =>
  cellOf({ ...(BACKED_UP as AwsEnvironment), ...change }).json;

const json = cell();

const ACCOUNT = "123456789012";
const table = (id: string) =>
  `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/\${aws_dynamodb_table.${id}.name}`;
const TABLES = [table("shop_catalogue"), table("baskets_lines")];
const DATABASE = `arn:aws:rds:us-east-1:${ACCOUNT}:cluster:\${aws_rds_cluster.shop_baskets.cluster_identifier}`;
const COPIES = `arn:aws:rds:us-east-1:${ACCOUNT}:cluster-snapshot:awsbackup:*`;
const KEYS = {
  shop: "${aws_kms_key.shop_data_key.arn}",
  baskets: "${aws_kms_key.baskets_data_key.arn}",
  vault: "${aws_kms_key.cell_backup_vault_key.arn}",
};

test("tables and databases are copied, each by its exact ARN; a cache and a copy are not", () => {
  expect(resource(json, "aws_backup_selection.cell_backup_selection")).toEqual({
    name: "prod-kept-c01-backup",
    plan_id: "${aws_backup_plan.cell_backup.id}",
    iam_role_arn: "${aws_iam_role.cell_backup_role.arn}",
    resources: [TABLES[0], DATABASE, TABLES[1]],
    depends_on: ["aws_iam_role_policy.cell_backup_grants"],
  });
});

test("each day and on the first of each month, into a vault that keeps them", () => {
  const rule = (rule_name: string, schedule: string, delete_after: number) => ({
    ...{ rule_name, schedule, lifecycle: { delete_after } },
    target_vault_name: "${aws_backup_vault.cell_backup_vault.name}",
    ...{ start_window: 60, completion_window: 1440 },
  });
  expect(resource(json, "aws_backup_plan.cell_backup")).toMatchObject({
    name: "prod-kept-c01-backup",
    rule: [rule("daily", "cron(0 1 * * ? *)", 35), rule("monthly", "cron(0 1 1 * ? *)", 365)],
    depends_on: ["aws_backup_vault_lock_configuration.cell_backup_vault_lock"],
  });
});

test("the vault has a key of its own, and belongs to the environment's owner", () => {
  expect(resource(json, "aws_backup_vault.cell_backup_vault")).toMatchObject({
    name: "prod-kept-c01-backup",
    kms_key_arn: KEYS.vault,
    tags: { service: "platform", environment: "prod-kept" },
  });
  expect(resource(json, "aws_kms_key.cell_backup_vault_key")).toMatchObject({
    ...{ enable_key_rotation: true, deletion_window_in_days: 30 },
  });
});

describe("the lock", () => {
  const LOCK = "aws_backup_vault_lock_configuration.cell_backup_vault_lock";
  const kept = {
    backup_vault_name: "${aws_backup_vault.cell_backup_vault.name}",
    ...{ min_retention_days: 35, max_retention_days: 365 },
  };

  test("of governance can be lifted", () => {
    expect(resource(json, LOCK)).toEqual(kept);
  });

  test("of compliance cannot, once three days have passed", () => {
    const locked = cell({ backup: { lock: "compliance" } });
    expect(resource(locked, LOCK)).toEqual({ ...kept, changeable_for_days: 3 });
  });

  test("is left out where it is declared so, and in development", () => {
    for (const change of [{ lock: "none" }, {}] as const) {
      const open = cell({ backup: change, stage: "lock" in change ? "production" : "development" });
      expect(open.resource).not.toHaveProperty("aws_backup_vault_lock_configuration");
      expect(resource(open, "aws_backup_plan.cell_backup")).not.toHaveProperty("depends_on");
    }
  });
});

test("AWS Backup may copy these and nothing else, with their keys through services of AWS", () => {
  const { policy } = resource(json, "aws_iam_role_policy.cell_backup_grants");
  const allow = (Sid: string, Action: string | string[], Resource: string | string[]) => ({
    ...{ Sid, Effect: "Allow", Action, Resource },
  });
  expect(statements(policy)).toEqual([
    allow(
      "CopyDatabases",
      [
        ...["rds:AddTagsToResource", "rds:CopyDBClusterSnapshot", "rds:CreateDBClusterSnapshot"],
        ...["rds:DescribeDBClusterSnapshots", "rds:DescribeDBClusters", "rds:ListTagsForResource"],
      ],
      [DATABASE, COPIES],
    ),
    allow(
      "CopyTables",
      [
        ...["dynamodb:CreateBackup", "dynamodb:DescribeTable"],
        ...["dynamodb:ListTagsOfResource", "dynamodb:StartAwsBackupJob"],
      ],
      TABLES,
    ),
    allow("DescribeKeys", "kms:DescribeKey", [KEYS.shop, KEYS.baskets, KEYS.vault]),
    allow(
      "FillVault",
      ["backup:CopyIntoBackupVault", "backup:DescribeBackupVault"],
      `arn:aws:backup:us-east-1:${ACCOUNT}:backup-vault:\${aws_backup_vault.cell_backup_vault.name}`,
    ),
    {
      ...allow("HandOutKeys", "kms:CreateGrant", [KEYS.shop, KEYS.baskets, KEYS.vault]),
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
    allow(
      "KeepDatabaseCopies",
      ["rds:DeleteDBClusterSnapshot", "rds:ModifyDBClusterSnapshotAttribute"],
      COPIES,
    ),
    allow(
      "KeepTableCopies",
      ["dynamodb:DeleteBackup", "dynamodb:DescribeBackup"],
      TABLES.map((one) => `${one}/backup/*`),
    ),
    {
      ...allow(
        "ReadTables",
        ["kms:Decrypt", "kms:GenerateDataKey"],
        [KEYS.shop, KEYS.baskets, KEYS.vault],
      ),
      Condition: { StringEquals: { "kms:ViaService": "dynamodb.us-east-1.amazonaws.com" } },
    },
  ]);
  expect(statements(resource(json, "aws_iam_role.cell_backup_role").assume_role_policy)).toEqual([
    { Effect: "Allow", Principal: { Service: "backup.amazonaws.com" }, Action: "sts:AssumeRole" },
  ]);
});

describe("what is left out", () => {
  const without = (...stores: readonly ["shop" | "baskets", string][]) =>
    [DATA_SERVICE, KEYED_SERVICE].map((service) => ({
      ...service,
      stores: Object.fromEntries(
        Object.entries(service.stores).map(([name, store]) => [
          name,
          stores.some(([of, one]) => of === service.name && one === name)
            ? { ...store, backup: false }
            : store,
        ]),
      ),
    })) as unknown as AwsEnvironment["services"];

  test("is a store that says so", () => {
    const services = without(["shop", "catalogue"], ["shop", "baskets"]);
    const { resources } = resource(
      cell({ services }),
      "aws_backup_selection.cell_backup_selection",
    );
    expect(resources).toEqual([TABLES[1]]);
  });

  test("is all, where no store is copied or the environment has no backup", () => {
    const none = without(["shop", "catalogue"], ["shop", "baskets"], ["baskets", "lines"]);
    for (const change of [{ services: none }, { backup: "none" }] as const)
      expect(JSON.stringify(cell(change))).not.toContain("aws_backup");
  });
});

describe("the role that brings back", () => {
  const { policy } = resource(json, "aws_iam_role_policy.cell_backup_restore_grants");
  const granted = statements(policy);
  const restored = `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/prod-kept-c01-*-restored`;

  test("is AWS Backup's alone", () => {
    const role = resource(json, "aws_iam_role.cell_backup_restore");
    expect(role).toMatchObject({ name: "prod-kept-c01-restore" });
    expect(statements(role["assume_role_policy"])).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "backup.amazonaws.com" },
        Action: "sts:AssumeRole",
      },
    ]);
  });

  test("writes nothing that stands: a table's copy goes to a name of its own", () => {
    const writing = granted.filter(({ Action }) => [Action].flat().includes("dynamodb:PutItem"));
    expect(writing.map(({ Resource }) => Resource)).toEqual([restored]);
    const from = granted.find(({ Sid }) => Sid === "RestoreTables");
    expect(from).toMatchObject({
      Action: "dynamodb:RestoreTableFromBackup",
      Resource: TABLES.map((one) => `${one}/backup/*`),
    });
  });

  test("makes clusters of copies, in groups that are there, and deletes none", () => {
    const rds = (one: string) => `arn:aws:rds:us-east-1:${ACCOUNT}:${one}`;
    expect(granted.find(({ Sid }) => Sid === "RestoreDatabases")).toEqual({
      Sid: "RestoreDatabases",
      Effect: "Allow",
      Action: "rds:RestoreDBClusterFromSnapshot",
      Resource: [
        ...[rds("cluster-pg:default.*"), rds("cluster-pg:prod-kept-c01-*"), COPIES],
        ...[rds("cluster:prod-kept-c01-*-restored"), rds("og:default:*")],
        rds("subgrp:prod-kept-c01-*"),
      ],
    });
    expect(granted.find(({ Sid }) => Sid === "TagDatabases")).toEqual({
      Sid: "TagDatabases",
      Effect: "Allow",
      Action: "rds:AddTagsToResource",
      Resource: rds("cluster:prod-kept-c01-*-restored"),
    });
    expect(String(policy)).not.toMatch(/rds:Delete|dynamodb:DeleteTable|backup:Delete/);
  });

  test("uses the keys of the stores and of the vault, by the stores' services alone", () => {
    const decrypting = granted.filter(({ Action }) => [Action].flat().includes("kms:Decrypt"));
    expect(decrypting.map(({ Resource, Condition }) => [Resource, Condition])).toEqual(
      ["dynamodb", "rds"].map((service) => [
        [KEYS.shop, KEYS.baskets, KEYS.vault],
        { StringEquals: { "kms:ViaService": `${service}.us-east-1.amazonaws.com` } },
      ]),
    );
  });
});
