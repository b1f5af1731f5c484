import type { Jwt, Route } from "../../../model/workloads/request_settled";

/** The scheme's name, which requirements refer to. */
const JWT = "jwt";

/** Tokens of OpenID Connect, by whose configuration clients find where to get one. */
export const schemesOf = ({ issuer, audience }: Jwt) => ({
  [JWT]: {
    type: "openIdConnect",
    description: `A JSON Web Token of ${issuer} for ${audience.join(" or ")}, sent as a bearer token.`,
    openIdConnectUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
  },
});

/** Any one requirement is enough, while all scopes within one are asked for: each scope stands in its own. */
export function requirementsOf({ auth, scopes }: Route): Record<string, readonly string[]>[] {
  if (auth === "none") return [];
  return scopes.length === 0 ? [{ [JWT]: [] }] : scopes.map((scope) => ({ [JWT]: [scope] }));
}
