import { judge } from "../../../../policies/gate";
import { GITHUB } from "../../support/pipeline";
import { FRONTED, statements, synthesizeAll } from "../../support/synth";

const stacks = synthesizeAll([{ ...FRONTED, pipeline: GITHUB }]);
const bootstrap = stacks.find(({ id }) => id === "dev-front-bootstrap")!.json;

const grantsOf = (policy: "read" | "write", action: string) =>
  Object.entries(bootstrap.resource?.["aws_iam_policy"] ?? {})
    .filter(([name]) => name.startsWith(`pipeline_${policy}`))
    .flatMap(([, { policy: text }]) => statements(text))
    .filter(({ Action }) => [Action].flat().includes(action))
    .map(({ Resource, Condition }) => [Resource, Condition]);

const TAGGED = { StringEquals: { "aws:ResourceTag/environment": "dev-front" } };

test("code at the edge is changed by its name, which is the environment's", () => {
  for (const action of ["UpdateFunction", "PublishFunction", "DeleteFunction"])
    for (const [arns] of grantsOf("write", `cloudfront:${action}`))
      for (const arn of [arns].flat())
        expect(arn).toMatch(/^arn:aws:cloudfront::123456789012:function\/dev-front-[a-z0-9]+-\*$/);
  expect(grantsOf("write", "cloudfront:UpdateFunction")).toHaveLength(1);
});

test("a private way is made with the environment's tag, and changed only where it has it", () => {
  const ways = "arn:aws:cloudfront::123456789012:vpcorigin/*";
  expect(grantsOf("write", "cloudfront:CreateVpcOrigin")).toEqual([
    ["*", { StringEquals: { "aws:RequestTag/environment": "dev-front" } }],
  ]);
  for (const action of ["UpdateVpcOrigin", "DeleteVpcOrigin"])
    expect(grantsOf("write", `cloudfront:${action}`)).toEqual([[ways, TAGGED]]);
});

test("CloudFront gets the role that AWS wrote for it, and no other", () => {
  const origins = "vpcorigin.cloudfront.amazonaws.com";
  expect(grantsOf("write", "iam:CreateServiceLinkedRole")).toContainEqual([
    `arn:aws:iam::123456789012:role/aws-service-role/${origins}/*`,
    { StringEquals: { "iam:AWSServiceName": origins } },
  ]);
});

test("whoever plans reads which addresses CloudFront has", () => {
  expect(grantsOf("read", "ec2:DescribeManagedPrefixLists")).toEqual([["*", undefined]]);
  expect(grantsOf("read", "ec2:GetManagedPrefixListEntries")).toEqual([
    ["arn:aws:ec2:us-east-1:aws:prefix-list/*", undefined],
  ]);
});

test("the gate has nothing against who applies it", async () => {
  const { findings } = await judge(
    [{ name: "cdk.tf.json", bytes: Buffer.from(JSON.stringify(bootstrap)) }],
    { now: new Date(0), stage: "synth", undetermined: "warn" },
  );
  expect(findings.filter(({ address }) => address.includes("pipeline"))).toEqual([]);
});
