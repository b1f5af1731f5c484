import { inventoryOf } from "../../../../constructs/aws/pipeline/inventory";
import { needsOf } from "../../../../constructs/aws/pipeline/needs/by_type";
import { judge } from "../../../../policies/gate";
import { KEYED_SERVICE } from "../../support/key_value";
import { PIPED } from "../../support/pipeline";
import { statements, synthesizeAll } from "../../support/synth";

const stacks = synthesizeAll([{ ...PIPED, services: [KEYED_SERVICE] }]);
const [bootstrap] = stacks.map(({ json }) => json);

const said = Object.values(bootstrap?.resource?.["aws_iam_policy"] ?? {}).flatMap(({ policy }) =>
  statements(policy),
);

const of = (sid: string) =>
  said
    .filter(({ Sid }) => Sid === sid)
    .map(({ Action, Resource, Condition }) => ({
      actions: [Action].flat(),
      on: Resource,
      ...(Condition === undefined ? {} : { where: Condition }),
    }));

const COPIES = "arn:aws:dynamodb:us-west-2:123456789012:table";

test("who applies may make a copy of the environment's tables in that region, and fill it", () => {
  const { write, also = [], elsewhere = {} } = needsOf("aws_dynamodb_table_replica");
  const there = [...write, ...also].filter((action) => elsewhere[action] === undefined);
  const [granted] = of("WriteTableCopies");
  expect(granted?.actions).toEqual([...there].sort());
  expect(granted?.on).toContain(`${COPIES}/dev-pipe-c01-*`);
  expect(JSON.stringify(granted?.on)).not.toContain("us-east-1");
});

test("who plans reads copies, and none of what is in them", () => {
  expect(of("ReadTableCopies")).toMatchObject([
    {
      actions: [
        "dynamodb:DescribeContinuousBackups",
        "dynamodb:DescribeTable",
        "dynamodb:ListTagsOfResource",
      ],
    },
  ]);
});

test("their keys are used by DynamoDB alone, in that region", () => {
  expect(of("WriteCopyKeys")).toEqual([
    {
      actions: ["kms:CreateGrant", "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
      on: "arn:aws:kms:us-west-2:123456789012:key/*",
      where: {
        StringEquals: {
          "aws:ResourceTag/environment": "dev-pipe",
          "kms:ViaService": ["dynamodb.us-west-2.amazonaws.com"],
        },
      },
    },
  ]);
});

test("the role with which DynamoDB copies may be made, and no other", () => {
  const service = "replication.dynamodb.amazonaws.com";
  expect(of("WriteCopyRole")).toEqual([
    {
      actions: ["iam:CreateServiceLinkedRole"],
      on: `arn:aws:iam::123456789012:role/aws-service-role/${service}/AWSServiceRoleForDynamoDBReplication`,
      where: { StringEquals: { "iam:AWSServiceName": service } },
    },
  ]);
});

test("without a copy nobody may", () => {
  expect(inventoryOf([])).toMatchObject({ types: [], copyRegions: [] });
  const [bare] = synthesizeAll([PIPED]).map(({ json }) => JSON.stringify(json));
  expect(bare).not.toContain("TableReplica");
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
