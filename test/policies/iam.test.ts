import fc from "fast-check";
import { judge } from "../../policies/gate";
import { file, now } from "./fixtures";

type Statement = Readonly<Record<string, unknown>>;

const ACCOUNT = "123456789012";
const allow = (Action: unknown, Resource: unknown = "*", more: Statement = {}): Statement => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const deny = (Action: unknown, Resource: unknown = "*", more: Statement = {}): Statement => ({
  ...allow(Action, Resource, more),
  Effect: "Deny",
});
const when = (operator: string, key: string, value: unknown): Statement => ({
  Condition: { [operator]: { [key]: value } },
});
const to = (kind: string, name: unknown): Statement => ({ Principal: { [kind]: name } });

/** The ids that judge each of these documents: all in one stack, so that one call answers. */
async function judged(
  type: string,
  attribute: string,
  documents: readonly (readonly Statement[])[],
): Promise<Set<string>[]> {
  const named = documents.map((statements, i) => [
    `n${i}`,
    { [attribute]: JSON.stringify({ Version: "2012-10-17", Statement: statements }) },
  ]);
  const backend = { s3: { encrypt: true, use_lockfile: true } };
  const stack = {
    terraform: { backend },
    provider: { aws: [{ region: "eu-west-1" }] },
    resource: { [type]: Object.fromEntries(named) },
  };
  const { findings } = await judge([file(stack, "cdk.tf.json")], { now });
  const iam = findings.filter((finding) => finding.id.startsWith("AWS-IAM-"));
  return documents.map(
    (_, i) =>
      new Set(
        iam.filter(({ address }) => address === `${type}.n${i}`).map(({ id }) => id.slice(8)),
      ),
  );
}

const ids = async (type: string, attribute: string, statements: readonly Statement[]) =>
  [...(await judged(type, attribute, [statements]))[0]!].sort().join(" ");

