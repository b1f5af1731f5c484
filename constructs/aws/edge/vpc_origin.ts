import { CloudfrontVpcOrigin } from "@cdktf/provider-aws/lib/cloudfront-vpc-origin";
import { Construct } from "constructs";
import { MAIN } from "../../logical_id";

export interface VpcOriginProps {
  /** Unique in an account, which has 25; `model/names.ts` makes it. */
  readonly name: string;

  /** ARN of a load balancer that faces its network, with a listener of HTTPS at 443. */
  readonly balancerArn: string;
}

/**
 * What CloudFront reaches in a network without an address on the internet, by network interfaces of its own in the load balancer's subnets. It
 * takes about a quarter of an hour to be made.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html
 */
export class VpcOrigin extends Construct {
  readonly origin: CloudfrontVpcOrigin;

  constructor(scope: Construct, id: string, { name, balancerArn }: VpcOriginProps) {
    super(scope, id);
    this.origin = new CloudfrontVpcOrigin(this, MAIN, {
      vpcOriginEndpointConfig: [
        {
          ...{ name, arn: balancerArn, httpPort: 80, httpsPort: 443 },
          originProtocolPolicy: "https-only",
          originSslProtocols: [{ items: ["TLSv1.2"], quantity: 1 }],
        },
      ],
    });
  }

  /** AWS gives it: known after the first apply. */
  get id(): string {
    return this.origin.id;
  }
}
