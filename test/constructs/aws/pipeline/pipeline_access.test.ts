import { NEEDS, needsOf } from "../../../../constructs/aws/pipeline/needs/by_type";
import { boundaryGrants } from "../../../../constructs/aws/pipeline/boundary";
import { packed } from "../../../../constructs/aws/pipeline/packed";
import type { SynthesizedStack } from "../../../../constructs/synth";
import type { AwsEnvironment } from "../../../../model/environment";
import { judge } from "../../../../policies/gate";
import { GITHUB, PIPED } from "../../support/pipeline";
import { LOCATION, MANAGED, resource, statements, synthesizeAll } from "../../support/synth";

const piped = (change: Partial<AwsEnvironment> = {}) =>
  synthesizeAll([{ ...PIPED, ...change }]) as [SynthesizedStack, ...SynthesizedStack[]];

const stacks = piped();
type Json = SynthesizedStack["json"];
const json = (stack: string): Json => stacks.find(({ id }) => id === `dev-pipe-${stack}`)!.json;
const [bootstrap, cell] = [json("bootstrap"), json("c01")];
const applied = stacks.map((stack) => stack.json).filter((one) => one !== bootstrap);

const typesOf = (...of: readonly SynthesizedStack["json"][]): string[] =>
  [...new Set(of.flatMap((json) => Object.keys(json.resource ?? {})))].sort();

/** What a role may do stands in as many policies as it takes. */
const said = (policy: string, json = bootstrap) =>
  Object.entries(json.resource?.["aws_iam_policy"] ?? {})
    .filter(([name]) => new RegExp(`^pipeline_${policy}(_\\d)?$`).test(name))
    .flatMap(([, { policy: text }]) => statements(text));

const actionsIn = (policy: string): string[] =>
  said(policy).flatMap(({ Action }) => Action as string | string[]);

const trust = (job: "plan" | "apply", json = bootstrap) =>
  statements(resource(json, `aws_iam_role.pipeline_${job}`).assume_role_policy);

const unique = (actions: readonly string[]): string[] => [...new Set(actions)].sort();

describe("who takes the roles", () => {
  test("jobs with a token for AWS and one of two subjects", () => {
    const issuer = "token.actions.githubusercontent.com";
    expect(trust("apply")).toEqual([
      {
        Effect: "Allow",
        Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: {
          StringEquals: {
            [`${issuer}:aud`]: "sts.amazonaws.com",
            [`${issuer}:sub`]: [
              "repo:example/shop:environment:dev-pipe",
              "repo:example@1234/shop@5678:environment:dev-pipe",
            ],
          },
        },
      },
    ]);
    expect(JSON.stringify(trust("plan"))).toContain("environment:dev-pipe-plan");
    expect(resource(bootstrap, "aws_iam_openid_connect_provider.pipeline_provider")).toMatchObject({
      url: `https://${issuer}`,
      client_id_list: ["sts.amazonaws.com"],
    });
  });

  test("on GitLab any branch plans, by a pattern, and one applies, by its name", () => {
    const [{ json }] = piped({ pipeline: { host: "gitlab", project: "shop/infra" } });
    const sub = (ref: string) => `project_path:shop/infra:ref_type:branch:ref:${ref}`;
    expect(trust("plan", json)[0]?.Condition).toEqual({
      StringEquals: { "gitlab.com:aud": "sts.amazonaws.com" },
      StringLike: { "gitlab.com:sub": sub("*") },
    });
    expect(trust("apply", json)[0]?.Condition).toEqual({
      StringEquals: { "gitlab.com:aud": "sts.amazonaws.com", "gitlab.com:sub": sub("main") },
    });
  });

  test("a provider that is there is not made twice", () => {
    const [{ json }] = piped({ pipeline: { ...GITHUB, identityProvider: "existing" } });
    expect(json.resource?.["aws_iam_openid_connect_provider"]).toBeUndefined();
    expect(trust("plan", json)).toEqual(trust("plan"));
  });
});

