import { boundaryGrants } from "../../../../constructs/aws/pipeline/boundary";
import { needsOf } from "../../../../constructs/aws/pipeline/needs/by_type";
import { judge } from "../../../../policies/gate";
import { PIPED } from "../../support/pipeline";
import { LOCATION, statements, synthesizeAll } from "../../support/synth";

const stacks = synthesizeAll([{ ...PIPED, backup: { lock: "governance" } }]);
const [bootstrap] = stacks.map(({ json }) => json);

const said = Object.values(bootstrap?.resource?.["aws_iam_policy"] ?? {}).flatMap(({ policy }) =>
  statements(policy),
);

const of = (sid: string) => said.filter(({ Sid }) => Sid === sid);

const VAULTS = "arn:aws:backup:us-east-1:123456789012:backup-vault";

test("who applies makes vaults of the environment by their names, and deletes no copy", () => {
  const [vaults] = of("WriteBackupVaults");
  expect(vaults?.Resource).toContain(`${VAULTS}:dev-pipe-c01-*`);
  expect(vaults?.Action).toEqual([
    ...["backup:CreateBackupVault", "backup:DeleteBackupVault"],
    ...["backup:DeleteBackupVaultLockConfiguration", "backup:PutBackupVaultLockConfiguration"],
    ...["backup:TagResource", "backup:UntagResource"],
  ]);
  expect(JSON.stringify(said)).not.toContain("DeleteRecoveryPoint");
});

test("plans are made with the environment's tag, and known by it", () => {
  const tag = (key: string) => ({ StringEquals: { [`aws:${key}Tag/environment`]: "dev-pipe" } });
  expect(of("WriteBackupPlans")).toMatchObject([{ Condition: tag("Resource") }]);
  const [created] = of("WriteCreated");
  expect(created).toMatchObject({ Condition: tag("Request") });
  expect(created?.Action).toContain("backup:CreateBackupPlan");
});

test("a vault's key is used by AWS Backup alone", () => {
  expect(of("WriteVaultKeys")).toMatchObject([
    {
      Condition: {
        StringEquals: {
          "aws:ResourceTag/environment": "dev-pipe",
          "kms:ViaService": "backup.us-east-1.amazonaws.com",
        },
      },
    },
  ]);
});

test("the roles with which AWS Backup copies and brings back are passed to it alone", () => {
  const passed = said.find(({ Resource }) => String(Resource).includes("role/dev-pipe-c01-backup"));
  expect(passed).toMatchObject({
    Action: "iam:PassRole",
    Resource: ["backup", "restore"].map(
      (role) => `arn:aws:iam::${LOCATION.account}:role/dev-pipe-c01-${role}`,
    ),
    Condition: { StringEquals: { "iam:PassedToService": "backup.amazonaws.com" } },
  });
});

test("and may reach no more than the environment's databases and what is copied of them", () => {
  const statement = { Action: "rds:CreateDBClusterSnapshot", Resource: "*" };
  const document = JSON.stringify({ Statement: [statement] });
  const [bound] = boundaryGrants([document], {
    ...{
      location: LOCATION,
      regions: [LOCATION.region],
      environment: "dev",
      copyRegions: [],
      generatedSecrets: [],
    },
    ...{ stacks: [{ id: "dev-c01", types: ["aws_rds_cluster"] }], buckets: [] },
    ...{ issuer: "", boundary: "", dns: undefined },
  });
  expect(bound?.resources).toEqual([
    "arn:aws:rds:us-east-1:123456789012:cluster:dev-c01-*",
    "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:awsbackup:*",
  ]);
});

test("each of its types says what is called of it", () => {
  for (const type of ["plan", "selection", "vault", "vault_lock_configuration"])
    expect(needsOf(`aws_backup_${type}`).source).toBe("reference");
});

test("the gate passes what the pipeline may do", async () => {
  const files = stacks.map(({ id, json }) => ({
    name: `${id}/cdk.tf.json`,
    bytes: Buffer.from(JSON.stringify(json)),
  }));
  expect(await judge(files, { now: new Date(0), stage: "synth" })).toMatchObject({
    verdict: "pass",
    findings: [],
  });
});
