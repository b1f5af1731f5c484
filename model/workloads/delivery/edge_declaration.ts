import type { Duration } from "../../declaration";

/**
 * Code that CloudFront runs near users. At the two ends of a request, before a cache is asked and before a browser is answered, it sees no body, reaches
 * no network and has less than a millisecond (CloudFront Functions). Behind the cache, where what answers is asked, it is a function that may do both and
 * has seconds (Lambda@Edge).
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-choosing.html
 */
export interface EdgeCodeDeclaration {
  /**
   * Runs at every request, before a cache is asked: it changes the request, or answers it.
   *
   * @default - nothing does
   */
  readonly viewerRequest?: EdgeFunctionDeclaration;

  /**
   * Runs before every answer, whether a cache had it or not: it changes the headers. CloudFront runs none where the store answered with 400 or more.
   *
   * @default - nothing does
   */
  readonly viewerResponse?: EdgeFunctionDeclaration;

  /**
   * Runs where no cache has the answer, before the store or the API is asked: it changes the request, or answers it, and what it answers is kept like
   * any other answer.
   *
   * @default - nothing does
   */
  readonly originRequest?: OriginFunctionDeclaration;

  /**
   * Runs on each answer of the store or the API, errors too, before a cache keeps it: it changes the answer.
   *
   * @default - nothing does
   */
  readonly originResponse?: OriginFunctionDeclaration;
}

/** A function of CloudFront Functions, of the runtime `cloudfront-js-2.0`. */
export interface EdgeFunctionDeclaration {
  /**
   * A file of the repository that is sent as it is, such as `functions/guide/edge/pages.js`: JavaScript of at most 10 KB with a
   * function `handler(event)`.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
   */
  readonly code: string;

  /**
   * Paths such as `/guide/*` at which it runs.
   *
   * @default - at every path
   */
  readonly paths?: readonly string[];
}

/** A function of Lambda@Edge, made in us-east-1 and copied by AWS to where caches ask. It has no environment variables, no network of ours and no traces. */
export interface OriginFunctionDeclaration {
  /**
   * A module of the repository that exports `handler`, such as `functions/guide/edge/languages.ts`: it is bundled with all that it imports.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html
   */
  readonly code: string;

  /**
   * Paths such as `/guide/*` at which it runs; a container service behind the delivery answers none of them.
   *
   * @default - at every path but those that a container service answers
   */
  readonly paths?: readonly string[];

  /**
   * MiB, 128 to 10240; the processor's share goes by it.
   *
   * @default 256
   */
  readonly memory?: number;

  /**
   * The most that one run may take, up to 30 seconds; whoever asked waits.
   *
   * @default "5s"
   */
  readonly timeout?: Duration;

  /**
   * Leave the function in the account when it is no longer declared. AWS deletes its copies hours after no distribution names it, and until then refuses to
   * delete it: without this the apply that takes it away fails for as long, and is run again. Apply it before the code is taken out of the declaration.
   *
   * @default false
   */
  readonly skipDestroy?: boolean;
}

/** A function that runs before an API is asked. */
export interface ApiOriginRequestDeclaration extends OriginFunctionDeclaration {
  /**
   * Show it the request's body, in base64. CloudFront cuts off what is beyond 1 MB, and sends a body that is cut as it was.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-include-body-access.html
   * @default false
   */
  readonly includeBody?: boolean;
}
