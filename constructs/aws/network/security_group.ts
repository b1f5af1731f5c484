import { DataAwsEc2ManagedPrefixList } from "@cdktf/provider-aws/lib/data-aws-ec2-managed-prefix-list";
import { SecurityGroup as AwsSecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { MAIN } from "../../logical_id";
import type { TerraformResource } from "../../tf";
import { EVERYWHERE, EVERYWHERE_IPV6 } from "./site";

export interface SecurityGroupProps {
  /** Unique in the network; what it protects. */
  readonly name: string;

  /** What belongs to it, in a sentence; AWS replaces a group whose description changes. */
  readonly description: string;

  /** The network that it is in. */
  readonly vpcId: string;
}

export interface Opening {
  readonly port: number;

  /** What for, in a few words. */
  readonly description: string;

  /** @default "tcp" */
  readonly protocol?: "tcp" | "udp";
}

/** Who may connect to whom, by what they are and not by which addresses they have. Without an opening nobody may. */
export class SecurityGroup extends Construct {
  private readonly group: AwsSecurityGroup;

  constructor(scope: Construct, id: string, { name, description, vpcId }: SecurityGroupProps) {
    super(scope, id);
    this.group = new AwsSecurityGroup(this, MAIN, { name, description, vpcId });
  }

  /** AWS gives it: known after the first apply. */
  get id(): string {
    return this.group.id;
  }

  /** Lets what is in another group connect to what is in this: a rule at both ends, each naming the other group. */
  allowFrom(
    other: SecurityGroup,
    { port, description, protocol = "tcp" }: Opening,
  ): readonly TerraformResource[] {
    const ports = { ipProtocol: protocol, fromPort: port, toPort: port, description };
    return [
      new VpcSecurityGroupIngressRule(this, `from-${other.node.id}-${protocol}-${port}`, {
        ...ports,
        securityGroupId: this.id,
        referencedSecurityGroupId: other.id,
      }),
      new VpcSecurityGroupEgressRule(other, this.idIn(other, `${protocol}-${port}`), {
        ...ports,
        securityGroupId: other.id,
        referencedSecurityGroupId: this.id,
      }),
    ];
  }

  /** Stores of a kind have groups that are called alike: where a client has a way to one of them, the next is called by its store. */
  private idIn(other: SecurityGroup, port: string): string {
    const id = `to-${this.node.id}-${port}`;
    return other.node.tryFindChild(id) === undefined
      ? id
      : `to-${this.node.scope?.node.id}-${this.node.id}-${port}`;
  }

  /**
   * Lets CloudFront connect. Its list counts as 55 of the 60 rules that a group has.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/LocationsOfEdgeServers.html#managed-prefix-list
   */
  allowFromCloudFront({ port, description, protocol = "tcp" }: Opening): void {
    const list = new DataAwsEc2ManagedPrefixList(this, "cloudfront", {
      name: "com.amazonaws.global.cloudfront.origin-facing",
    });
    new VpcSecurityGroupIngressRule(this, `from-cloudfront-${protocol}-${port}`, {
      ...{ ipProtocol: protocol, fromPort: port, toPort: port, description },
      ...{ securityGroupId: this.id, prefixListId: list.id },
    });
  }

  /** Lets everybody connect: for what is meant for the internet, and for nothing else. */
  allowFromInternet({ port, description, protocol = "tcp" }: Opening, ipv6 = false): void {
    const ports = { ipProtocol: protocol, fromPort: port, toPort: port, description };
    const securityGroupId = this.id;
    new VpcSecurityGroupIngressRule(this, `from-internet-${protocol}-${port}`, {
      ...{ ...ports, securityGroupId, cidrIpv4: EVERYWHERE },
    });
    if (!ipv6) return;
    new VpcSecurityGroupIngressRule(this, `from-internet-ipv6-${protocol}-${port}`, {
      ...{ ...ports, securityGroupId, cidrIpv6: EVERYWHERE_IPV6 },
    });
  }
}