describe("what the roles may do", () => {
  const read = (types: readonly string[]) => types.flatMap((type) => needsOf(type).read);

  test("planning reads every type of the stacks, and nothing else", () => {
    const all = typesOf(bootstrap, ...applied);
    expect(unique(actionsIn("read"))).toEqual(unique(read(all)));
  });

  test("applying writes every type of the other stacks, and passes roles", () => {
    const needed = typesOf(...applied)
      .map(needsOf)
      .flatMap(({ write, also = [] }) => [...write, ...also]);
    // No code runs behind its caches, which CloudFront would copy.
    const here = needed.filter((action) => !action.endsWith("Replication*"));
    expect(unique(actionsIn("write"))).toEqual(unique([...here, "iam:PassRole"]));
  });

  test("each role is passed by its name to the service that takes it", () => {
    const passes = said("write").filter(({ Action }) => Action === "iam:PassRole");
    expect(passes.map(({ Resource, Condition }) => [Resource, Condition])).toEqual(
      [
        ["c01-catalog-images-images-replica", "s3"],
        ["c01-checkout-orders-monitor", "monitoring.rds"],
        ["c01-checkout-task", "ecs-tasks"],
        ["c01-checkout-start", "ecs-tasks"],
        ["network-flows", "vpc-flow-logs"],
        ["c01-orders-processor", "lambda"],
        ["c01-storefront-handler", "lambda"],
      ].map(([name, service]) => [
        `arn:aws:iam::123456789012:role/dev-pipe-${name}`,
        { StringEquals: { "iam:PassedToService": `${service}.amazonaws.com` } },
      ]),
    );
  });

  test("only who applies is given what writes", () => {
    const attached = Object.values(bootstrap.resource?.["aws_iam_role_policy_attachment"] ?? {});
    expect(attached.map(({ role, policy_arn }) => `${String(role)} ${String(policy_arn)}`)).toEqual(
      [
        "${aws_iam_role.pipeline_plan.name} ${aws_iam_policy.pipeline_read.arn}",
        "${aws_iam_role.pipeline_apply.name} ${aws_iam_policy.pipeline_read.arn}",
        "${aws_iam_role.pipeline_plan.name} ${aws_iam_policy.pipeline_read_2.arn}",
        "${aws_iam_role.pipeline_apply.name} ${aws_iam_policy.pipeline_read_2.arn}",
        "${aws_iam_role.pipeline_apply.name} ${aws_iam_policy.pipeline_write.arn}",
        "${aws_iam_role.pipeline_apply.name} ${aws_iam_policy.pipeline_write_2.arn}",
        "${aws_iam_role.pipeline_apply.name} ${aws_iam_policy.pipeline_write_3.arn}",
        "${aws_iam_role.pipeline_apply.name} ${aws_iam_policy.pipeline_write_4.arn}",
      ],
    );
  });

  test("no action is a wildcard, and nothing that is written is the bootstrap stack's", () => {
    expect(actionsIn("write").filter((action) => action.includes("*"))).toEqual([]);
    expect(JSON.stringify(said("write")).replaceAll("dev-pipe-bootstrap-boundary", "")).not.toMatch(
      /dev-pipe-bootstrap|example-plinth-dev-state/,
    );
  });

  test("who plans holds locks and reads states; who applies writes them, and leaves their key alone", () => {
    const states = (job: string) =>
      statements(resource(bootstrap, `aws_iam_role_policy.pipeline_${job}_states`).policy);
    const sids = (job: string) =>
      states(job).map(({ Sid, Effect }) => `${String(Effect)} ${String(Sid)}`);
    const shared = ["Allow HoldLocks", "Allow ListStates", "Allow ReadStates", "Allow UseStateKey"];
    expect(sids("plan")).toEqual(shared);
    expect(sids("apply").sort()).toEqual(
      [...shared, "Allow WriteStates", "Deny KeepStateKey"].sort(),
    );
    expect(states("plan").find(({ Sid }) => Sid === "HoldLocks")?.Resource).toEqual([
      "arn:aws:s3:::example-plinth-dev-state/dev-pipe-bootstrap/terraform.tfstate.tflock",
      "arn:aws:s3:::example-plinth-dev-state/dev-pipe-c01/terraform.tfstate.tflock",
      "arn:aws:s3:::example-plinth-dev-state/dev-pipe-edge/terraform.tfstate.tflock",
      "arn:aws:s3:::example-plinth-dev-state/dev-pipe-network/terraform.tfstate.tflock",
      "arn:aws:s3:::example-plinth-dev-state/dev-pipe-observability/terraform.tfstate.tflock",
    ]);
  });

  test("budgets and topics are known by their names, monitors and subscriptions by the environment's tag", () => {
    const reached = (sid: string) => said("write").find(({ Sid }) => Sid === sid);
    expect(reached("WriteBudgets")?.Resource).toContain(
      "arn:aws:budgets::123456789012:budget/dev-pipe-observability-*",
    );
    expect(reached("WriteTopics")?.Resource).toContain(
      "arn:aws:sns:us-east-1:123456789012:dev-pipe-observability-*",
    );
    expect(reached("WriteAnomalies")).toMatchObject({
      Resource: [
        "arn:aws:ce::123456789012:anomalymonitor/*",
        "arn:aws:ce::123456789012:anomalysubscription/*",
      ],
      Condition: { StringEquals: { "aws:ResourceTag/environment": "dev-pipe" } },
    });
    expect(reached("WriteCreated")?.Action).toEqual(
      expect.arrayContaining(["ce:CreateAnomalyMonitor", "ce:CreateAnomalySubscription"]),
    );
  });

  test("a managed engine's types are provided for too", () => {
    const [first, ...others] = piped({ ...MANAGED, pipeline: GITHUB, services: PIPED.services });
    const granted = said("write", first.json).flatMap(({ Action }) => Action as string | string[]);
    for (const type of typesOf(...others.map(({ json }) => json)))
      expect(granted).toEqual(expect.arrayContaining([...needsOf(type).write]));
  });
});

