import type { AppsyncGraphqlApiConfig } from "@cdktf/provider-aws/lib/appsync-graphql-api";
import type { Jwt } from "../../../model/workloads/request_settled";
import { Fn } from "../../tf";
import type { Location } from "../arn";
import type { UsersOfPool } from "../identity/sign_in_contract";

/** Whose tokens open a GraphQL API: those of an issuer, or of the users of a pool. */
export type GraphqlTokens =
  | { readonly jwt: Jwt; readonly users?: undefined }
  | { readonly users: UsersOfPool; readonly jwt?: undefined };

type Authentication = Pick<
  AppsyncGraphqlApiConfig,
  "authenticationType" | "openidConnectConfig" | "userPoolConfig"
>;

/**
 * Clients are told by a regular expression that is to match their id. AppSync checks no scopes.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
 */
export function authenticationOf(
  { jwt, users }: GraphqlTokens,
  { region }: Location,
): Authentication {
  if (jwt !== undefined) {
    return {
      authenticationType: "OPENID_CONNECT",
      openidConnectConfig: {
        issuer: jwt.issuer,
        clientId: whole(jwt.audience.map(escaped).join("|")),
      },
    };
  }
  return {
    authenticationType: "AMAZON_COGNITO_USER_POOLS",
    userPoolConfig: {
      userPoolId: users.pool,
      awsRegion: region,
      appIdClientRegex: whole(Fn.join("|", [...users.clients])),
      // What the schema says nothing of is for every user.
      defaultAction: "ALLOW",
    },
  };
}

const whole = (alternatives: string): string => `^(${alternatives})$`;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