describe("documents as they are found in the world: what a principal may do", () => {
  const logs = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"];
  const role = `arn:aws:iam::${ACCOUNT}:role/orders`;
  const table = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/orders`;
  const lambda = "lambda.amazonaws.com";

  test.each<[string, string, Statement[]]>([
    ["the administrator", "001 003 005 006 007 008 009 010", [allow("*")]],
    [
      "the power user",
      "001 005 006 007 008 009 010",
      [{ Effect: "Allow", NotAction: ["iam:CreateUser"], Resource: "*" }],
    ],
    ["who handles all of IAM", "001 003 005 006 007 008 010", [allow("iam:*")]],
    ["who reads everything", "001 003 009", [allow(["s3:Get*", "s3:List*"])]],
    ["a function that logs anywhere", "003", [allow(logs)]],
    [
      "a function that logs to its group",
      "",
      [allow(logs, `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:/aws/lambda/orders:*`)],
    ],
    [
      "a table and its indexes",
      "",
      [allow(["dynamodb:GetItem", "dynamodb:Query"], [table, `${table}/index/*`])],
    ],
    [
      "the state of Terraform",
      "",
      [
        allow("s3:ListBucket", "arn:aws:s3:::state"),
        allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::state/dev/*"),
      ],
    ],
    [
      "pulling images",
      "",
      [
        allow("ecr:GetAuthorizationToken"),
        allow(["ecr:BatchGetImage"], `arn:aws:ecr:eu-west-1:${ACCOUNT}:repository/orders`),
      ],
    ],
    [
      "starting what has one's tag",
      "",
      [allow("ec2:StartInstances", "*", when("StringEquals", "aws:ResourceTag/team", "orders"))],
    ],
    [
      "a deployment of one function",
      "",
      [
        allow(["lambda:UpdateFunctionCode"], `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:orders`),
        allow("iam:PassRole", role, when("StringEquals", "iam:PassedToService", lambda)),
      ],
    ],
    [
      "a deployment of any function with any role",
      "003 006 007",
      [allow(["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"])],
    ],
    [
      "roles within a boundary",
      "",
      [
        allow(
          ["iam:AttachRolePolicy"],
          "*",
          when(
            "StringEquals",
            "iam:PermissionsBoundary",
            `arn:aws:iam::${ACCOUNT}:policy/boundary`,
          ),
        ),
      ],
    ],
    ["a role of any account", "006 008", [allow("sts:AssumeRole", "arn:aws:iam::*:role/deploy")]],
    [
      "every secret",
      "003 009",
      [
        allow(
          "secretsmanager:GetSecretValue",
          `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:*`,
        ),
      ],
    ],
    [
      "one secret",
      "",
      [
        allow(
          "secretsmanager:GetSecretValue",
          `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:orders-??????`,
        ),
      ],
    ],
    ["any key, whatever for", "003 009", [allow("kms:Decrypt")]],
    [
      "regions that are shut",
      "",
      [
        {
          Effect: "Deny",
          NotAction: ["iam:*"],
          Resource: "*",
          ...when("StringNotEquals", "aws:RequestedRegion", "eu-west-1"),
        },
      ],
    ],
    ["everything, and nothing of it", "", [allow("*"), deny("*")]],
    [
      "everything without IAM, said by a denial",
      "001 003 005 006 008 009 010",
      [allow("*"), deny("iam:*")],
    ],
    [
      "everything without IAM for who has no second factor",
      "001 003 005 006 007 008 009 010",
      [allow("*"), deny("iam:*", "*", when("BoolIfExists", "aws:MultiFactorAuthPresent", "false"))],
    ],
    [
      "actions in odd case, one element twice",
      "001 003",
      [{ effect: "Allow", Effect: "Allow", action: "SQS:*", resource: "*" }].map((odd) => ({
        ...odd,
        action: "Sns:Li*",
      })),
    ],
  ])("%s", async (_, expected, statements) => {
    expect(await ids("aws_iam_policy", "policy", statements)).toBe(expected);
  });
});

describe("documents as they are found in the world: who may use a resource", () => {
  const bucket = "arn:aws:s3:::orders";
  const objects = `${bucket}/*`;
  const service = (name: string) => to("Service", name);
  const all: Statement = { Principal: "*" };
  const org = when("StringEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5");
  const strangers = when("StringNotEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5");

  test.each<[string, string, Statement[]]>([
    ["a public site", "002", [allow("s3:GetObject", objects, all)]],
    [
      "a site behind CloudFront",
      "",
      [
        allow("s3:GetObject", objects, {
          ...service("cloudfront.amazonaws.com"),
          ...when(
            "StringEquals",
            "AWS:SourceArn",
            `arn:aws:cloudfront::${ACCOUNT}:distribution/E1`,
          ),
        }),
      ],
    ],
    [
      "a site behind anybody's CloudFront",
      "011",
      [allow("s3:GetObject", objects, service("cloudfront.amazonaws.com"))],
    ],
    ["an organisation", "", [allow("s3:GetObject", objects, { ...all, ...org })]],
    [
      "the world, with a fence",
      "",
      [allow("s3:GetObject", objects, all), deny("s3:*", "*", { ...all, ...strangers })],
    ],
    [
      "the world, with a fence around something else",
      "002",
      [allow("s3:GetObject", objects, all), deny("s3:PutObject", "*", { ...all, ...strangers })],
    ],
    [
      "an address",
      "",
      [
        allow("s3:GetObject", objects, {
          ...all,
          ...when("IpAddress", "aws:SourceIp", "203.0.113.0/24"),
        }),
      ],
    ],
    [
      "every address",
      "002",
      [
        allow("s3:GetObject", objects, {
          ...all,
          ...when("IpAddress", "aws:SourceIp", "0.0.0.0/0"),
        }),
      ],
    ],
    [
      "a referrer",
      "002",
      [
        allow("s3:GetObject", objects, {
          ...all,
          ...when("StringLike", "aws:Referer", "https://example.com/*"),
        }),
      ],
    ],
    [
      "everybody but one",
      "002",
      [
        {
          Effect: "Allow",
          NotPrincipal: { AWS: `arn:aws:iam::${ACCOUNT}:user/x` },
          Action: "s3:GetObject",
          Resource: objects,
        },
      ],
    ],
    [
      "logs of CloudTrail",
      "",
      [
        allow("s3:PutObject", objects, {
          ...service("cloudtrail.amazonaws.com"),
          ...when(
            "StringEquals",
            "aws:SourceArn",
            `arn:aws:cloudtrail:eu-west-1:${ACCOUNT}:trail/all`,
          ),
        }),
      ],
    ],
    [
      "plaintext refused",
      "",
      [
        deny("s3:*", [bucket, objects], {
          ...all,
          ...when("Bool", "aws:SecureTransport", "false"),
        }),
      ],
    ],
    ["everything refused", "024", [deny("s3:*", [bucket, objects], all)]],
  ])("%s", async (_, expected, statements) => {
    expect(await ids("aws_s3_bucket_policy", "policy", statements)).toBe(expected);
  });
});

const ACTIONS = [
  "*",
  "iam:*",
  "iam:PassRole",
  "iam:Pass*",
  "iam:PutRolePolicy",
  "lambda:CreateFunction",
  "lambda:InvokeFunction",
  "s3:GetObject",
  "s3:PutBucketPolicy",
  "sts:AssumeRole",
  "xray:PutTraceSegments",
  "ec2:RunInstances",
];
const RESOURCES = [
  "*",
  "arn:aws:s3:::orders/*",
  `arn:aws:iam::${ACCOUNT}:role/*`,
  `arn:aws:iam::${ACCOUNT}:role/orders`,
  "arn:aws:iam::*:role/orders",
];
const some = (values: readonly string[]) =>
  fc.subarray([...values], { minLength: 1, maxLength: 3 });
const condition = fc.constantFrom<Statement>(
  {},
  when("StringEquals", "iam:PassedToService", "lambda.amazonaws.com"),
  when("StringEqualsIfExists", "iam:PassedToService", "ec2.amazonaws.com"),
  when("StringEquals", "aws:ResourceTag/team", "orders"),
  when("Bool", "aws:MultiFactorAuthPresent", "true"),
);
const statement = fc
  .tuple(fc.constantFrom("Allow", "Allow", "Deny"), some(ACTIONS), some(RESOURCES), condition)
  .map(([Effect, Action, Resource, more]) => ({ Effect, Action, Resource, ...more }));
const document = fc.array(statement, { minLength: 1, maxLength: 3 });

/** Judges what `change` makes of many documents beside the documents themselves. */
async function compare<T extends readonly [Statement[], ...unknown[]]>(
  arbitrary: fc.Arbitrary<T>,
  change: (sample: T) => readonly Statement[],
  expected: (before: ReadonlySet<string>, after: ReadonlySet<string>) => void,
): Promise<void> {
  const samples = fc.sample(arbitrary, { numRuns: 100, seed: 1 });
  const before = await judged(
    "aws_iam_policy",
    "policy",
    samples.map(([statements]) => statements),
  );
  const after = await judged("aws_iam_policy", "policy", samples.map(change));
  expect(before.some((found) => found.size > 0)).toBe(true);
  samples.forEach((_, i) => expected(before[i]!, after[i]!));
}

const keepsAll = (before: ReadonlySet<string>, after: ReadonlySet<string>) =>
  expect([...before].filter((id) => !after.has(id))).toEqual([]);
const addsNone = (before: ReadonlySet<string>, after: ReadonlySet<string>) =>
  keepsAll(after, before);

/** The document with its first Allow changed; as it is where it has none. */
const widened = (statements: readonly Statement[], member: string, value: string) => {
  const at = statements.findIndex(({ Effect }) => Effect === "Allow");
  return statements.map((one, i) =>
    i === at ? { ...one, [member]: [...(one[member] as string[]), value] } : one,
  );
};

describe("whatever the document", () => {
  test("one more action of an Allow takes no finding away", () =>
    compare(
      fc.tuple(document, fc.constantFrom(...ACTIONS)),
      ([statements, action]) => widened(statements, "Action", action),
      keepsAll,
    ));

  test("one more resource of an Allow takes no finding away", () =>
    compare(
      fc.tuple(document, fc.constantFrom(...RESOURCES)),
      ([statements, resource]) => widened(statements, "Resource", resource),
      keepsAll,
    ));

  test("one more Deny adds no finding", () =>
    compare(
      fc.tuple(document, statement),
      ([statements, more]) => [...statements, { ...more, Effect: "Deny" }],
      addsNone,
    ));

  test("a condition less takes no finding away", () =>
    compare(
      fc.tuple(document),
      ([statements]) =>
        statements.map((one) => (one.Effect === "Allow" ? { ...one, Condition: {} } : one)),
      keepsAll,
    ));

  test("a Deny of everything leaves none", () =>
    compare(
      fc.tuple(document),
      ([statements]) => [deny("*"), ...statements],
      (_, after) => expect([...after]).toEqual([]),
    ));

  test("the case of actions and the order of statements mean nothing", () =>
    compare(
      fc.tuple(document),
      ([statements]) =>
        statements
          .map((one) => ({ ...one, Action: (one.Action as string[]).map((a) => a.toUpperCase()) }))
          .reverse(),
      (before, after) => expect(after).toEqual(before),
    ));
});