const ofAction = (action: string, grants = said("write")) =>
  grants.filter(({ Action }) => [Action].flat().includes(action));

describe("in the network", () => {
  const ec2 = (...kinds: string[]) =>
    kinds.map((kind) => `arn:aws:ec2:us-east-1:123456789012:${kind}/*`);
  const said = (tag: "Request" | "Resource") => ({
    StringEquals: { [`aws:${tag}Tag/environment`]: "dev-pipe" },
  });
  const grantsOf = (action: string) =>
    ofAction(action).map(({ Resource, Condition }) => [[Resource].flat(), Condition] as const);

  test("a subnet is made with the environment's tag, and only in a VPC that has it", () => {
    expect(grantsOf("ec2:CreateSubnet")).toEqual([
      [ec2("*"), said("Resource")],
      [
        ec2(
          ...["egress-only-internet-gateway", "network-acl", "route-table"],
          ...["security-group", "subnet", "vpc-flow-log"],
        ),
        said("Request"),
      ],
    ]);
  });

  test("what stands with the tag is changed and removed, and nothing else", () => {
    for (const action of ["ec2:DeleteSubnet", "ec2:CreateRoute", "ec2:RevokeSecurityGroupEgress"])
      expect(grantsOf(action)).toEqual([[ec2("*"), said("Resource")]]);
  });

  test("tags are put on what is made in the same call, on what has them, and on a group that has none", () => {
    expect(grantsOf("ec2:CreateTags").map(([, condition]) => condition)).toEqual(
      expect.arrayContaining([
        said("Resource"),
        {
          StringEquals: {
            ...said("Request").StringEquals,
            "ec2:CreateAction": expect.arrayContaining(["CreateSubnet", "CreateVpc"]),
          },
        },
        { ...said("Request"), Null: { "aws:ResourceTag/environment": "true" } },
      ]),
    );
  });

  test("parameters are those of the environment", () => {
    expect(grantsOf("ssm:PutParameter")).toEqual([
      [["arn:aws:ssm:us-east-1:123456789012:parameter/plinth/dev-pipe/*"], undefined],
    ]);
  });
});

