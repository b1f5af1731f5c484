import type { ServiceFunction } from "../service";
import type { SignInScope } from "../sign_in/sign_in";
import type { ApiEdge } from "./api_edge/settled";
import type { JsonSchema } from "./json_schema";
import type { RouteMethod } from "./request_declaration";

/** A request-driven workload after `settle`: nothing is optional; `undefined` is declared to be absent. */
export interface RequestDriven {
  readonly kind: "requestDriven";
  /** Folder of the code, from the repository's root. */
  readonly code: string;
  /** In the declaration's order. */
  readonly routes: readonly DescribedRoute[];
  readonly jwt: Jwt | undefined;
  /** In place of `jwt`, where the tokens are those of the environment's own users. */
  readonly signIn: SignInTokens | undefined;
  readonly throttle: Throttle;
  readonly cors: Cors | undefined;
  /** Undefined: callers ask the API itself. */
  readonly edge: ApiEdge | undefined;
  readonly function: RequestFunction;
}

export interface Route {
  readonly method: RouteMethod;
  readonly path: string;
  readonly auth: "jwt" | "none";
  /** A token must hold one of them; none: any token. */
  readonly scopes: readonly string[];
}

/** A route with what callers are told of it. */
export interface DescribedRoute extends Route {
  /** In the declaration's order. */
  readonly query: readonly QueryParameter[];
  /** Undefined where nothing is said of the body. */
  readonly request: JsonSchema | undefined;
  /** By status, ascending; none where nothing is said of what the code answers. */
  readonly responses: readonly RouteResponse[];
}

export interface QueryParameter {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

export interface RouteResponse {
  readonly status: string;
  /** Undefined: no body. */
  readonly schema: JsonSchema | undefined;
}

export interface Jwt {
  readonly issuer: string;
  readonly audience: readonly string[];
}

/** Tokens of the environment's users: AWS names their issuer and the ids of their clients. */
export interface SignInTokens {
  /** In the declaration's order. */
  readonly clients: readonly string[];
  /** Where a client gets its tokens. */
  readonly host: string;
  /** All that a token of these clients may hold, and what it is good for. */
  readonly scopes: readonly SignInScope[];
}

/** A token bucket over all routes. */
export interface Throttle {
  readonly ratePerSecond: number;
  readonly burst: number;
}

export interface Cors {
  readonly origins: readonly string[];
  /** Sorted. */
  readonly methods: readonly RouteMethod[];
  /** In lower case, sorted. */
  readonly headers: readonly string[];
  readonly maxAgeSeconds: number;
}

export interface RequestFunction extends ServiceFunction {
  /** Undefined in environments of development. */
  readonly provisioned: Provisioned | undefined;
}

export interface Provisioned {
  readonly min: number;
  readonly max: number;
  readonly utilizationPercent: number;
}
