import type { AwsEnvironment, EnvironmentDeclaration } from "../environment";
import { duplicateProblem, show, type Problem } from "../problems";
import { contains, formatCidr, overlap, parseCidr } from "./cidr";
import type { NetworkDeclaration } from "./declaration";
import { settledZones } from "./network";
import { SMALLEST_POOL, TIERS, type Tier } from "./slots";
import { zonesOf } from "./zones";

/** Addresses that the internet does not route: RFC 1918, and RFC 6598 for what never meets a provider's own network. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/** What the fields of a network mean to one another and to the cloud. */
export function networkProblems(environment: EnvironmentDeclaration): Problem[] {
  const { network, name } = environment;
  if (network === undefined) return [];
  if (environment.cloud === "google") return [unbuilt(name)];
  const at = (field: string, message: string | undefined): Problem[] =>
    message === undefined ? [] : [{ path: `${name}.network.${field}`, message }];
  return [
    ...at("pool", publicProblem(network) ?? smallProblem(network)),
    ...at("zones", countProblem("zone", network.zones) ?? regionProblem(environment, network)),
    ...at("tiers", countProblem("tier", network.tiers)),
    ...at("nat", natProblem(network)),
    ...at("endpoints", endpointsProblem(network)),
  ];
}

const unbuilt = (name: string): Problem => ({
  path: `${name}.network`,
  message: `expected none on Google Cloud (${name}), where networks are not built yet (docs/clouds.md says what they will be); leave it out`,
});

function publicProblem({ pool }: NetworkDeclaration): string | undefined {
  if (PRIVATE.some((range) => contains(parseCidr(range), parseCidr(pool)))) return undefined;
  return `expected addresses of ${PRIVATE.slice(0, -1).join(", ")} or ${PRIVATE.at(-1)}, which the internet does not route, got ${show(pool)}`;
}

function smallProblem({ pool }: NetworkDeclaration): string | undefined {
  if (parseCidr(pool).prefix <= SMALLEST_POOL) return undefined;
  return `expected a prefix of /${SMALLEST_POOL} or shorter, else the smallest subnets have fewer than the 16 addresses that AWS asks for, got ${show(pool)}`;
}

const countProblem = (what: string, names: readonly string[] | undefined): string | undefined =>
  names?.length === 0
    ? `expected at least one ${what}, got none; leave it out for the default`
    : duplicateProblem(names ?? []);

function regionProblem(
  environment: AwsEnvironment,
  network: NetworkDeclaration,
): string | undefined {
  const { region } = environment;
  const known = zonesOf(region);
  const unknown = settledZones(environment, network).find((zone) => !known.includes(zone));
  if (unknown === undefined) return undefined;
  return `expected zones that ${region} has (${known.join(", ")}), got ${show(unknown)}`;
}

const lacks = ({ tiers }: NetworkDeclaration, tier: Tier): boolean =>
  !(tiers ?? TIERS).includes(tier);

function natProblem(network: NetworkDeclaration): string | undefined {
  const { nat = "none" } = network;
  if (nat === "none") return undefined;
  if (lacks(network, "public")) {
    return `expected "none" without a public tier, where a NAT gateway stands, got ${show(nat)}; add "public" to tiers`;
  }
  if (!lacks(network, "private")) return undefined;
  return `expected "none" without a private tier, the only one that goes out through a NAT gateway, got ${show(nat)}; add "private" to tiers`;
}

function endpointsProblem(network: NetworkDeclaration): string | undefined {
  const { endpoints = [] } = network;
  if (endpoints.length > 0 && lacks(network, "private")) {
    return `expected none without a private tier, where their interfaces stand, got ${endpoints.length}; add "private" to tiers`;
  }
  return duplicateProblem(endpoints);
}

/** Networks that share addresses can never be joined, and nobody can renumber one later. */
export function poolProblems(environments: readonly EnvironmentDeclaration[]): Problem[] {
  const pools = environments.flatMap(({ name, network }) =>
    network === undefined ? [] : [{ name, cidr: parseCidr(network.pool) }],
  );
  return pools.flatMap(({ name, cidr }, index) => {
    const other = pools.slice(0, index).find((each) => overlap(each.cidr, cidr));
    if (other === undefined) return [];
    const message = `expected addresses that no other environment has, got ${show(formatCidr(cidr))}, which overlaps ${formatCidr(other.cidr)} of ${other.name}; networks that share addresses cannot be joined`;
    return [{ path: `${name}.network.pool`, message }];
  });
}
