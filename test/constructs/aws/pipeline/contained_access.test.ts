import type { SynthesizedStack } from "../../../../constructs/synth";
import type { Attributes } from "../../../../constructs/terraform_json";
import { AWS_ENVIRONMENTS, CONTAINED, statements, synthesizeAll } from "../../support/synth";
import { GITHUB } from "../../support/pipeline";

/** What ships, and a service of containers behind a balancer with a relational database and a cache. */
const synthesized = AWS_ENVIRONMENTS.map((environment) => {
  const [basket] = CONTAINED.services;
  const stores = {
    orders: { kind: "relational", engine: "postgresql" },
    sessions: { kind: "cache", engine: "valkey", zones: ["a", "b"] },
  } as const;
  const services = [...environment.services, { ...basket, stores }];
  const stacks = synthesizeAll([{ ...environment, pipeline: GITHUB, services }]);
  return { name: environment.name, stacks };
});

const jsonOf = (stacks: readonly SynthesizedStack[], part: string) =>
  stacks.find(({ id }) => id.endsWith(`-${part}`))!.json;

const policiesOf = (stacks: readonly SynthesizedStack[], name: RegExp) =>
  Object.entries(jsonOf(stacks, "bootstrap").resource?.["aws_iam_policy"] ?? {})
    .filter(([id]) => name.test(id))
    .map(([, { policy }]) => String(policy));

const list = (value: unknown): string[] => [value].flat() as string[];

describe.each(synthesized)(
  "in $name, with containers, databases and caches",
  ({ name, stacks }) => {
    /** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
    test("what the pipeline may do fits what AWS attaches to a role, and leaves room", () => {
      const [reads, writes] = [/^pipeline_read/, /^pipeline_write/].map((one) =>
        policiesOf(stacks, one),
      );
      expect([reads?.length, writes?.length]).toEqual([2, name === "prod" ? 5 : 4]);
      for (const policy of policiesOf(stacks, /./))
        expect(policy.length).toBeLessThanOrEqual(6_144);
    });

    test("the boundary lets every role do what its own policy does", () => {
      const bounds = policiesOf(stacks, /boundary/).flatMap(statements);
      const all = stacks
        .filter((stack) => !stack.id.endsWith("-bootstrap"))
        .flatMap((stack) => rolePolicies(stack));
      const services = new Set(all.map(({ action }) => action.split(":")[0]));
      expect([...services]).toEqual(
        expect.arrayContaining(["ecr", "elasticache", "kms", "logs", "rds-db", "sqs"]),
      );
      expect(all.filter((each) => !bounds.some((bound) => includes(bound, each)))).toEqual([]);
    });

    test("a stack is reached for what it holds, and for nothing else", () => {
      const { name } = synthesized.find((one) => one.stacks === stacks)!;
      const reached = (action: string) =>
        policiesOf(stacks, /^pipeline_write/)
          .flatMap(statements)
          .filter(({ Action }) => list(Action).includes(action))
          .flatMap(({ Resource }) => list(Resource))
          .map((arn) => arn.replace(/^.*:\d{12}:/, ""));
      expect(reached("sqs:CreateQueue")).toEqual([`${name}-c01-*`]);
      expect(reached("budgets:ModifyBudget")).toEqual([`budget/${name}-observability-*`]);
      expect(reached("elasticache:CreateServerlessCache")).toEqual([
        ...["serverlesscache", "serverlesscachesnapshot", "user", "usergroup"].map(
          (kind) => `${kind}:${name}-c01-*`,
        ),
      ]);
      expect(reached("logs:CreateLogGroup")).toEqual([
        ...["/aws/ecs/containerinsights/", "/aws/ecs/", "/aws/lambda/", "/aws/rds/cluster/"].map(
          (start) => `log-group:${start}${name}-c01-*`,
        ),
        `log-group:/aws/vendedlogs/apis/${name}-c01-*`,
        ...["c01", "edge"].map((part) => `log-group:/aws/vendedlogs/cloudfront/${name}-${part}-*`),
        `log-group:/aws/vpc/${name}-network/flows*`,
        ...["c01", "edge"].map((part) => `log-group:aws-waf-logs-${name}-${part}-*`),
      ]);
    });
  },
);

interface Allowed {
  readonly action: string;
  readonly resource: string;
}

/** What the policies of a stack's roles allow, one by one, with the values of names that they refer to. */
const rolePolicies = ({ json }: SynthesizedStack): Allowed[] =>
  Object.values(json.resource?.["aws_iam_role_policy"] ?? {})
    .flatMap(({ policy }) => statements(policy))
    .flatMap(({ Action, Resource }) =>
      list(Action).flatMap((action) =>
        list(Resource).map((resource) => ({ action, resource: settled(json, resource) })),
      ),
    );

function settled(json: SynthesizedStack["json"], text: string): string {
  return text.replace(/\$\{(\w+)\.(\w+)\.(\w+)\}/g, (_, type: string, id: string, key: string) =>
    valueOf(json.resource?.[type]?.[id]?.[key]),
  );
}

/** AWS gives what no name stands for; of keys that is all. */
const GIVEN = "given";

const valueOf = (value: unknown): string => (typeof value === "string" ? value : GIVEN);

const includes = ({ Action, Resource }: Attributes, { action, resource }: Allowed): boolean =>
  list(Action).includes(action) &&
  (resource === GIVEN || list(Resource).some((pattern) => matches(pattern, resource)));

const matches = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
  ).test(text);
