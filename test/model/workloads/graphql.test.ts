import { devGcp } from "../../../environments/dev-gcp";
import { problemsOf } from "../../../model/settle";
import {
  CONTRACTS,
  GRAPHED,
  GRAPHED_PRODUCTION,
  GRAPHED_USERS,
  ofReviews,
  REVIEWS,
  SCHEMA,
  SCHEMA_FILE,
  settledReviews,
} from "../../constructs/support/graphql";

describe("a workload of GraphQL", () => {
  test("says its code, its schema and whose tokens it takes, and gets the rest", () => {
    expect(settledReviews().workload).toEqual({
      kind: "graphql",
      code: "functions/reviews",
      schema: {
        file: SCHEMA_FILE,
        text: SCHEMA,
        fields: [
          { type: "Query", field: "review" },
          { type: "Query", field: "reviewsOf" },
          { type: "Mutation", field: "writeReview" },
        ],
      },
      jwt: { issuer: "https://login.example.com/", audience: ["shop", "desk.app"] },
      signIn: undefined,
      introspection: true,
      limits: { depth: 15, resolvers: 25 },
      fieldLogs: "errors",
      firewall: { rate: 2_000, mode: "count" },
      function: {
        memoryMiB: 512,
        timeoutSeconds: 10,
        reservedConcurrency: 100,
        architecture: "arm64",
        logRetentionDays: 30,
        provisioned: undefined,
      },
    });
  });

  test("tells nobody its schema in production, and stops there what it counts elsewhere", () => {
    const { introspection, firewall, limits } = settledReviews({}, GRAPHED_PRODUCTION).workload;
    expect({ introspection, mode: firewall.mode, limits }).toEqual({
      ...{ introspection: false, mode: "block", limits: { depth: 15, resolvers: 25 } },
    });
  });

  test("may say all of it otherwise", () => {
    const { workload } = settledReviews({
      introspection: false,
      limits: { depth: 5 },
      fieldLogs: "off",
      firewall: { rate: 100, mode: "block" },
      function: { timeout: "3s" },
    });
    expect(workload).toMatchObject({
      introspection: false,
      limits: { depth: 5, resolvers: 25 },
      fieldLogs: "off",
      firewall: { rate: 100, mode: "block" },
      function: { timeoutSeconds: 3 },
    });
  });

  test("takes tokens of the environment's users", () => {
    const { jwt, signIn } = settledReviews({ auth: { signIn: {} } }, GRAPHED_USERS).workload;
    expect(jwt).toBeUndefined();
    expect(signIn?.clients).toEqual(["desk", "shop"]);
  });
});

