import type { Grant } from "../policy";

/** Whose code may be granted things: a role with one policy of its own. */
export interface Grantee {
  /** Adds to what it may do; the same grant twice is one. */
  allow(...grants: readonly Grant[]): void;
}
