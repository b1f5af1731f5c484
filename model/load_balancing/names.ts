import { fingerprint } from "../short_name";

/** What AWS cannot change of a target group: whatever is in it makes another group, with another name. */
export interface TargetGroupParts {
  /** The service that answers. */
  readonly service: string;
  /** One of several of the service, such as `blue`; left out where there is one. */
  readonly variant?: string;
  readonly port: number;
  /** Such as `http1`. */
  readonly protocol: string;
  /**
   * Whether the balancer speaks TLS with the targets.
   *
   * @default false
   */
  readonly encrypted?: boolean;
  /** What a target is: `ip`, `instance` ... */
  readonly targets: string;
}

/** Load balancers and target groups have 32 characters at most. */
const LONGEST_BALANCER_NAME = 32;

/** Names of what the services of a cell are reached through on AWS, from the internet or by CloudFront alone. */
export function awsBalancerNames(environment: string, cell: string, behindEdge = false) {
  const base = `${environment}-${cell}`;
  return {
    balancer: `${base}-${behindEdge ? "private" : "public"}`,
    /** What CloudFront calls it. */
    vpcOrigin: `${base}-private`,
    /** Where what AWS made up of it stands, for the edge's stack. */
    contract: `/plinth/${environment}/${cell}/balancer`,
    networkBalancer: `${base}-network`,
    accelerator: `${base}-public`,
    securityGroup: `${base}-balancer`,
    /** AWS WAF takes log groups of this prefix alone. */
    firewall: `${base}-balancer`,
    firewallLogGroup: `aws-waf-logs-${base}-balancer`,
    keyAlias: `alias/${base}-balancer-logs`,
    /** Bucket names are global: the account keeps them apart. */
    logBucket: (account: string) => `${base}-balancer-logs-${account}`,
    targetGroup(parts: TargetGroupParts): string {
      const { service, variant = "", port, protocol, encrypted = false, targets } = parts;
      const spoken = encrypted ? `${protocol}-tls` : protocol;
      const end = fingerprint([service, variant, port, spoken, targets].join());
      const room = LONGEST_BALANCER_NAME - end.length - 1;
      return `${`${base}-${service}`.slice(0, room).replace(/-$/, "")}-${end}`;
    },
  };
}