describe("at the edge", () => {
  test("a web ACL and the ends of a delivery are known by name, a distribution by its tag", () => {
    expect(ofAction("wafv2:UpdateWebACL").map(({ Resource }) => Resource)).toEqual([
      [
        "arn:aws:wafv2:us-east-1:123456789012:global/managedruleset/*/*",
        "arn:aws:wafv2:us-east-1:123456789012:global/webacl/dev-pipe-c01-*/*",
        "arn:aws:wafv2:us-east-1:123456789012:global/webacl/dev-pipe-edge-*/*",
        "arn:aws:wafv2:us-east-1:123456789012:regional/managedruleset/*/*",
        "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/dev-pipe-c01-*/*",
        "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/dev-pipe-edge-*/*",
      ],
    ]);
    expect(ofAction("cloudfront:UpdateDistribution")).toMatchObject([
      {
        Resource: "arn:aws:cloudfront::123456789012:distribution/*",
        Condition: { StringEquals: { "aws:ResourceTag/environment": "dev-pipe" } },
      },
    ]);
    expect(ofAction("cloudfront:CreateDistribution")).toMatchObject([
      { Resource: "*", Condition: { StringEquals: { "aws:RequestTag/environment": "dev-pipe" } } },
    ]);
  });

  describe("of an environment of another region", () => {
    const [{ json }] = piped({ region: "eu-west-1", stateBucket: "example-plinth-eu" });

    test("its keys and logs are reached in both, and the key of a copy in its own", () => {
      const regionsOf = (action: string) =>
        unique(
          ofAction(action, said("write", json))
            .flatMap(({ Resource }) => Resource as string | string[])
            .map((arn) => arn.split(":")[3] ?? ""),
        );
      expect(regionsOf("kms:ScheduleKeyDeletion")).toEqual([
        ...["eu-west-1", "us-east-1", "us-west-2"],
      ]);
      expect(regionsOf("logs:PutRetentionPolicy")).toEqual(["eu-west-1", "us-east-1"]);
      expect(regionsOf("sqs:CreateQueue")).toEqual(["eu-west-1"]);
    });

    test("AWS may deliver logs in both, to the groups of firewalls too", () => {
      const policies = json.resource?.["aws_cloudwatch_log_resource_policy"] ?? {};
      const groups = Object.entries(policies).map(([name, { provider, policy_document }]) => [
        ...[name, provider, statements(policy_document)[0]?.Resource],
      ]);
      const group = (region: string, prefix: string) =>
        `arn:aws:logs:${region}:123456789012:log-group:${prefix}:log-stream:*`;
      expect(groups).toEqual([
        [
          ...["pipeline_log_delivery", undefined],
          [group("eu-west-1", "/aws/vendedlogs/*"), group("eu-west-1", "aws-waf-logs-*")],
        ],
        [
          ...["pipeline_edge_log_delivery", "aws.us-east-1"],
          [group("us-east-1", "/aws/vendedlogs/*"), group("us-east-1", "aws-waf-logs-*")],
        ],
      ]);
      expect(json.provider?.["aws"]).toEqual([
        { allowed_account_ids: ["123456789012"], region: "eu-west-1" },
        { alias: "us-east-1", allowed_account_ids: ["123456789012"], region: "us-east-1" },
      ]);
    });
  });
});

