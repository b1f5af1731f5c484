/**
 * Code that CloudFront runs near users, at the two ends of a request: before a cache is asked, and before a browser is
 * answered. It sees no body, reaches no network and has less than a millisecond.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-functions.html
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
