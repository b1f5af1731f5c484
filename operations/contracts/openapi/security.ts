import type {
  Jwt,
  RequestDriven,
  Route,
  SignInTokens,
} from "../../../model/workloads/request_settled";

/** The scheme's name, which requirements refer to. */
const JWT = "jwt";

/** Where callers get the tokens that are asked for; nothing where nobody is asked. */
export function schemesOf({ jwt, signIn }: Pick<RequestDriven, "jwt" | "signIn">) {
  if (signIn !== undefined) return { securitySchemes: { [JWT]: codeFlow(signIn) } };
  return jwt === undefined ? {} : { securitySchemes: { [JWT]: openIdConnect(jwt) } };
}

/** Tokens of OpenID Connect, by whose configuration clients find where to get one. */
const openIdConnect = ({ issuer, audience }: Jwt) => ({
  type: "openIdConnect",
  description: `A JSON Web Token of ${issuer} for ${audience.join(" or ")}, sent as a bearer token.`,
  openIdConnectUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
});

/** Tokens of the environment's users. AWS gives the issuer its address, and with it that of its configuration, when it is made. */
const codeFlow = ({ host, clients, scopes }: SignInTokens) => ({
  type: "oauth2",
  description: `An access token that ${clients.join(" or ")} got with a code and its verifier (PKCE), sent as a bearer token.`,
  flows: {
    authorizationCode: {
      authorizationUrl: `https://${host}/oauth2/authorize`,
      tokenUrl: `https://${host}/oauth2/token`,
      refreshUrl: `https://${host}/oauth2/token`,
      scopes: Object.fromEntries(scopes.map(({ name, description }) => [name, description])),
    },
  },
});

/** Any one requirement is enough, while all scopes within one are asked for: each scope stands in its own. */
export function requirementsOf({ auth, scopes }: Route): Record<string, readonly string[]>[] {
  if (auth === "none") return [];
  return scopes.length === 0 ? [{ [JWT]: [] }] : scopes.map((scope) => ({ [JWT]: [scope] }));
}
