import { z } from "zod";
import type { EnvironmentDeclaration } from "./environment";
import { kindOf, oneOf, pattern, whole } from "./leaves";
import { shape, show, type Problem } from "./problems";

/** Where an environment is planned and applied: jobs there take roles by OpenID Connect and hold no key. */
export type PipelineDeclaration = GitHubPipeline | GitLabPipeline;

interface PipelineBase {
  /**
   * Who makes the account's provider of identities, of which there is one for each host: "existing" where another
   * environment of the same account does, or something else.
   *
   * @default "made"
   */
  readonly identityProvider?: "made" | "existing";
}

export interface GitHubPipeline extends PipelineBase {
  readonly host: "github";

  /** `owner/name`. */
  readonly repository: string;

  /**
   * The numbers that GitHub gave the owner and the repository. Repositories made or renamed since 2026-07-15 have them
   * in their subject; whoever takes over a name does not get its number.
   *
   * @default - the subject by names alone
   */
  readonly ids?: { readonly owner: number; readonly repository: number };

  /**
   * Whose jobs may plan.
   *
   * @default - those of the GitHub environment `<environment>-plan`
   */
  readonly plan?: GitHubJobs;

  /**
   * Whose jobs may apply.
   *
   * @default - those of the GitHub environment `<environment>`
   */
  readonly apply?: GitHubJobs;
}

/** Jobs of a GitHub environment, or of a branch: a subject names one of them. */
export type GitHubJobs = { readonly environment: string } | { readonly branch: string };

export interface GitLabPipeline extends PipelineBase {
  readonly host: "gitlab";

  /** `group/project`. */
  readonly project: string;

  /**
   * The domain of a GitLab of one's own.
   *
   * @default "gitlab.com"
   */
  readonly domain?: string;

  /**
   * The branch whose jobs may apply; jobs of any branch may plan.
   *
   * @default "main"
   */
  readonly branch?: string;
}

/** Whom the cloud trusts, and for what. */
export interface Pipeline {
  /** Of the tokens, without `https://`. */
  readonly issuer: string;
  readonly provider: "made" | "existing";
  /** Subjects of the tokens; a `*` stands for any text. */
  readonly plan: readonly string[];
  readonly apply: readonly string[];
}

/** What jobs ask their tokens for. */
export const AUDIENCE = "sts.amazonaws.com";

export const settlePipeline = (declared: PipelineDeclaration, environment: string): Pipeline => ({
  provider: declared.identityProvider ?? "made",
  ...(declared.host === "github" ? gitHub(declared, environment) : gitLab(declared)),
});

const gitHub = ({ repository, ids, plan, apply }: GitHubPipeline, environment: string) => {
  const [owner = "", name = ""] = repository.split("/");
  const forms = [
    repository,
    ...(ids === undefined ? [] : [`${owner}@${ids.owner}/${name}@${ids.repository}`]),
  ];
  const of = (jobs: GitHubJobs) => forms.map((form) => `repo:${form}:${claimOf(jobs)}`);
  return {
    issuer: "token.actions.githubusercontent.com",
    plan: of(plan ?? { environment: `${environment}-plan` }),
    apply: of(apply ?? { environment }),
  };
};

const claimOf = (jobs: GitHubJobs): string =>
  "branch" in jobs ? `ref:refs/heads/${jobs.branch}` : `environment:${jobs.environment}`;

const gitLab = ({ project, domain = "gitlab.com", branch = "main" }: GitLabPipeline) => {
  const of = (ref: string) => [`project_path:${project}:ref_type:branch:ref:${ref}`];
  return { issuer: domain, plan: of("*"), apply: of(branch) };
};

const ref = pattern("a branch's name", /^[A-Za-z0-9][A-Za-z0-9._/-]{0,200}$/);
const jobsShape = z.union(
  [
    shape({ environment: pattern("a GitHub environment's name", /^[A-Za-z0-9][\w.-]{0,99}$/) }),
    shape({ branch: ref }),
  ],
  { error: (issue) => `expected { environment } or { branch }, got ${show(issue.input)}` },
);
const identityProvider = oneOf("made", "existing").optional();
const id = whole(1, Number.MAX_SAFE_INTEGER);

export const pipelineShape = z.discriminatedUnion(
  "host",
  [
    shape({
      host: z.literal("github"),
      repository: pattern("a repository such as owner/name", /^[A-Za-z0-9-]+\/[\w.-]+$/),
      ids: shape({ owner: id, repository: id }).optional(),
      ...{ plan: jobsShape.optional(), apply: jobsShape.optional(), identityProvider },
    }),
    shape({
      host: z.literal("gitlab"),
      project: pattern("a project such as group/project", /^[\w.-]+(\/[\w.-]+)+$/),
      domain: pattern(
        "a domain such as gitlab.example.com",
        /^[a-z0-9-]+(\.[a-z0-9-]+)+$/,
      ).optional(),
      ...{ branch: ref.optional(), identityProvider },
    }),
  ],
  { error: (issue) => `expected "github" or "gitlab", got ${kindOf(issue.input, "host")}` },
);

/** Whoever may plan must not be able to apply. */
export function pipelineProblems(environment: EnvironmentDeclaration): Problem[] {
  if (environment.cloud !== "aws" || environment.pipeline === undefined) return [];
  const { name, pipeline } = environment;
  const { plan, apply } = settlePipeline(pipeline, name);
  const both = apply.find((subject) => plan.includes(subject));
  if (both === undefined) return [];
  const message = `expected other jobs than those that plan, got ${show(both)} for both`;
  return [{ path: `${name}.pipeline.apply`, message }];
}

/** An account has one provider of identities for each issuer. */
export function providerProblems(environments: readonly EnvironmentDeclaration[]): Problem[] {
  const makers = environments.flatMap((environment) => {
    if (environment.cloud !== "aws" || environment.pipeline === undefined) return [];
    const { issuer, provider } = settlePipeline(environment.pipeline, environment.name);
    return provider === "made" ? [{ environment, place: `${environment.account}/${issuer}` }] : [];
  });
  return makers.flatMap(({ environment: { name, account }, place }, index) => {
    const first = makers.findIndex((maker) => maker.place === place);
    const by = makers[first]?.environment.name ?? "";
    const message = `expected "existing": ${by} makes it, and the account ${account} can have one only`;
    return first === index ? [] : [{ path: `${name}.pipeline.identityProvider`, message }];
  });
}
