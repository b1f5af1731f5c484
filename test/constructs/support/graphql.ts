import { dev } from "../../../environments/dev";
import { readContract } from "../../../operations/contracts/files/read";
import type { Contracts } from "../../../model/contracts/contracts";
import type { ServiceDeclaration } from "../../../model/declaration";
import type { AwsEnvironment } from "../../../model/environment";
import { isGraphql, type Graphql, type Service } from "../../../model/service";
import { problemsOf, settle } from "../../../model/settle";
import type { GraphqlDeclaration } from "../../../model/workloads/graphql/declaration";
import { SIGN_IN } from "./sign_in";

export const SCHEMA_FILE = "functions/reviews/schema.graphql";

/** Reviews of what a shop sells, whose price in a text looks like a template of Terraform. */
export const SCHEMA = `
"A review; a price is written \${price}."
type Review {
  id: ID!
  text: String!
  at: AWSDateTime!
  by: Author!
}

type Author {
  name: String!
}

type Query {
  review(id: ID!): Review
  reviewsOf(item: ID!): [Review!]!
}

type Mutation {
  writeReview(item: ID!, text: String!): Review
}

type Subscription {
  written: Review @aws_subscribe(mutations: ["writeReview"])
}
`;

/** The contracts of {@link GRAPHED}, as their files are read. */
export const CONTRACTS: Contracts = { [SCHEMA_FILE]: readContract(SCHEMA_FILE, SCHEMA) };

const steps = { target: 99.5, window: "30d", firstSteps: ["Look."] } as const;

/** A GraphQL API that says only what has no default, and promises all that can be promised of one. */
export const REVIEWS = {
  name: "reviews",
  description: "Keeps what customers say of what they bought.",
  owner: { team: "shop", contact: "#team-shop" },
  costCenter: "cc-shop",
  workload: {
    kind: "graphql",
    code: "functions/reviews",
    schema: SCHEMA_FILE,
    auth: { jwt: { issuer: "https://login.example.com/", audience: ["shop", "desk.app"] } },
  },
  stores: { texts: { kind: "keyValue", partitionKey: "id", access: ["get", "put"] } },
  dependsOn: [],
  traffic: { averagePerSecond: 5, peakPerSecond: 50 },
  objectives: [
    { ...steps, name: "answered", sli: "availability" },
    { ...steps, name: "fast", sli: "latency", threshold: "800ms" },
    { ...steps, name: "throughput", sli: "throughput", perSecond: 50 },
  ],
} as const satisfies ServiceDeclaration & { workload: GraphqlDeclaration };

/** An environment with a GraphQL API and no network. */
export const GRAPHED = {
  ...{ ...dev, network: undefined as never, dns: undefined as never, edge: undefined as never },
  name: "dev-graph",
  services: [REVIEWS],
} as const satisfies AwsEnvironment;

/** As {@link GRAPHED}, for the environment's own users. */
export const GRAPHED_USERS = {
  ...GRAPHED,
  name: "dev-guser",
  signIn: { ...SIGN_IN, domain: { prefix: "example-dev" } },
  services: [{ ...REVIEWS, workload: { ...REVIEWS.workload, auth: { signIn: {} } } }],
} as const satisfies AwsEnvironment;

/** As {@link GRAPHED}, in production, with instances that are kept warm. */
export const GRAPHED_PRODUCTION = {
  ...GRAPHED,
  name: "prod-graph",
  stage: "production",
  services: [
    {
      ...REVIEWS,
      workload: { ...REVIEWS.workload, function: { provisioned: { min: 1, max: 3 } } },
    },
  ],
} as const satisfies AwsEnvironment;

/** `reviews`, settled, with other properties of its workload. */
export function settledReviews(
  change: Partial<GraphqlDeclaration> = {},
  environment: AwsEnvironment = GRAPHED,
): Service<Graphql> {
  const declared = { ...REVIEWS, workload: { ...REVIEWS.workload, ...change } };
  const [service] = settle({ ...environment, services: [declared] }, {}, CONTRACTS).services;
  if (service === undefined || !isGraphql(service)) throw new Error("no service of GraphQL");
  return service;
}

/** The problems of `reviews` with other properties of its workload, and with this schema. */
export const ofReviews = (
  change: Readonly<Record<string, unknown>> = {},
  schema: string = SCHEMA,
  environment: AwsEnvironment = GRAPHED,
): string[] =>
  problemsOf(
    {
      ...environment,
      services: [{ ...REVIEWS, workload: { ...REVIEWS.workload, ...change } as never }],
    },
    { [SCHEMA_FILE]: readContract(SCHEMA_FILE, schema) },
  ).map(({ path, message }) => `${path}: ${message}`);
