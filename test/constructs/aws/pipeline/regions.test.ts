import type { TerraformJson } from "../../../../constructs/terraform_json";
import { inTwo, SINGLE } from "../../../model/regions/regions";
import { GITHUB } from "../../support/pipeline";
import { statements, synthesizeAll } from "../../support/synth";

const stacks = synthesizeAll([
  inTwo({ mode: "activeActive" }, { ...SINGLE, name: "dev-pipe", pipeline: GITHUB }),
]);
const bootstrap = stacks.find(({ id }) => id === "dev-pipe-bootstrap")?.json as TerraformJson;

const said = ["aws_iam_policy", "aws_iam_role_policy"].flatMap((type) =>
  Object.values(bootstrap.resource?.[type] ?? {}).flatMap(({ policy }) => statements(policy)),
);

const on = (sid: string) =>
  said.filter(({ Sid }) => Sid === sid).flatMap(({ Resource }) => [Resource].flat()) as string[];

const condition = (sid: string) => said.find(({ Sid }) => Sid === sid)?.Condition;

const EAST = "us-east-1:123456789012";
const WEST = "us-west-2:123456789012";

test("who applies makes what is in the second region under its names, in that region alone", () => {
  expect(on("WriteQueues")).toEqual([
    `arn:aws:sqs:${EAST}:dev-pipe-c01-*`,
    `arn:aws:sqs:${WEST}:dev-pipe-c01-us-west-2-*`,
  ]);
  expect(on("WriteFunctions")).toContain(
    `arn:aws:lambda:${WEST}:function:dev-pipe-c01-us-west-2-*`,
  );
  expect(on("WriteRoles")).toContain("arn:aws:iam::123456789012:role/dev-pipe-c01-us-west-2-*");
});

test("copies of tables are made there under the names of the tables", () => {
  expect(on("WriteTableCopies")).toEqual([`arn:aws:dynamodb:${WEST}:table/dev-pipe-c01-*`]);
  expect(on("WriteTables")).toEqual([`arn:aws:dynamodb:${EAST}:table/dev-pipe-c01-*`]);
});

test("each region's alarm by which it is left is made in the other", () => {
  expect(on("WriteAlarms")).toEqual(
    expect.arrayContaining([
      `arn:aws:cloudwatch:${WEST}:alarm:dev-pipe-c01-*`,
      `arn:aws:cloudwatch:${EAST}:alarm:dev-pipe-c01-us-west-2-*`,
    ]),
  );
});

test("the most that code may do is the same in both regions", () => {
  expect(on("Tables")).toEqual(
    expect.arrayContaining([
      `arn:aws:dynamodb:${EAST}:table/dev-pipe-c01-*`,
      `arn:aws:dynamodb:${WEST}:table/dev-pipe-c01-*`,
    ]),
  );
});

test("names at which APIs answer are those of the zone, in both regions", () => {
  expect(on("WriteApiDomains")).toContain(
    "arn:aws:apigateway:us-west-2::/domainnames/*.dev.example.com",
  );
});

test("keys are used by services of both regions, and by nobody else", () => {
  expect(condition("WriteServedKeys")).toMatchObject({
    StringEquals: {
      "kms:ViaService": expect.arrayContaining([
        "lambda.us-east-1.amazonaws.com",
        "lambda.us-west-2.amazonaws.com",
      ]) as unknown,
    },
  });
});

test("logs may be delivered in both, and the state of both is where the environment is", () => {
  expect(bootstrap.resource?.["aws_cloudwatch_log_resource_policy"]).toMatchObject({
    pipeline_us_west_2_log_delivery: { provider: "aws.us-west-2" },
  });
  expect(on("ReadStates")).toContain(
    "arn:aws:s3:::example-plinth-dev-state/dev-pipe-c01-us-west-2/terraform.tfstate",
  );
});
