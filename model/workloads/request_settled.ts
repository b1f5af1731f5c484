import type { ServiceFunction } from "../service";
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
  readonly throttle: Throttle;
  readonly cors: Cors | undefined;
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
