import type { Duration } from "../../declaration";

/**
 * A container service of the environment that answers behind the distribution. CloudFront reaches its load balancer by a private way
 * (a VPC origin): neither has an address on the internet, and there is no other way in.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html
 */
export interface OriginDeclaration {
  /** The container service's name. Its `host` is the address of the delivery. Nothing that it answers is kept. */
  readonly service: string;

  /**
   * Paths such as `/api/*` that it answers, beside a store that answers the others.
   *
   * @default - every path, without a store
   */
  readonly paths?: readonly string[];

  /**
   * How long CloudFront waits for its answer, and between two parts of it, before it says 504.
   *
   * @default "30s"
   */
  readonly timeout?: Duration;
}
