import { seconds } from "../duration";
import type { AwsEnvironment } from "../environment";
import { settleLogRetentionDays } from "../defaults";
import { formatCidr, parseCidr, type Cidr } from "./cidr";
import type { CloudService, FlowLogTraffic, Nat, NetworkDeclaration } from "./declaration";
import { networkCidr, subnetCidr, TIERS, type Tier, type Zone } from "./slots";
import { firstZones } from "./zones";

/** An environment's network, every default settled. */
export interface Network {
  readonly cidr: string;
  readonly ipv6: boolean;
  readonly nat: Nat;
  /** In the order of the declaration: a single gateway stands in the first. */
  readonly zones: readonly Zone[];
  readonly tiers: readonly Tier[];
  readonly subnets: readonly Subnet[];
  readonly flowLogs: { readonly retentionDays: number; readonly traffic: FlowLogTraffic };
  readonly endpoints: readonly CloudService[];
}

export interface Subnet {
  /** How far it can be reached: from the internet, to the internet, or neither. */
  readonly tier: Tier;
  /** The letter of its availability zone: `a` of `us-east-1a`. */
  readonly zone: Zone;
  /** Its IPv4 addresses, such as `10.0.16.0/20`. */
  readonly cidr: string;
}

/** The zones that have a NAT gateway. */
export const natZones = ({ nat, zones }: Pick<Network, "nat" | "zones">): readonly Zone[] =>
  ({ none: [], single: zones.slice(0, 1), perZone: zones })[nat];

/** What an environment declares, with its defaults. */
export function settleNetwork(environment: AwsEnvironment): Network | undefined {
  const declared = environment.network;
  if (declared === undefined) return undefined;
  const cidr = networkCidr(parseCidr(declared.pool));
  const zones = settledZones(environment, declared);
  const tiers = TIERS.filter((tier) => (declared.tiers ?? TIERS).includes(tier));
  const network = {
    ...{ zones, tiers, nat: declared.nat ?? "none", ipv6: declared.ipv6 ?? false },
    flowLogs: {
      retentionDays: retentionDays(environment, declared),
      traffic: declared.flowLogs?.traffic ?? "all",
    },
    endpoints: declared.endpoints ?? [],
  };
  return placeNetwork(network, cidr);
}

/** A network at some addresses. */
export const placeNetwork = (network: Omit<Network, "cidr" | "subnets">, cidr: Cidr): Network => ({
  ...network,
  cidr: formatCidr(cidr),
  subnets: network.tiers.flatMap((tier) =>
    network.zones.map((zone) => ({
      ...{ tier, zone },
      cidr: formatCidr(subnetCidr(cidr, tier, zone)),
    })),
  ),
});

export const settledZones = (
  { region, stage }: AwsEnvironment,
  { zones }: NetworkDeclaration,
): readonly Zone[] => zones ?? firstZones(region, stage === "production" ? 3 : 2);

function retentionDays(environment: AwsEnvironment, { flowLogs }: NetworkDeclaration): number {
  const declared = flowLogs?.retention;
  return declared === undefined ? settleLogRetentionDays(environment) : seconds(declared) / 86_400;
}
