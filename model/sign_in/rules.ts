import { liesIn } from "../dns/dns";
import { seconds } from "../duration";
import type { AwsEnvironment, EnvironmentDeclaration } from "../environment";
import { problemIf, type FieldProblem } from "../indicators/base";
import { show, type Problem } from "../problems";
import type { RequestDrivenDeclaration } from "../workloads/request_declaration";
import type { SignInDeclaration } from "./declaration";
import { LIVES, ownScopes } from "./sign_in";
import { scopesOfClients } from "./tokens";

/** What the fields of an environment's users mean to one another and to its cloud. */
export function signInProblems(environment: EnvironmentDeclaration): Problem[] {
  const { signIn, name } = environment;
  if (signIn === undefined) return [];
  if (environment.cloud === "google") return [unbuilt(name)];
  const at = (field: string, message: string | undefined): Problem[] =>
    message === undefined ? [] : [{ path: `${name}.signIn.${field}`, message }];
  return [
    ...at("domain.host", hostProblem(environment, signIn)),
    ...at("email.identity", identityProblem(environment, signIn)),
    ...Object.keys(signIn.clients)
      .sort()
      .flatMap((client) => clientProblems(client, environment, signIn))
      .flatMap(({ field, message }) => at(field, message)),
  ];
}

const unbuilt = (name: string): Problem => ({
  path: `${name}.signIn`,
  message: `expected none on Google Cloud (${name}), where sign-in is not built yet (docs/clouds.md says what it will be); leave it out`,
});

/** Cognito asks for the domain above, and a zone has none above it that it answers for. */
function hostProblem({ dns }: AwsEnvironment, { domain }: SignInDeclaration): string | undefined {
  if (!("host" in domain)) return undefined;
  if (dns === undefined)
    return `expected \`dns\` of the environment, in whose zone the host is found and its certificate proved, got ${show(domain.host)} and no zone; declare it, or a \`prefix\``;
  if (domain.host !== dns.zone && liesIn(domain.host, dns.zone)) return undefined;
  return `expected a host below the zone of \`dns\` (${dns.zone}), got ${show(domain.host)}`;
}

function identityProblem(
  { account }: AwsEnvironment,
  { email }: SignInDeclaration,
): string | undefined {
  if (email === undefined || email.identity.includes(`:${account}:`)) return undefined;
  return `expected an identity of the account ${account}, got ${show(email.identity)}`;
}

function clientProblems(
  name: string,
  { stage }: AwsEnvironment,
  signIn: SignInDeclaration,
): FieldProblem[] {
  const { callbacks = [], logouts = [], scopes = [], ...client } = signIn.clients[name] ?? {};
  const at = `clients.${name}`;
  const local = (address: string) => stage === "production" && address.startsWith("http://");
  const known = ownScopes(signIn);
  return [
    ...Object.entries({ callbacks, logouts }).flatMap(([field, addresses]) =>
      addresses.flatMap((address, index) =>
        local(address) ? [{ field: `${at}.${field}[${index}]`, message: localHost(address) }] : [],
      ),
    ),
    ...scopes.flatMap((scope, index) =>
      problemIf(
        `${at}.scopes[${index}]`,
        known.includes(scope) ? undefined : unknown(scope, known),
      ),
    ),
    ...problemIf(`${at}.refreshToken`, shortProblem(client)),
  ];
}

const localHost = (address: string): string =>
  `expected no address of the user's own machine in production, where any program may listen, got ${show(address)}`;

const unknown = (scope: string, known: readonly string[]): string =>
  known.length === 0
    ? `expected a scope of \`signIn.scopes\`, which has none, got ${show(scope)}`
    : `expected a scope of \`signIn.scopes\` (${known.join(", ")}), got ${show(scope)}`;

function shortProblem(
  client: Pick<Partial<SignInDeclaration["clients"][string]>, "accessToken" | "refreshToken">,
): string | undefined {
  const { accessToken = LIVES.accessToken, refreshToken = LIVES.refreshToken } = client;
  if (seconds(refreshToken) > seconds(accessToken)) return undefined;
  return `expected longer than the access token's ${accessToken}, or there is nothing to refresh, got ${show(refreshToken)}`;
}

/** Whether a service's users are known, and can have what its routes ask for; paths start at the service. */
export function tokensProblems(
  { auth, routes }: Pick<RequestDrivenDeclaration, "auth" | "routes">,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  if (auth === undefined || !("signIn" in auth) || environment.cloud !== "aws") return [];
  const at = "workload.auth.signIn";
  const { signIn, name } = environment;
  if (signIn === undefined) return [{ field: at, message: nobody(name) }];
  const { clients = Object.keys(signIn.clients), scopes = [] } = auth.signIn;
  const strangers = clients.flatMap((client, index) =>
    signIn.clients[client] === undefined
      ? [{ field: `${at}.clients[${index}]`, message: stranger(client, name, signIn) }]
      : [],
  );
  if (strangers.length > 0) return strangers;
  const known = scopesOfClients(clients, signIn);
  const asked = [
    ...scopes.map((scope, index) => ({ scope, field: `${at}.scopes[${index}]` })),
    ...routes.flatMap((route, place) =>
      (route.scopes ?? []).map((scope, index) => ({
        ...{ scope, field: `workload.routes[${place}].scopes[${index}]` },
      })),
    ),
  ];
  return asked
    .filter(({ scope }) => !known.includes(scope))
    .map(({ scope, field }) => ({ field, message: unheld(scope, known) }));
}

const nobody = (environment: string): string =>
  `expected \`signIn\` of the environment ${environment}, whose users they are, got none; declare it there, or take the tokens of another issuer with \`jwt\``;

const stranger = (client: string, environment: string, { clients }: SignInDeclaration): string =>
  `expected a client of ${environment}'s \`signIn\` (${Object.keys(clients).sort().join(", ")}), got ${show(client)}`;

const unheld = (scope: string, known: readonly string[]): string =>
  `expected a scope that a token of these clients may hold (${known.join(", ")}), or nobody could ever call, got ${show(scope)}`;
