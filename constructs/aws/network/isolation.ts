import { NetworkAcl } from "@cdktf/provider-aws/lib/network-acl";
import { NetworkAclRule } from "@cdktf/provider-aws/lib/network-acl-rule";
import { Construct } from "constructs";
import { formatCidr, parseCidr } from "../../../model/network/cidr";
import { ipv6TierSlot, tierCidr, type Tier } from "../../../model/network/slots";
import { MAIN } from "../../logical_id";
import { named } from "../../tags";
import { Fn } from "../../tf";
import type { Site } from "./site";
import type { NetworkSubnet } from "./subnet";

/** Who talks with the isolated tier, and the numbers of the rules that say so, by IPv4 and by IPv6. */
const PARTNERS = {
  private: { ipv4: 100, ipv6: 200 },
  isolated: { ipv4: 110, ipv6: 210 },
} as const satisfies Partial<Record<Tier, { ipv4: number; ipv6: number }>>;

type Partner = keyof typeof PARTNERS;

/**
 * The isolated tier's access list: a security group that is opened by mistake opens nothing to the public tier or beyond.
 * The other tiers keep the VPC's own list, which lets everything through. A list knows no connections, so one that
 * is to let answers in from the internet has to let in nearly every port, and guards nothing.
 */
export class Isolation extends Construct {
  private readonly list: NetworkAcl;

  /** @param subnets - those of the isolated tier */
  constructor(
    scope: Construct,
    private readonly site: Site,
    subnets: readonly NetworkSubnet[],
  ) {
    super(scope, "isolated");
    const { vpc, plan, names } = site;
    this.list = new NetworkAcl(this, MAIN, {
      vpcId: vpc.id,
      subnetIds: subnets.map(({ id }) => id),
      tags: named(names.part("isolated")),
    });
    const partners = (["private", "isolated"] as const).filter((tier) => plan.tiers.includes(tier));
    for (const tier of partners) this.talkWith(tier);
  }

  private talkWith(tier: Partner): void {
    const { vpc, plan } = this.site;
    const { newBits, number } = ipv6TierSlot(tier);
    this.allow(tier, {
      ruleNumber: PARTNERS[tier].ipv4,
      cidrBlock: formatCidr(tierCidr(parseCidr(plan.cidr), tier)),
    });
    if (!plan.ipv6) return;
    this.allow(`${tier}-ipv6`, {
      ruleNumber: PARTNERS[tier].ipv6,
      ipv6CidrBlock: Fn.cidrsubnet(vpc.ipv6CidrBlock, newBits, number),
    });
  }

  /** Both ways alike, since answers are told from requests by nothing. */
  private allow(id: string, rule: Peer): void {
    const allowed = { ...rule, networkAclId: this.list.id, ruleAction: "allow", protocol: "-1" };
    new NetworkAclRule(this, `from-${id}`, { ...allowed, egress: false });
    new NetworkAclRule(this, `to-${id}`, { ...allowed, egress: true });
  }
}

interface Peer {
  readonly ruleNumber: number;
  readonly cidrBlock?: string;
  readonly ipv6CidrBlock?: string;
}
