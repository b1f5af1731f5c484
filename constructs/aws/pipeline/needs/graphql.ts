import { anywhere, type NeedsByType } from "./needs";

const SCHEMA = ["appsync:GetSchemaCreationStatus", "appsync:StartSchemaCreation"];

/** Asked for by AWS WAF, when a web ACL is to guard an API. */
const GUARD = "appsync:SetWebACL";

/**
 * What answers GraphQL. IAM tells APIs apart by their tags, and of schemas, data sources and resolvers it knows no resource.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsappsync.html
 */
export const GRAPHQL: NeedsByType = {
  aws_appsync_datasource: partOf("DataSource"),
  aws_appsync_graphql_api: {
    on: "graphqlApis",
    read: ["appsync:GetGraphqlApi"],
    write: ["appsync:CreateGraphqlApi", "appsync:DeleteGraphqlApi", ...SCHEMA],
    also: ["appsync:TagResource", "appsync:UntagResource", "appsync:UpdateGraphqlApi", GUARD],
    elsewhere: {
      ...anywhere([...SCHEMA, GUARD]),
      "appsync:CreateGraphqlApi": ["created"],
      "appsync:TagResource": ["created", "graphqlApis"],
    },
    source: "seen",
  },
  aws_appsync_resolver: partOf("Resolver"),
};

function partOf(what: string) {
  const read = [`appsync:Get${what}`];
  return {
    on: "anywhere" as const,
    read,
    write: [`appsync:Create${what}`, `appsync:Delete${what}`],
    also: [`appsync:Update${what}`],
    source: "seen" as const,
  };
}
