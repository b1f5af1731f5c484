import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Construct } from "constructs";
import { MAIN } from "../../logical_id";
import { named } from "../../tags";
import { publishNetwork } from "./contract";
import { makeGatewayEndpoints, makeInterfaceEndpoints } from "./endpoints";
import { FlowLogs } from "./flow_logs";
import { makeGateways } from "./gateways";
import { Isolation } from "./isolation";
import { makeRoutes } from "./routes";
import type { Site } from "./site";
import { NetworkSubnet } from "./subnet";

export interface VpcNetworkProps extends Omit<Site, "vpc"> {
  /** Days between the order to delete the key of the flow logs and its deletion, 7 to 30. */
  readonly keyDeletionWindowDays: number;

  /** Let Terraform refuse to destroy the network and the key of its flow logs. */
  readonly preventDestroy: boolean;
}

/** A VPC: its tiers over its zones, the ways in and out, who may talk to whom, and the record of who did. */
export class VpcNetwork extends Construct {
  readonly vpc: Vpc;
  readonly subnets: readonly NetworkSubnet[];

  constructor(scope: Construct, id: string, props: VpcNetworkProps) {
    super(scope, id);
    const { plan, names, location } = props;
    this.vpc = this.makeVpc(props);
    const site: Site = { vpc: this.vpc, plan, names, location };
    this.subnets = plan.subnets.map((subnet) => new NetworkSubnet(this, site, subnet));
    const routes = this.connect(site);
    makeGatewayEndpoints(this, site, routes);
    const endpointClients = makeInterfaceEndpoints(this, site, this.subnets);
    const isolated = this.subnets.filter(({ planned }) => planned.tier === "isolated");
    if (isolated.length > 0) new Isolation(this, site, isolated);
    new FlowLogs(this, "flows", { ...props, site });
    publishNetwork(this, site, { subnets: this.subnets, endpointClients });
  }

  /** The group that everything gets which names none lets nothing through. */
  private makeVpc({ plan, names, preventDestroy }: VpcNetworkProps): Vpc {
    const vpc = new Vpc(this, MAIN, {
      cidrBlock: plan.cidr,
      ...{ enableDnsSupport: true, enableDnsHostnames: true },
      ...(plan.ipv6 ? { assignGeneratedIpv6CidrBlock: true } : {}),
      tags: named(names.network),
      ...(preventDestroy ? { lifecycle: { preventDestroy: true } } : {}),
    });
    new DefaultSecurityGroup(this, "nobody", {
      vpcId: vpc.id,
      tags: named(names.part("nobody")),
    });
    return vpc;
  }

  private connect(site: Site) {
    const { subnets } = this;
    return makeRoutes(this, site, { subnets, gateways: makeGateways(this, site, subnets) });
  }
}
