/** What a cell's stack publishes of an API that is behind CloudFront, for the edge's stack. */
export interface ApiContract {
  readonly schema: typeof API_CONTRACT;
  /** The name that AWS gave it: `<id>.execute-api.<region>.amazonaws.com`. */
  readonly host: string;
  /** The name of its one stage, which nobody can guess: the first part of each path. */
  readonly stage: string;
}

/** Changes when a reader of the old form could not read the new one. */
export const API_CONTRACT = "plinth.api/v1";
