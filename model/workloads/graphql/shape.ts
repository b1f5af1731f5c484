import { z } from "zod";
import { identifier, oneOf, pattern, some, whole } from "../../leaves";
import { oneOfThese, shape } from "../../problems";
import { rolloutShape } from "../../rollout/shape";
import { firewallShape } from "../delivery/shape";
import { codeFolder } from "../function_shape";
import { clientId, issuer, MOST_AUDIENCES, requestFunction } from "../request_shape";

const schemaFile = pattern(
  "a file of the repository that ends with .graphql, .graphqls or .gql, such as functions/catalog/schema.graphql",
  /^([\w-][\w.-]*\/)*[\w-][\w.-]*\.(graphql|graphqls|gql)$/,
);

const auth = oneOfThese({
  jwt: shape({ issuer, audience: some(clientId, "client ids", MOST_AUDIENCES) }).optional(),
  signIn: shape({ clients: some(identifier, "clients", MOST_AUDIENCES).optional() }).optional(),
});

/** @see https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateGraphqlApi.html */
const limits = shape({
  depth: whole(1, 75).optional(),
  resolvers: whole(1, 10_000).optional(),
});

export const graphqlShape = shape({
  kind: z.literal("graphql"),
  code: codeFolder,
  schema: schemaFile,
  auth,
  introspection: oneOf(true, false).optional(),
  limits: limits.optional(),
  fieldLogs: oneOf("errors", "off").optional(),
  firewall: firewallShape.optional(),
  function: requestFunction.optional(),
  rollout: rolloutShape.optional(),
});
