/** What a network's stack publishes of the users of its environment, for the stacks that are applied after it: what AWS named. */
export interface SignInContract {
  readonly schema: typeof SIGN_IN_CONTRACT;
  /** The pool's id. */
  readonly pool: string;
  /** The `iss` of its tokens. */
  readonly issuer: string;
  /** Client ids, by the client's name. */
  readonly clients: Readonly<Record<string, string>>;
}

/** Changes when a reader of the old form could not read the new one. */
export const SIGN_IN_CONTRACT = "plinth.signIn/v1";
