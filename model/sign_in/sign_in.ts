import { seconds } from "../duration";
import type { AwsEnvironment } from "../environment";
import type { SignInClientDeclaration, SignInDeclaration, SignInEmail } from "./declaration";

/** An environment's users and where they sign in, every default settled. */
export interface SignIn {
  readonly domain: SettledDomain;
  /** Sorted by name. */
  readonly clients: readonly SignInClient[];
  /** Sorted by name. */
  readonly resources: readonly SignInResource[];
  readonly signUp: "open" | "invited";
  readonly mfa: "required" | "optional";
  readonly passwordLength: number;
  readonly threatProtection: "enforced" | "audit" | "off";
  readonly deletionProtection: boolean;
  /** Undefined: AWS's own. */
  readonly email: SignInEmail | undefined;
}

export interface SettledDomain {
  /** AWS's host begins with it; the zone's host is not AWS's. */
  readonly kind: "prefix" | "host";
  /** The whole name of the pages' host. */
  readonly host: string;
  /** As Cognito takes it: the prefix, or the host. */
  readonly name: string;
}

export interface SignInClient {
  readonly name: string;
  readonly callbacks: readonly string[];
  readonly logouts: readonly string[];
  /** Those of users first, then those of resources, sorted. */
  readonly scopes: readonly string[];
  readonly accessTokenSeconds: number;
  readonly refreshTokenSeconds: number;
}

/** How long tokens are good for. */
export const LIVES = { accessToken: "15m", refreshToken: "7d" } as const;

/** An API of which tokens may say what they are good for. */
export interface SignInResource {
  readonly name: string;
  /** Sorted by name. */
  readonly scopes: readonly SignInScope[];
}

export interface SignInScope {
  /** Without the resource's. */
  readonly name: string;
  readonly description: string;
}

/** Of OpenID Connect: who the user is. */
export const USER_SCOPES = ["openid", "email", "profile"] as const;

const BY_STAGE = {
  production: { mfa: "required", threatProtection: "enforced", deletionProtection: true },
  development: { mfa: "optional", threatProtection: "off", deletionProtection: false },
} as const;

/** What an environment declares, with its defaults. */
export function settleSignIn({ signIn, region, stage }: AwsEnvironment): SignIn | undefined {
  if (signIn === undefined) return undefined;
  const standard = BY_STAGE[stage];
  return {
    domain: settleDomain(signIn, region),
    clients: sorted(signIn.clients).map(([name, client]) => settleClient(name, client, signIn)),
    resources: sorted(signIn.scopes ?? {}).map(([name, scopes]) => ({
      name,
      scopes: sorted(scopes).map(([scope, description]) => ({ name: scope, description })),
    })),
    signUp: signIn.signUp ?? "invited",
    mfa: signIn.mfa ?? standard.mfa,
    passwordLength: signIn.passwordLength ?? 14,
    threatProtection: signIn.threatProtection ?? standard.threatProtection,
    deletionProtection: signIn.deletionProtection ?? standard.deletionProtection,
    email: signIn.email,
  };
}

function settleDomain({ domain }: SignInDeclaration, region: string): SettledDomain {
  if ("host" in domain) return { kind: "host", host: domain.host, name: domain.host };
  const host = `${domain.prefix}.auth.${region}.amazoncognito.com`;
  return { kind: "prefix", host, name: domain.prefix };
}

function settleClient(
  name: string,
  client: SignInClientDeclaration,
  signIn: SignInDeclaration,
): SignInClient {
  return {
    name,
    callbacks: client.callbacks,
    logouts: client.logouts ?? client.callbacks,
    scopes: scopesOfClient(client, signIn),
    accessTokenSeconds: seconds(client.accessToken ?? LIVES.accessToken),
    refreshTokenSeconds: seconds(client.refreshToken ?? LIVES.refreshToken),
  };
}

/** What a client's tokens may hold. */
export const scopesOfClient = (
  { scopes }: SignInClientDeclaration,
  signIn: SignInDeclaration,
): readonly string[] => [...USER_SCOPES, ...[...(scopes ?? ownScopes(signIn))].sort()];

/** As tokens hold them: `catalogue/write`. */
export const ownScopes = ({ scopes = {} }: SignInDeclaration): readonly string[] =>
  Object.entries(scopes).flatMap(([name, own]) =>
    Object.keys(own).map((scope) => scopeName(name, scope)),
  );

export const scopeName = (resource: string, scope: string): string => `${resource}/${scope}`;

/** By name, whatever the order in which they were written. */
const sorted = <T>(byName: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(byName).sort(([a], [b]) => (a < b ? -1 : 1));
