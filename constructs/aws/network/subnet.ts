import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Construct } from "constructs";
import type { Subnet as PlannedSubnet } from "../../../model/network/network";
import { ipv6SubnetSlot } from "../../../model/network/slots";
import { MAIN } from "../../logical_id";
import { named } from "../../tags";
import { Fn } from "../../tf";
import type { Site } from "./site";

/** One tier in one zone. What starts in it gets no public address of IPv4 by itself, whatever the tier. */
export class NetworkSubnet extends Construct {
  readonly subnet: Subnet;

  constructor(
    scope: Construct,
    site: Site,
    readonly planned: PlannedSubnet,
  ) {
    const { tier, zone, cidr } = planned;
    super(scope, `${tier}-${zone}`);
    this.subnet = new Subnet(this, MAIN, {
      vpcId: site.vpc.id,
      availabilityZone: `${site.location.region}${zone}`,
      cidrBlock: cidr,
      mapPublicIpOnLaunch: false,
      ...(site.plan.ipv6 ? ipv6Of(site, planned) : {}),
      tags: named(site.names.part(this.node.id)),
    });
  }

  /** AWS gives it: known after the first apply. */
  get id(): string {
    return this.subnet.id;
  }
}

/** Every address of IPv6 is a public one; what has none in the public tier was not asked for one. */
function ipv6Of({ vpc }: Site, { tier, zone }: PlannedSubnet) {
  const { newBits, number } = ipv6SubnetSlot(tier, zone);
  return {
    ipv6CidrBlock: Fn.cidrsubnet(vpc.ipv6CidrBlock, newBits, number),
    assignIpv6AddressOnCreation: tier !== "public",
  };
}
