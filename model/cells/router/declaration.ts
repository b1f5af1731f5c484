/**
 * How requests find their cell: code in CloudFront, in front of the cells' load balancers, that reads whose a request is and sends it to the cell
 * that this user is in (docs/cells.md). Every delivery with an `origin` has it.
 */
export interface RouterDeclaration {
  /** Where a request says whose it is. */
  readonly key: RouterKeyDeclaration;

  /**
   * The cell of requests that say nothing, or whose token is over: where people sign in.
   *
   * @default - none: they are answered with 401
   */
  readonly home?: string;

  /**
   * How many VPC origins the account may have, where AWS has raised it: each cell takes one.
   *
   * @default 25
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-web-distributions
   */
  readonly vpcOrigins?: number;
}

/** Either a cookie or a header holds it. */
export interface RouterKeyDeclaration {
  /**
   * The cookie's name.
   *
   * @default - none: a header holds the key
   */
  readonly cookie?: string;

  /**
   * The header's name in small letters; of `authorization` what follows `Bearer`.
   *
   * @default - none: a cookie holds the key
   */
  readonly header?: string;

  /**
   * The claim of a JSON Web Token that is the partition key.
   *
   * @default - "sub"; with `trust: "cell"` none: the cookie's or header's value is the key itself
   */
  readonly claim?: string;

  /**
   * Who makes sure that users do not choose a cell. `signature`: the router, which takes JSON Web Tokens alone that are signed with HS256 by a
   * secret of its own and are not over. `cell`: whoever answers, who must refuse users that are not its own: the router reads what is asserted
   * and checks no signature, as it cannot check an asymmetric one.
   *
   * @default "signature"
   */
  readonly trust?: "signature" | "cell";
}
