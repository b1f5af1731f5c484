import { dev } from "../../environments/dev";
import { prod } from "../../environments/prod";
import { settlePipeline, type PipelineDeclaration } from "../../model/pipeline";
import { problemsOf, settleAll } from "../../model/settle";
import { ofFunctions } from "./fixtures";

const REPOSITORY = { host: "github", repository: "example/shop" } as const;
const IDS = { owner: 12, repository: 34 };

const subjects = (declared: PipelineDeclaration) => {
  const { plan, apply } = settlePipeline(declared, "dev");
  return { plan, apply };
};

test("on GitHub the jobs of two environments are trusted, by name and by number", () => {
  expect(settlePipeline({ ...REPOSITORY, ids: IDS }, "dev")).toEqual({
    issuer: "token.actions.githubusercontent.com",
    provider: "made",
    plan: [
      "repo:example/shop:environment:dev-plan",
      "repo:example@12/shop@34:environment:dev-plan",
    ],
    apply: ["repo:example/shop:environment:dev", "repo:example@12/shop@34:environment:dev"],
  });
});

test("without numbers the names alone are trusted", () => {
  expect(subjects(REPOSITORY)).toEqual({
    plan: ["repo:example/shop:environment:dev-plan"],
    apply: ["repo:example/shop:environment:dev"],
  });
});

test("jobs may be those of a branch or of another environment", () => {
  const declared = { ...REPOSITORY, plan: { environment: "look" }, apply: { branch: "main" } };
  expect(subjects(declared)).toEqual({
    plan: ["repo:example/shop:environment:look"],
    apply: ["repo:example/shop:ref:refs/heads/main"],
  });
});

test("on GitLab every branch may plan and one may apply", () => {
  expect(settlePipeline({ host: "gitlab", project: "shop/infra" }, "dev")).toEqual({
    issuer: "gitlab.com",
    provider: "made",
    plan: ["project_path:shop/infra:ref_type:branch:ref:*"],
    apply: ["project_path:shop/infra:ref_type:branch:ref:main"],
  });
});

test("a GitLab of one's own, another branch and a provider that is there", () => {
  const declared = {
    host: "gitlab",
    project: "a/b/c",
    domain: "git.example.com",
    branch: "live",
    identityProvider: "existing",
  } as const;
  expect(settlePipeline(declared, "dev")).toMatchObject({
    issuer: "git.example.com",
    provider: "existing",
    apply: ["project_path:a/b/c:ref_type:branch:ref:live"],
  });
});

const declared = (pipeline: unknown) => ({
  ...dev,
  pipeline: pipeline as PipelineDeclaration,
});

test.each<[unknown, string, string]>([
  [{ host: "jenkins" }, ".host", 'expected "github" or "gitlab", got "jenkins"'],
  [
    { host: "github", repository: "shop" },
    ".repository",
    'expected a repository such as owner/name, got "shop"',
  ],
  [
    { host: "github", repository: "example/*" },
    ".repository",
    'expected a repository such as owner/name, got "example/*"',
  ],
  [
    { ...REPOSITORY, ids: { owner: 0, repository: 1 } },
    ".ids.owner",
    "expected a whole number from 1 to 9007199254740991, got 0",
  ],
  [
    { ...REPOSITORY, apply: { tag: "v1" } },
    ".apply",
    'expected { environment } or { branch }, got {"tag":"v1"}',
  ],
  [
    { host: "gitlab", project: "shop" },
    ".project",
    'expected a project such as group/project, got "shop"',
  ],
  [
    { ...REPOSITORY, plan: { branch: "main" }, apply: { branch: "main" } },
    ".apply",
    'expected other jobs than those that plan, got "repo:example/shop:ref:refs/heads/main" for both',
  ],
])("%j is refused", (pipeline, field, message) => {
  expect(problemsOf(declared(pipeline))).toEqual([{ path: `dev.pipeline${field}`, message }]);
});

describe("an account has one provider of identities a host", () => {
  const alone = { ...ofFunctions(dev), cost: undefined as never, network: undefined as never };
  const second = { ...alone, name: "dev-two", stateBucket: "example-two", pipeline: REPOSITORY };
  const first = { ...dev, pipeline: REPOSITORY };

  test("two environments that make it are a problem", () => {
    expect(() => settleAll([first, second])).toThrow(
      'dev-two.pipeline.identityProvider: expected "existing": dev makes it, and the account 123456789012 can have one only',
    );
  });

  test("one that uses the other's, another account or another host is none", () => {
    const uses = { ...second, pipeline: { ...REPOSITORY, identityProvider: "existing" } } as const;
    const gitlab = { ...second, pipeline: { host: "gitlab", project: "a/b" } } as const;
    expect(settleAll([first, uses])).toHaveLength(2);
    expect(settleAll([first, gitlab])).toHaveLength(2);
    expect(settleAll([first, { ...prod, pipeline: REPOSITORY }])).toHaveLength(2);
  });
});
