import type { Duration, FunctionBase } from "../declaration";
import type { RolloutDeclaration } from "../rollout/declaration";
import type { SignInAuthDeclaration } from "../sign_in/declaration";
import type { ApiEdgeDeclaration } from "./api_edge/declaration";
import type { JsonSchema } from "./json_schema";

/** An HTTP API in front of a stateless function: each request is one invocation, answered while the caller waits. */
export interface RequestDrivenDeclaration {
  readonly kind: "requestDriven";

  /** The folder of the function's code, from the repository's root; it holds `aws.ts`. */
  readonly code: string;

  /** All that callers may ask for; anything else is answered 404 and reaches no code. */
  readonly routes: readonly RouteDeclaration[];

  /**
   * Who may call the routes that do not say otherwise.
   *
   * @default - nobody is asked; each route must then say `auth: "none"`
   */
  readonly auth?: AuthDeclaration;

  /** @default - every default of {@link ThrottleDeclaration} */
  readonly throttle?: ThrottleDeclaration;

  /**
   * Which other sites' pages may call the API from a browser.
   *
   * @default - none
   */
  readonly cors?: CorsDeclaration;

  /**
   * Caches and a firewall before it, near its callers; `{}` is enough.
   *
   * @default - none: callers ask the API itself
   */
  readonly edge?: ApiEdgeDeclaration;

  /** @default - every default of {@link FunctionDeclaration} */
  readonly function?: FunctionDeclaration;

  /**
   * How a new version takes over, and what takes it back: the objectives of the service, by alarms of CloudWatch.
   *
   * @default - at once, as it is applied; nothing takes it back
   */
  readonly rollout?: RolloutDeclaration;
}

/** `OPTIONS` is none of them: the API answers it from `cors`. */
export type RouteMethod = "DELETE" | "GET" | "HEAD" | "PATCH" | "POST" | "PUT";

export interface RouteDeclaration {
  readonly method: RouteMethod;

  /** Such as `/v1/items/{id}`; `{rest+}` at the end takes all that follows. A version is the path's first part. */
  readonly path: string;

  /**
   * `jwt` asks for a token as the workload's `auth` says; `none` lets everybody call, which the gate denies unless an
   * exemption says why.
   *
   * @default "jwt"
   */
  readonly auth?: "jwt" | "none";

  /**
   * Scopes of which the token must hold one.
   *
   * @default - those of the workload's `auth`
   */
  readonly scopes?: readonly string[];

  /**
   * The parameters of the query that the code reads. This, `request` and `responses` go into the service's OpenAPI
   * document; the API passes on whatever comes, so the code checks it.
   *
   * @default - none
   */
  readonly query?: QueryDeclaration;

  /**
   * The body that the code reads: JSON, which callers must send.
   *
   * @default - nothing is said of it
   */
  readonly request?: JsonSchema;

  /**
   * The body that the code answers with each status, such as `{ "200": item, "404": problem }`: `application/json`, from 400 on
   * `application/problem+json` (RFC 9457); `null` is no body.
   *
   * @default - nothing is said of what it answers
   */
  readonly responses?: Readonly<Record<string, JsonSchema | null>>;
}

/** Parameters of a query, in the form of a JSON Schema of an object. */
export interface QueryDeclaration {
  /** As in JSON Schema; there is no other. */
  readonly type: "object";

  /** The schema of each parameter, by its name. */
  readonly properties: Readonly<Record<string, JsonSchema>>;

  /**
   * Those that callers must send.
   *
   * @default [] - none
   */
  readonly required?: readonly string[];
}

/** Whose tokens are taken: those of an issuer that is there already, or of the environment's own users. */
export type AuthDeclaration = JwtAuthDeclaration | SignInAuthDeclaration;

/** Tokens of an issuer that is there already. */
export interface JwtAuthDeclaration {
  readonly jwt: JwtDeclaration;
}

/** JSON Web Tokens of one issuer, checked before the function is called. */
export interface JwtDeclaration {
  /** The https address in the token's `iss`, whose `/.well-known/openid-configuration` leads to the keys. */
  readonly issuer: string;

  /** The clients for which tokens are made: `aud`, or `client_id` where there is no `aud`. */
  readonly audience: readonly string[];

  /**
   * Scopes of which a token must hold one.
   *
   * @default [] - any token of the issuer for the audience
   */
  readonly scopes?: readonly string[];
}

/** A token bucket over all routes: `rate` tokens come in a second, `burst` is what it holds, each request takes one. */
export interface ThrottleDeclaration {
  /**
   * Requests a second, over time.
   *
   * @default - twice the declared peak, at least 10 and at most 10000 (an account's quota in a region)
   */
  readonly rate?: number;

  /**
   * Requests at once.
   *
   * @default - as many as come in a second at the rate, at most 5000 (an account's quota in a region)
   */
  readonly burst?: number;
}

export interface CorsDeclaration {
  /** Such as `https://shop.example.com`; `["*"]` is every site. Cookies are never sent along. */
  readonly origins: readonly string[];

  /** @default - the methods of the routes */
  readonly methods?: readonly RouteMethod[];

  /**
   * Headers that a page may send.
   *
   * @default ["authorization", "content-type"]
   */
  readonly headers?: readonly string[];

  /**
   * How long a browser remembers the answer.
   *
   * @default "1h"
   */
  readonly maxAge?: Duration;
}

export interface FunctionDeclaration extends FunctionBase {
  /**
   * The most time that one request may take; at most 29 s, since the API gives up after 30.
   *
   * @default "10s"
   */
  readonly timeout?: Duration;

  /**
   * Instances reserved for, and the bound of, this function; each answers one request at a time.
   *
   * @default 100
   */
  readonly concurrency?: number;

  /**
   * Instances that are kept warm in production, for paths whose callers feel a cold start. Environments of
   * development start cold: nobody waits there, and the gate denies what is paid for at rest.
   *
   * @default - none
   */
  readonly provisioned?: ProvisionedDeclaration;
}

/** Warm instances, as many as keep their use at a target. They cost while they wait. */
export interface ProvisionedDeclaration {
  /** Fewer than `max`. */
  readonly min: number;

  /** At most the function's concurrency. */
  readonly max: number;

  /**
   * Percent of the warm instances that are to be in use: more are started above it, fewer kept below it.
   *
   * @default 70
   */
  readonly utilization?: number;
}
