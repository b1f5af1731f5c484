import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Construct } from "constructs";
import { NETWORK_CONTRACT, type NetworkContract } from "../../../model/network/contract";
import type { Network } from "../../../model/network/network";
import type { Tier, Zone } from "../../../model/network/slots";
import type { awsNetworkNames } from "../../../model/names";
import { Fn } from "../../tf";
import type { PrivatePlace } from "./private_place";
import type { SecurityGroup } from "./security_group";
import type { Site } from "./site";
import type { NetworkSubnet } from "./subnet";

export interface PublishedParts {
  readonly subnets: readonly NetworkSubnet[];
  readonly endpointClients: SecurityGroup | undefined;
}

/** Publishes the ids of a network. They are no secret: a plan shows them, and the parameter is a plain one. */
export function publishNetwork(
  scope: Construct,
  { vpc, names, plan }: Site,
  { subnets, endpointClients }: PublishedParts,
): void {
  const idsOf = (tier: Tier) =>
    subnets
      .filter(({ planned }) => planned.tier === tier)
      .map(({ planned, id }) => [planned.zone, id] as const);
  const contract: NetworkContract = {
    schema: NETWORK_CONTRACT,
    vpc: vpc.id,
    subnets: Object.fromEntries(plan.tiers.map((tier) => [tier, Object.fromEntries(idsOf(tier))])),
    ...(endpointClients === undefined ? {} : { endpointClients: endpointClients.id }),
  };
  new SsmParameter(scope, "contract", {
    name: names.contract,
    description: `The ids of ${names.network}, for the stacks that are applied after it.`,
    type: "String",
    insecureValue: JSON.stringify(contract),
  });
}

/** A subnet and where it is. */
export interface ZonedSubnet {
  readonly zone: Zone;
  readonly id: string;
}

export interface NetworkOfEnvironmentProps {
  /** Physical names, made in `model/names.ts`. */
  readonly names: Pick<ReturnType<typeof awsNetworkNames>, "contract">;
  readonly plan: Network;
}

/** The environment's network as another stack knows it: read when that stack is planned, so the network's is applied first. */
export class NetworkOfEnvironment extends Construct {
  private readonly contract: string;
  private readonly plan: Network;

  constructor(scope: Construct, id: string, { names, plan }: NetworkOfEnvironmentProps) {
    super(scope, id);
    const parameter = new DataAwsSsmParameter(this, "contract", { name: names.contract });
    this.contract = Fn.jsondecode(parameter.insecureValue);
    this.plan = plan;
  }

  /** Read from the parameter store when a plan is made. */
  get vpcId(): string {
    return this.at("vpc");
  }

  /**
   * The subnets of a tier in the declaration's zones.
   *
   * @param zones - those of a resource that recorded its own; `@default` - all
   */
  subnetIds(tier: Tier, zones?: readonly Zone[]): string[] {
    return this.zonedSubnets(tier, zones).map(({ id }) => id);
  }

  /** The same, each with its zone. */
  zonedSubnets(tier: Tier, zones: readonly Zone[] = this.plan.zones): ZonedSubnet[] {
    const known = this.plan.subnets.filter((subnet) => subnet.tier === tier);
    return zones.map((zone) => {
      if (known.some((subnet) => subnet.zone === zone))
        return { zone, id: this.at("subnets", tier, zone) };
      throw new Error(
        `${this.node.path}: expected a subnet of the ${tier} tier in zone ${zone}, got none; declare both in the environment's network`,
      );
    });
  }

  /** The group to join for the interface endpoints; undefined where the network has none. */
  get endpointClientsId(): string | undefined {
    return this.plan.endpoints.length === 0 ? undefined : this.at("endpointClients");
  }

  /** Where code runs: the private tier, in all its zones. */
  get privatePlace(): PrivatePlace {
    const { vpcId, endpointClientsId } = this;
    return { vpcId, subnetIds: this.subnetIds("private"), endpointClientsId };
  }

  private at(...path: string[]): string {
    return Fn.lookupNested(this.contract, path) as string;
  }
}
