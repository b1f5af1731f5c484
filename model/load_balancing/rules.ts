import type { AwsEnvironment, EnvironmentDeclaration } from "../environment";
import { settledZones } from "../network/network";
import { TIERS } from "../network/slots";
import { show, type Problem } from "../problems";
import { hostsBehindEdge } from "../workloads/delivery/origins";
import type { LoadBalancerDeclaration } from "./declaration";

/** What the fields of a load balancer mean to one another and to the cloud. */
export function loadBalancerProblems(environment: EnvironmentDeclaration): Problem[] {
  const { loadBalancer, name } = environment;
  if (loadBalancer === undefined) return [];
  const message =
    environment.cloud === "google"
      ? `expected none on Google Cloud (${name}), where load balancers are not built yet (docs/clouds.md says what they will be); leave it out`
      : balancerNetworkProblem(environment);
  return [
    ...(message === undefined ? [] : [{ path: `${name}.loadBalancer`, message }]),
    ...privateProblems(environment, loadBalancer),
  ];
}

/** What is said of a load balancer that the internet does not reach. */
function privateProblems(
  environment: EnvironmentDeclaration,
  { firewall, anycast }: LoadBalancerDeclaration,
): Problem[] {
  const at = (field: string, value: unknown, why: string): Problem[] => [
    {
      path: `${environment.name}.loadBalancer.${field}`,
      message: `expected nothing where every host comes through the edge, ${why}, got ${show(value)}; leave it out`,
    },
  ];
  if (hostsBehindEdge(environment).size === 0) return [];
  return [
    ...(firewall ? at("firewall", firewall, "whose deliveries have firewalls of their own") : []),
    ...(anycast ? at("anycast", anycast, "which is near users already") : []),
  ];
}

/** AWS makes none in fewer zones. */
const FEWEST_ZONES = 2;

/** What a load balancer that faces the internet asks of the environment's network: for whatever declares that it is behind one. */
export function balancerNetworkProblem(environment: AwsEnvironment): string | undefined {
  const { network, name } = environment;
  if (network === undefined) {
    return `expected a network for the load balancer to stand in, got none; declare ${name}.network`;
  }
  if (!(network.tiers ?? TIERS).includes("public")) {
    return `expected a public tier for the load balancer to stand in, got none; add "public" to ${name}.network.tiers`;
  }
  const zones = settledZones(environment, network);
  if (zones.length >= FEWEST_ZONES) return undefined;
  return `expected ${FEWEST_ZONES} zones or more for the load balancer to stand in, which AWS asks for, got ${zones.length}; add to ${name}.network.zones`;
}
