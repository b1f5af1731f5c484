import type { EdgePlace, Headers } from "../delivery/settled";

/** What is before an API near its callers, after `settle`. */
export interface ApiEdge extends EdgePlace {
  readonly cache: ApiCache;
  readonly headers: Headers;
}

/** By what answers are told apart, beside the path. */
export interface ApiCache {
  /** Of the request, in lower case, sorted; `authorization` and `origin` are among them. */
  readonly headers: readonly string[];
  /** Sorted; undefined: every parameter. */
  readonly query: readonly string[] | undefined;
}
