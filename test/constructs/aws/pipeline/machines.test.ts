import { MACHINES } from "../../support/machines";
import { GITHUB } from "../../support/pipeline";
import { statements, synthesizeAll } from "../../support/synth";

const bootstrap = synthesizeAll([{ ...MACHINES, pipeline: GITHUB }]).find(({ id }) =>
  id.endsWith("-bootstrap"),
)!.json;

const policiesOf = (name: RegExp) =>
  Object.entries(bootstrap.resource?.["aws_iam_policy"] ?? {})
    .filter(([id]) => name.test(id))
    .map(([, { policy }]) => String(policy));

/** What an action reaches, without account and region, and on which conditions. */
const reached = (policies: RegExp, action: string) =>
  policiesOf(policies)
    .flatMap(statements)
    .filter(({ Action }) => [Action].flat().includes(action))
    .map(({ Resource, Condition }) => ({
      resources: [Resource].flat().map((arn) => String(arn).replace(/^arn:aws:/, "")),
      condition: Condition,
    }));

const EC2 = "ec2:us-east-1:123456789012:";
const own = { StringEquals: { "aws:ResourceTag/environment": "dev-vm" } };

test("every policy fits what IAM takes", () => {
  expect(policiesOf(/./).length).toBeGreaterThan(2);
  for (const policy of policiesOf(/./)) expect(policy.length).toBeLessThanOrEqual(6_144);
});

test("a pipeline changes the environment's groups alone, and starts machines that carry its tag", () => {
  expect(reached(/write/, "autoscaling:UpdateAutoScalingGroup")).toEqual([
    {
      resources: [
        "autoscaling:us-east-1:123456789012:autoScalingGroup:*:autoScalingGroupName/dev-vm-c01-*",
      ],
      condition: undefined,
    },
  ]);
  expect(reached(/write/, "ec2:RunInstances")).toContainEqual({
    resources: ["instance/*", "network-interface/*", "volume/*"].map((one) => EC2 + one),
    condition: { StringEquals: { "aws:RequestTag/environment": "dev-vm" } },
  });
});

test("who plans reads which image is the newest", () => {
  expect(reached(/read/, "ssm:GetParameter")).toContainEqual({
    resources: ["ssm:us-east-1::parameter/aws/service/*"],
    condition: undefined,
  });
});

test("no role of a service copies disks that are not the environment's", () => {
  expect(reached(/boundary/, "ec2:CreateSnapshots")).toEqual([
    { resources: [`${EC2}instance/*`, `${EC2}volume/*`], condition: own },
    {
      resources: ["ec2:us-east-1::snapshot/*"],
      condition: {
        ArnLike: { "ec2:ParentVolume": "arn:aws:ec2:us-east-1:123456789012:volume/*" },
      },
    },
  ]);
});
