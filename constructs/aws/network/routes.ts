import { Route, type RouteConfig } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Construct } from "constructs";
import type { Tier, Zone } from "../../../model/network/slots";
import { MAIN } from "../../logical_id";
import { named } from "../../tags";
import type { Gateways } from "./gateways";
import { EVERYWHERE, EVERYWHERE_IPV6, type Site } from "./site";
import type { NetworkSubnet } from "./subnet";

type Target = Omit<RouteConfig, "routeTableId">;

/** Routes by their ids; each is a resource of its own, so that one that comes or goes changes no table. */
type Targets = Readonly<Record<string, Target>>;

/** A table, its routes, and the subnets that go by it. */
export class TierRoutes extends Construct {
  readonly tier: Tier;
  readonly table: RouteTable;

  constructor(scope: Construct, site: Site, { name, tier, subnets, targets }: TierRoutesProps) {
    super(scope, `routes-${name}`);
    this.tier = tier;
    this.table = new RouteTable(this, MAIN, {
      vpcId: site.vpc.id,
      tags: named(site.names.part(name)),
    });
    const routeTableId = this.table.id;
    for (const [id, target] of Object.entries(targets)) {
      new Route(this, id, { routeTableId, ...target });
    }
    for (const { id: subnetId, planned } of subnets) {
      new RouteTableAssociation(this, `subnet-${planned.zone}`, { routeTableId, subnetId });
    }
  }
}

interface TierRoutesProps {
  readonly name: string;
  readonly tier: Tier;
  readonly subnets: readonly NetworkSubnet[];
  readonly targets: Targets;
}

/**
 * One table for the public tier, one for the isolated, which has no route at all, and one for each zone of the private:
 * also where all of them share a NAT gateway or have none, so that this can change without a new table.
 */
export function makeRoutes(
  scope: Construct,
  site: Site,
  { gateways, subnets }: { gateways: Gateways; subnets: readonly NetworkSubnet[] },
): TierRoutes[] {
  const of = (tier: Tier) => subnets.filter(({ planned }) => planned.tier === tier);
  const shared = (["public", "isolated"] as const)
    .filter((tier) => of(tier).length > 0)
    .map((tier) => ({
      ...{ name: tier, tier, subnets: of(tier) },
      targets: tier === "public" ? publicTargets(site, gateways) : {},
    }));
  const zonal = of("private").map((subnet) => ({
    ...{ name: `private-${subnet.planned.zone}`, tier: "private" as const, subnets: [subnet] },
    targets: privateTargets(gateways, subnet.planned.zone),
  }));
  return [...shared, ...zonal].map((props) => new TierRoutes(scope, site, props));
}

function publicTargets({ plan }: Site, { internet }: Gateways): Targets {
  if (internet === undefined) return {};
  const gatewayId = internet.id;
  return {
    internet: { destinationCidrBlock: EVERYWHERE, gatewayId },
    ...(plan.ipv6
      ? { "internet-ipv6": { destinationIpv6CidrBlock: EVERYWHERE_IPV6, gatewayId } }
      : {}),
  };
}

function privateTargets({ nat, egressOnly }: Gateways, zone: Zone): Targets {
  const natGatewayId = nat.get(zone)?.id;
  return {
    ...(natGatewayId === undefined
      ? {}
      : { internet: { destinationCidrBlock: EVERYWHERE, natGatewayId } }),
    ...(egressOnly === undefined
      ? {}
      : {
          "internet-ipv6": {
            destinationIpv6CidrBlock: EVERYWHERE_IPV6,
            egressOnlyGatewayId: egressOnly.id,
          },
        }),
  };
}