describe("what is wrong with one", () => {
  test("is told by its field", () => {
    expect(
      ofReviews({
        auth: undefined,
        code: "/reviews",
        limits: { depth: 76, resolvers: 0 },
        fieldLogs: "all",
        introspection: "no",
        schema: "reviews.proto",
      }),
    ).toEqual([
      'reviews.workload.code: expected a folder of the repository such as functions/orders, got "/reviews"',
      'reviews.workload.schema: expected a file of the repository that ends with .graphql, .graphqls or .gql, such as functions/catalog/schema.graphql, got "reviews.proto"',
      "reviews.workload.auth: expected an object, got nothing",
      'reviews.workload.introspection: expected true or false, got "no"',
      "reviews.workload.limits.depth: expected a whole number from 1 to 75, got 76",
      "reviews.workload.limits.resolvers: expected a whole number from 1 to 10000, got 0",
      'reviews.workload.fieldLogs: expected "errors" or "off", got "all"',
    ]);
  });

  test.each([
    [{}, "expected one of `jwt` and `signIn`, got []"],
    [{ none: true }, undefined],
  ])("nobody is let in without a token: auth %j", (auth, message) => {
    const [problem, ...others] = ofReviews({ auth });
    expect(problem).toMatch(/^reviews\.workload\.auth/);
    if (message !== undefined)
      expect([problem, ...others]).toEqual([`reviews.workload.auth: ${message}`]);
  });

  test("scopes, which AppSync does not ask for, are no part of it", () => {
    const jwt = { issuer: "https://login.example.com/", audience: ["shop"], scopes: ["read"] };
    expect(ofReviews({ auth: { jwt } })).toHaveLength(1);
    expect(ofReviews({ auth: { jwt } })[0]).toMatch(/^reviews\.workload\.auth\.jwt.*scopes/);
  });

  test("users that the environment has not, and clients that they have not", () => {
    expect(ofReviews({ auth: { signIn: {} } })).toEqual([
      "reviews.workload.auth.signIn: expected `signIn` of the environment dev-graph, whose users they are, got none; declare it there, or take the tokens of another issuer with `jwt`",
    ]);
    expect(ofReviews({ auth: { signIn: { clients: ["till"] } } }, SCHEMA, GRAPHED_USERS)).toEqual([
      'reviews.workload.auth.signIn.clients[0]: expected a client of dev-guser\'s `signIn` (desk, shop), got "till"',
    ]);
  });

  test("warm instances that cannot be kept", () => {
    expect(ofReviews({ function: { concurrency: 2, provisioned: { min: 3, max: 3 } } })).toEqual([
      "reviews.workload.function.provisioned.min: expected fewer than the max of 3, or there is nothing to scale, got 3",
      "reviews.workload.function.provisioned.max: expected at most the function's concurrency of 2, which warm instances are part of, got 3",
    ]);
  });

  test("Google Cloud, which has no such API", () => {
    expect(
      problemsOf({ ...devGcp, services: [{ ...REVIEWS, objectives: [] }] }, CONTRACTS).map(
        ({ path, message }) => `${path}: ${message}`,
      ),
    ).toContain(
      'reviews.workload.kind: expected "eventDriven" on Google Cloud (dev-gcp), which has no GraphQL API of its own (docs/clouds.md); list the service in environments on AWS only, got "graphql"',
    );
  });
});

describe("its schema", () => {
  test("is a file of the repository", () => {
    expect(problemsOf(GRAPHED)).toEqual([
      {
        path: "reviews.workload.schema",
        message: `expected a file of the repository, got "${SCHEMA_FILE}", which is none`,
      },
    ]);
  });

  const wrong = `reviews.workload.schema: expected a schema of GraphQL that AppSync takes, got "${SCHEMA_FILE}": `;

  test.each([
    ["no GraphQL", "type Query {", "Syntax Error: Expected Name, found <EOF>. (line 1)"],
    ["a type that there is not", "type Query { a: Item }", 'Unknown type "Item".'],
    ["no queries", "type Item { id: ID }", "Query root type must be provided."],
    [
      "a scalar of its own",
      "scalar Money type Query { price: Money }",
      "it has a scalar of its own, Money, and AppSync knows those of GraphQL and AWSDate, AWSTime, AWSDateTime, AWSTimestamp, AWSEmail, AWSJSON, AWSURL, AWSPhone and AWSIPAddress alone",
    ],
    [
      "a subscription to nothing",
      "type Query { a: ID } type Mutation { b: ID } type Subscription { c: ID }",
      "the subscription c says no mutations (@aws_subscribe), whose answers its subscribers are sent",
    ],
    [
      "a subscription to a mutation that there is not",
      'type Query { a: ID } type Subscription { c: ID @aws_subscribe(mutations: ["b"]) }',
      "the subscription c names a mutation that there is not: b",
    ],
    [
      "a subscription of another type than its mutation",
      'type Query { a: ID } type Mutation { b: Int } type Subscription { c: ID @aws_subscribe(mutations: ["b"]) }',
      "the subscription c is of ID, while the mutation b answers Int; they must be of one type",
    ],
  ])("has not %s", (_, schema, message) => {
    expect(ofReviews({}, schema)).toEqual([wrong + message]);
  });

  test("has root fields that can be told apart by their resources' names", () => {
    expect(ofReviews({}, "type Query { itemOf: ID item_of: ID }")).toEqual([
      "reviews.workload.schema: expected root fields that differ in a letter or digit, of which their resources are named, got Query.item_of beside Query.itemOf",
    ]);
  });

  test("may call its root types otherwise", () => {
    const schema = "schema { query: Asked } type Asked { a: ID }";
    expect(ofReviews({}, schema)).toEqual([]);
  });
});
