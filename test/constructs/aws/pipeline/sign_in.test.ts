import { needsOf } from "../../../../constructs/aws/pipeline/needs/by_type";
import { judge } from "../../../../policies/gate";
import { GITHUB } from "../../support/pipeline";
import { SIGNED_IN } from "../../support/sign_in";
import { statements, synthesizeAll } from "../../support/synth";

const stacks = synthesizeAll([{ ...SIGNED_IN, pipeline: GITHUB }]);
const bootstrap = stacks.find(({ id }) => id === "dev-users-bootstrap")!.json;

const said = (policy: "read" | "write") =>
  Object.entries(bootstrap.resource?.["aws_iam_policy"] ?? {})
    .filter(([name]) => name.startsWith(`pipeline_${policy}`))
    .flatMap(([, { policy: text }]) => statements(text));

const grantsOf = (policy: "read" | "write", action: string) =>
  said(policy)
    .filter(({ Action }) => [Action].flat().includes(action))
    .map(({ Resource, Condition }) => [Resource, Condition]);

const POOLS = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/*";
const OURS = { StringEquals: { "aws:ResourceTag/environment": "dev-users" } };

test("users are made with the environment's tag, and changed only where they have it", () => {
  expect(grantsOf("write", "cognito-idp:CreateUserPool")).toEqual([
    ["*", { StringEquals: { "aws:RequestTag/environment": "dev-users" } }],
  ]);
  for (const type of ["aws_cognito_user_pool_client", "aws_cognito_resource_server"])
    for (const action of needsOf(type).write)
      expect(grantsOf("write", action)).toEqual([[POOLS, OURS]]);
  expect(grantsOf("write", "cognito-idp:DeleteUserPool")).toEqual([[POOLS, OURS]]);
});

test("whoever plans reads them, and where their pages are, which AWS binds to nothing", () => {
  expect(grantsOf("read", "cognito-idp:DescribeUserPool")).toEqual([[POOLS, OURS]]);
  expect(grantsOf("read", "cognito-idp:DescribeUserPoolDomain")).toEqual([["*", undefined]]);
});

test("nobody may change any distribution, though Cognito asks for that to make pages at a host", () => {
  expect(grantsOf("write", "cloudfront:UpdateDistribution")).toEqual([]);
});

test("AWS makes its own role for messages by SES, and no other", () => {
  const sender = "email.cognito-idp.amazonaws.com";
  expect(grantsOf("write", "iam:CreateServiceLinkedRole")).toEqual([
    [
      `arn:aws:iam::123456789012:role/aws-service-role/${sender}/*`,
      { StringEquals: { "iam:AWSServiceName": sender } },
    ],
  ]);
});

test("the gate has nothing against who applies users", async () => {
  const { findings } = await judge(
    [{ name: "cdk.tf.json", bytes: Buffer.from(JSON.stringify(bootstrap)) }],
    { now: new Date(0), stage: "synth", undetermined: "warn" },
  );
  expect(findings.filter(({ address }) => address.includes("pipeline"))).toEqual([]);
});
