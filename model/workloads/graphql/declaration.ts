import type { RolloutDeclaration } from "../../rollout/declaration";
import type { FirewallDeclaration } from "../delivery/declaration";
import type { FunctionDeclaration, JwtDeclaration } from "../request_declaration";
import type { SignInTokensDeclaration } from "../../sign_in/declaration";

/** A GraphQL API in front of a stateless function, which is asked once for each root field of a request. */
export interface GraphqlDeclaration {
  readonly kind: "graphql";

  /** The folder of the function's code, from the repository's root; it holds `aws.ts`. */
  readonly code: string;

  /**
   * The file of the schema, from the repository's root, such as `functions/catalog/schema.graphql`. It is the service's contract
   * too: `plinth contracts diff` finds what breaks its callers.
   */
  readonly schema: string;

  /** Whose tokens open the API. There is no API that asks for none. */
  readonly auth: GraphqlAuthDeclaration;

  /**
   * Whether callers may ask for the schema.
   *
   * @default - false in production, true in development
   */
  readonly introspection?: boolean;

  /** @default - every default of {@link GraphqlLimitsDeclaration} */
  readonly limits?: GraphqlLimitsDeclaration;

  /**
   * What is logged of fields that could not be resolved. Each request is logged by its outcome in any case, and never what it
   * asks for or is answered.
   *
   * @default "errors"
   */
  readonly fieldLogs?: "errors" | "off";

  /** @default - every default of {@link FirewallDeclaration} */
  readonly firewall?: FirewallDeclaration;

  /** @default - every default of {@link FunctionDeclaration} */
  readonly function?: FunctionDeclaration;

  /**
   * How a new version takes over, and what takes it back: the objectives of the service, by alarms of CloudWatch.
   *
   * @default - at once, as it is applied; nothing takes it back
   */
  readonly rollout?: RolloutDeclaration;
}

/** Whose tokens are taken: those of an issuer that is there already, or of the environment's own users. */
export type GraphqlAuthDeclaration =
  | { readonly jwt: Omit<JwtDeclaration, "scopes"> }
  | { readonly signIn: Omit<SignInTokensDeclaration, "scopes"> };

/** What one request may ask for at most. */
export interface GraphqlLimitsDeclaration {
  /**
   * Levels of fields within fields, 1 to 75.
   *
   * @default 15 - enough for the introspection query of tools
   */
  readonly depth?: number;

  /**
   * Fields that the function is asked for, 1 to 10000.
   *
   * @default 25
   */
  readonly resolvers?: number;
}
