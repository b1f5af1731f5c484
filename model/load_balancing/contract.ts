/** What a cell's stack publishes of a load balancer that CloudFront alone reaches, for the edge's stack. */
export interface BalancerContract {
  readonly schema: typeof BALANCER_CONTRACT;
  readonly arn: string;
  /** The name that AWS gave it. */
  readonly dnsName: string;
}

/** Changes when a reader of the old form could not read the new one. */
export const BALANCER_CONTRACT = "plinth.balancer/v1";
