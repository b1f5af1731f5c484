import { judge } from "../../../../policies/gate";
import { GITHUB } from "../../support/pipeline";
import { FRONTED, statements, synthesizeAll } from "../../support/synth";

const stacks = synthesizeAll([{ ...FRONTED, pipeline: GITHUB }]);
const bootstrap = stacks.find(({ id }) => id === "dev-front-bootstrap")!.json;

const grantsOf = (policy: "read" | "write", action: string, json = bootstrap) =>
  Object.entries(json.resource?.["aws_iam_policy"] ?? {})
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

test("what stands at the edge is called as a pipeline may call it", () => {
  const { json } = stacks.find(({ id }) => id === "dev-front-edge")!;
  const matches = (pattern: string, name: string) =>
    pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
  const reached = (action: string, kind: string, names: readonly string[]) => {
    const patterns = grantsOf("write", action)
      .flatMap(([arns]) => [arns].flat() as string[])
      .flatMap((arn) => arn.split(`:${kind}`)[1] ?? []);
    expect(names.filter((name) => !patterns.some((one) => matches(one, name)))).toEqual([]);
    expect(names).not.toEqual([]);
  };
  const named = (type: string, key = "name") =>
    Object.values(json.resource?.[type] ?? {}).map((one) => String(one[key]));
  reached("cloudfront:UpdateFunction", "function/", named("aws_cloudfront_function"));
  reached("logs:CreateLogGroup", "log-group:", named("aws_cloudwatch_log_group"));
  reached("lambda:CreateFunction", "function:", named("aws_lambda_function", "function_name"));
  reached("iam:CreateRole", "role/", named("aws_iam_role"));
});

test("CloudFront may copy the edge's functions for whoever applies, and no other", () => {
  const functions = ["c01", "edge"].map(
    (part) => `arn:aws:lambda:us-east-1:123456789012:function:dev-front-${part}-*`,
  );
  for (const action of ["EnableReplication*", "DisableReplication*"])
    expect(grantsOf("write", `lambda:${action}`)).toEqual([[functions, undefined]]);
  const services = ["replicator.lambda.amazonaws.com", "logger.cloudfront.amazonaws.com"];
  expect(grantsOf("write", "iam:CreateServiceLinkedRole")).toContainEqual([
    services.map((name) => `arn:aws:iam::123456789012:role/aws-service-role/${name}/*`).sort(),
    { StringEquals: { "iam:AWSServiceName": services } },
  ]);
});

test("a function of the edge is made in us-east-1, whatever the environment's region", () => {
  const abroad = synthesizeAll([{ ...FRONTED, region: "eu-west-1", pipeline: GITHUB }]);
  const made = abroad.find(({ id }) => id === "dev-front-bootstrap")!.json;
  expect(grantsOf("write", "lambda:CreateFunction", made)).toEqual([
    [
      ["c01", "edge"].map(
        (part) => `arn:aws:lambda:us-east-1:123456789012:function:dev-front-${part}-*`,
      ),
      undefined,
    ],
  ]);
});

test("its role is passed to Lambda at home and at the edge, and may log wherever a cache asks", () => {
  const passed = grantsOf("write", "iam:PassRole");
  expect(passed).toContainEqual([
    "arn:aws:iam::123456789012:role/dev-front-c01-site-origin-response",
    {
      StringEquals: {
        "iam:PassedToService": ["edgelambda.amazonaws.com", "lambda.amazonaws.com"],
      },
    },
  ]);
  const boundary = bootstrap.resource?.["aws_iam_policy"]?.["pipeline_boundary"]?.["policy"];
  const logs = statements(boundary).find(({ Sid }) => Sid === "LogsOfRoles")!;
  for (const part of ["c01", "edge"])
    expect(logs["Resource"]).toContain(
      `arn:aws:logs:*:123456789012:log-group:/aws/lambda-edge/dev-front-${part}-*`,
    );
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
