import type { EnvironmentDeclaration } from "../environment";
import type { AuthDeclaration } from "../workloads/request_declaration";
import type { SignInTokens } from "../workloads/request_settled";
import type { SignInDeclaration } from "./declaration";
import type { USER_SCOPES } from "./sign_in";
import { scopeName, scopesOfClient, settleSignIn, type SignInScope } from "./sign_in";

/** What OpenID Connect says of each, in short. */
const USER_SCOPE: Readonly<Record<(typeof USER_SCOPES)[number], string>> = {
  openid: "Who the user is.",
  email: "The user's mail address.",
  profile: "The user's name and what else they say of themselves.",
};

/** Whose tokens a service takes of the environment's users; undefined where it takes none of theirs. */
export function settleTokens(
  auth: AuthDeclaration | undefined,
  environment: EnvironmentDeclaration,
): SignInTokens | undefined {
  if (auth === undefined || !("signIn" in auth) || environment.cloud !== "aws") return undefined;
  const { signIn } = environment;
  const settled = settleSignIn(environment);
  if (signIn === undefined || settled === undefined) return undefined;
  const clients = auth.signIn.clients ?? settled.clients.map(({ name }) => name);
  return { clients, host: settled.domain.host, scopes: scopesOf(clients, signIn) };
}

function scopesOf(clients: readonly string[], signIn: SignInDeclaration): SignInScope[] {
  const described = new Map<string, string>(Object.entries(USER_SCOPE));
  for (const [api, scopes] of Object.entries(signIn.scopes ?? {})) {
    for (const [scope, text] of Object.entries(scopes)) described.set(scopeName(api, scope), text);
  }
  return scopesOfClients(clients, signIn).map((name) => ({
    name,
    description: described.get(name) ?? name,
  }));
}

/** What tokens of these clients may hold. */
export const scopesOfClients = (
  clients: readonly string[],
  signIn: SignInDeclaration,
): readonly string[] => [
  ...new Set(
    clients.flatMap((name) => {
      const client = signIn.clients[name];
      return client === undefined ? [] : scopesOfClient(client, signIn);
    }),
  ),
];
