import { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Construct } from "constructs";
import { natZones } from "../../../model/network/network";
import type { Zone } from "../../../model/network/slots";
import { MAIN } from "../../logical_id";
import { named } from "../../tags";
import type { Site } from "./site";
import type { NetworkSubnet } from "./subnet";

/** The ways from a network to the internet. */
export interface Gateways {
  /** Both ways: the public tier's. */
  readonly internet: InternetGateway | undefined;
  /** Out by IPv6 alone: the private tier's. */
  readonly egressOnly: EgressOnlyInternetGateway | undefined;
  /** Out by IPv4 alone: the private tier's, for each of its zones. */
  readonly nat: ReadonlyMap<Zone, NatGateway>;
}

export function makeGateways(
  scope: Construct,
  site: Site,
  subnets: readonly NetworkSubnet[],
): Gateways {
  const { vpc, plan, names } = site;
  const vpcId = vpc.id;
  const internet = plan.tiers.includes("public")
    ? new InternetGateway(scope, "internet", { vpcId, tags: named(names.part("internet")) })
    : undefined;
  const egressOnly =
    plan.ipv6 && plan.tiers.includes("private")
      ? new EgressOnlyInternetGateway(scope, "egress-only", {
          ...{ vpcId, tags: named(names.part("egress-only")) },
        })
      : undefined;
  return { internet, egressOnly, nat: natGateways(scope, site, { internet, subnets }) };
}

function natGateways(
  scope: Construct,
  site: Site,
  { internet, subnets }: Pick<Gateways, "internet"> & { subnets: readonly NetworkSubnet[] },
): ReadonlyMap<Zone, NatGateway> {
  const { zones } = site.plan;
  const made = subnets
    .filter(
      ({ planned }) => planned.tier === "public" && natZones(site.plan).includes(planned.zone),
    )
    .map((subnet) => new NatInZone(scope, site, { subnet, internet }));
  const of = (zone: Zone) => made.find((each) => each.zone === zone) ?? made[0];
  return new Map(
    zones.flatMap((zone) => {
      const nat = of(zone);
      return nat === undefined ? [] : [[zone, nat.gateway]];
    }),
  );
}

/** A NAT gateway with an address of its own, by which partners can know the environment. */
class NatInZone extends Construct {
  readonly gateway: NatGateway;
  readonly zone: Zone;

  constructor(
    scope: Construct,
    { names }: Site,
    { subnet, internet }: { subnet: NetworkSubnet; internet: InternetGateway | undefined },
  ) {
    super(scope, `nat-${subnet.planned.zone}`);
    this.zone = subnet.planned.zone;
    const tags = named(names.part(this.node.id));
    const dependsOn = internet === undefined ? [] : [internet];
    const address = new Eip(this, "address", { domain: "vpc", tags, dependsOn });
    this.gateway = new NatGateway(this, MAIN, {
      ...{ allocationId: address.id, subnetId: subnet.id, tags, dependsOn },
    });
  }
}
