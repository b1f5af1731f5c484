import type { Schema } from "../../contracts/contracts";
import type { Firewall } from "../delivery/settled";
import type { Jwt, RequestFunction, SignInTokens } from "../request_settled";

/** A workload of GraphQL after `settle`: nothing is optional; `undefined` is declared to be absent. */
export interface Graphql {
  readonly kind: "graphql";
  /** Folder of the code, from the repository's root. */
  readonly code: string;
  readonly schema: Schema;
  readonly jwt: Jwt | undefined;
  /** In place of `jwt`, where the tokens are those of the environment's own users. */
  readonly signIn: SignInTokens | undefined;
  readonly introspection: boolean;
  readonly limits: GraphqlLimits;
  readonly fieldLogs: "errors" | "off";
  readonly firewall: Firewall;
  readonly function: RequestFunction;
}

/** What one request may ask for at most. */
export interface GraphqlLimits {
  readonly depth: number;
  readonly resolvers: number;
}