describe("the boundary", () => {
  const ARN = "arn:aws:iam::123456789012:policy/dev-pipe-bootstrap-boundary";

  test("is on every role of a service, and on none without a pipeline", () => {
    const bound = Object.values(cell.resource?.["aws_iam_role"] ?? {});
    expect(bound.map(({ permissions_boundary }) => permissions_boundary)).toEqual(
      Array<string>(6).fill(ARN),
    );
    const plain = JSON.stringify(synthesizeAll([{ ...PIPED, pipeline: undefined as never }]));
    expect(plain).not.toContain("permissions_boundary");
  });

  test("lets the services do what their own policies let them, and no more kinds of things", () => {
    const services = applied
      .flatMap((one) => Object.values(one.resource?.["aws_iam_role_policy"] ?? {}))
      .flatMap(({ policy }) => statements(policy))
      .flatMap(({ Action }) => Action as string | string[]);
    expect(unique(actionsIn("boundary"))).toEqual(unique(services));
  });

  test("a role without it cannot be made or widened", () => {
    const bounded = said("write").find(({ Sid }) => Sid === "WriteBoundedRoles");
    expect(bounded).toMatchObject({
      Action: [
        "iam:CreateRole",
        "iam:DeleteRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
      ],
      Condition: { StringEquals: { "iam:PermissionsBoundary": ARN } },
    });
    const unbounded = said("write").filter(({ Sid }) => Sid !== "WriteBoundedRoles");
    // What AWS makes for a service of its own, nobody can give other rights.
    expect(JSON.stringify(unbounded)).not.toMatch(/iam:(Create(?!ServiceLinkedRole)|Put|Attach)/);
  });

  const boundOf = (action: string) =>
    boundaryGrants([JSON.stringify({ Statement: [{ Action: action, Resource: "*" }] })], {
      ...{ location: LOCATION, regions: [LOCATION.region], environment: "dev" },
      ...{ copyRegions: [], generatedSecrets: [] },
      ...{ stacks: [{ id: "dev-c01", types: [] }], buckets: ["state"] },
      ...{ issuer: "", boundary: "", dns: undefined },
    });

  test("lets objects be read by their names, and a service's buckets be listed, but not that of state", () => {
    expect(boundOf("s3:GetObject")[0]?.resources).toEqual(["arn:aws:s3:::dev-c01-*/*"]);
    expect(boundOf("s3:ListBucket")[0]?.resources).toEqual(["arn:aws:s3:::dev-c01-*"]);
  });

  test("an action of a service that nobody thought of is an error", () => {
    expect(() => boundOf("ses:SendEmail")).toThrow(
      "ses:SendEmail: say in constructs/aws/pipeline/boundary.ts what it may reach at most",
    );
  });
});

test("the gate passes all of it", async () => {
  const files = stacks.map(({ id, json }) => ({
    name: `${id}/cdk.tf.json`,
    bytes: Buffer.from(JSON.stringify(json)),
  }));
  expect(await judge(files, { now: new Date(0) })).toMatchObject({ verdict: "pass", findings: [] });
});

test("a type that nobody has said the needs of is an error", () => {
  expect(() => needsOf("aws_glacier_vault")).toThrow(
    "aws_glacier_vault: expected what the pipeline's roles need for it; say so in constructs/aws/pipeline/needs/, or leave the environment's `pipeline` out",
  );
});

/** What is read encrypted is decrypted by its reader's rights. */
const READS = /:(Get|List|Describe|Validate|View|GET)|^kms:Decrypt$/;

describe("the table of needs", () => {
  test.each(Object.entries(NEEDS))(
    "%s: what is read writes nothing, and all is named",
    (_, needs) => {
      const all = [...needs.read, ...needs.write, ...(needs.also ?? [])];
      expect(unique(all)).toHaveLength(all.length);
      for (const action of all)
        expect(action).toMatch(/^[a-z0-9-]+:([A-Za-z]+|(Dis|En)ableReplication\*)$/);
      for (const action of needs.read) expect(action).toMatch(READS);
      for (const action of Object.keys(needs.elsewhere ?? {})) expect(all).toContain(action);
    },
  );
});

describe("policies have 6,144 characters", () => {
  const grant = (sid: string) => ({ sid, actions: ["s:A"], resources: ["r".repeat(3_000)] });

  test("what does not fit into one goes into a second", () => {
    expect(packed([grant("B"), grant("A")], 2)).toHaveLength(2);
    expect(packed([grant("A")], 2)).toHaveLength(1);
  });

  test("what does not fit at all is an error", () => {
    expect(() => packed([grant("A"), grant("B")], 1)).toThrow(
      "expected at most 1 policies of 6144 characters, got 2; share resources between fewer stacks",
    );
  });
});
