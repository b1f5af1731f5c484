import type { DefinitionNode, DocumentNode } from "graphql";

/**
 * What AppSync knows without a definition.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/scalars.html
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
 */
const APPSYNC = `
scalar AWSDate
scalar AWSTime
scalar AWSDateTime
scalar AWSTimestamp
scalar AWSEmail
scalar AWSJSON
scalar AWSURL
scalar AWSPhone
scalar AWSIPAddress
directive @aws_api_key on OBJECT | FIELD_DEFINITION
directive @aws_iam on OBJECT | FIELD_DEFINITION
directive @aws_oidc on OBJECT | FIELD_DEFINITION
directive @aws_lambda on OBJECT | FIELD_DEFINITION
directive @aws_auth(cognito_groups: [String!]) on FIELD_DEFINITION
directive @aws_cognito_user_pools(cognito_groups: [String!]) on OBJECT | FIELD_DEFINITION
directive @aws_subscribe(mutations: [String!]) on FIELD_DEFINITION
`;

/** AppSync's own scalars and directives, but for those that the document defines. */
export function appSyncFor(
  document: DocumentNode,
  parse: (text: string) => DocumentNode,
): DocumentNode {
  const defined = new Set(document.definitions.map(nameOf));
  const { definitions, ...rest } = parse(APPSYNC);
  return { ...rest, definitions: definitions.filter((one) => !defined.has(nameOf(one))) };
}

const nameOf = (definition: DefinitionNode): string =>
  "name" in definition && definition.name !== undefined
    ? `${definition.kind} ${definition.name.value}`
    : definition.kind;
