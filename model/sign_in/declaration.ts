import type { Duration } from "../declaration";

/**
 * The users of an environment and the pages on which they sign in, by the authorization code flow of OAuth 2.0. Request-driven services
 * take the tokens of these users with `auth: { signIn: {} }` (docs/sign_in.md).
 */
export interface SignInDeclaration {
  /** Where the pages are. It stands in every bookmark and client: a change of it is another address. */
  readonly domain: SignInDomain;

  /** What users sign in to, each by its name: a site, an app. All of them share the users. */
  readonly clients: Readonly<Record<string, SignInClientDeclaration>>;

  /**
   * What a token may be good for, by the API that asks for it: `{ catalogue: { write: "Change items." } }` is the scope `catalogue/write`.
   *
   * @default {} - a token says who the user is, and nothing else
   */
  readonly scopes?: Readonly<Record<string, Readonly<Record<string, string>>>>;

  /**
   * Who makes accounts: users themselves, or whoever may invite them.
   *
   * @default "invited"
   */
  readonly signUp?: "open" | "invited";

  /**
   * Whether each user must have a second factor, an app that shows codes, or may. Of users that are there already AWS does not take `required`
   * before each of them has one.
   *
   * @default "required" in production, "optional" in development
   */
  readonly mfa?: "required" | "optional";

  /**
   * Characters of a password, at least. All four kinds of characters are asked for.
   *
   * @default 14 (CIS Password Policy Guide)
   */
  readonly passwordLength?: number;

  /**
   * What becomes of passwords that are known to have leaked and of sign-ins that are unlike the user's: they are refused, they are only logged, or
   * nobody looks. All but `off` is AWS's tier Plus, which costs for each user of a month.
   *
   * @default "enforced" in production, "off" in development
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
   */
  readonly threatProtection?: "enforced" | "audit" | "off";

  /**
   * Refuse to delete the users. Delete twice on purpose: switch it off, apply, then remove.
   *
   * @default - on in production, off in development
   */
  readonly deletionProtection?: boolean;

  /**
   * From whom codes and invitations come.
   *
   * @default - AWS's own address, which sends 50 a day at most
   */
  readonly email?: SignInEmail;
}

/** Of AWS, by a prefix that nobody else has in the region; or a host of the environment's zone. */
export type SignInDomain = SignInPrefix | SignInHost;

/** The pages are at `https://<prefix>.auth.<region>.amazoncognito.com`. */
export interface SignInPrefix {
  /** Lower-case letters, digits and dashes; not `aws`, `amazon` or `cognito`, which AWS keeps for itself. */
  readonly prefix: string;
}

/** The pages are at a host of the environment's zone (`dns`), by a certificate that is made for it. */
export interface SignInHost {
  /** The whole name, such as `login.example.com`. AWS asks that the domain above it, `example.com`, has an address. */
  readonly host: string;
}

/** A site or an app, which keeps no secret: what runs in a browser or on a phone cannot. It proves by PKCE that it is who asked. */
export interface SignInClientDeclaration {
  /**
   * The addresses that users come back to with a code, compared byte by byte: `https://…`, an app's own `com.example.shop://…`, and
   * `http://localhost:…` in development.
   */
  readonly callbacks: readonly string[];

  /**
   * The addresses that users come back to when they have signed out.
   *
   * @default - the callbacks
   */
  readonly logouts?: readonly string[];

  /**
   * What its tokens may be good for, of the environment's `scopes`; `openid`, `email` and `profile` always.
   *
   * @default - all of them
   */
  readonly scopes?: readonly string[];

  /**
   * How long a token opens an API, which does not ask whether it was revoked meanwhile; at least 5 minutes.
   *
   * @default "15m"
   */
  readonly accessToken?: Duration;

  /**
   * How long a user stays signed in. Each use gives a new token for the rest of the time, and the old one is void.
   *
   * @default "7d"
   */
  readonly refreshToken?: Duration;
}

/** An address of Amazon SES. */
export interface SignInEmail {
  /** ARN of the identity in SES, of the environment's account, which is proved already. */
  readonly identity: string;

  /** Such as `no-reply@example.com`, or `Example <no-reply@example.com>`. */
  readonly from: string;
}

/** Tokens of the environment's users. */
export interface SignInAuthDeclaration {
  readonly signIn: SignInTokensDeclaration;
}

/** Which of the users' tokens are taken. */
export interface SignInTokensDeclaration {
  /**
   * The clients whose tokens are taken.
   *
   * @default - every client of the environment
   */
  readonly clients?: readonly string[];

  /**
   * Scopes of which a token must hold one, such as `catalogue/write`.
   *
   * @default [] - any token of these clients
   */
  readonly scopes?: readonly string[];
}
