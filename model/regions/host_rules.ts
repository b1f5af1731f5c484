import { liesIn } from "../dns/dns";
import type { AwsEnvironment } from "../environment";
import { show } from "../problems";
import { hostOf as balancedHostOf } from "../workloads/balanced/defaults";
import { isBalanceable } from "../workloads/balanced/rules";
import { deliveries } from "../workloads/delivery/edge_rules";
import type { RegionsDeclaration } from "./declaration";
import { hostOf } from "./regions";

interface HostProblem {
  readonly service: string;
  readonly message: string;
}

/** A name that has a record in the zone. */
interface Taken {
  readonly host: string;
  /** A service's name, or what else answers there. */
  readonly leadsTo: string;
}

/** A record of a name leads to one service. */
export function hostProblems(
  environment: AwsEnvironment,
  { services }: RegionsDeclaration,
): readonly HostProblem[] {
  const { dns } = environment;
  if (dns === undefined) return [];
  const hosts = Object.entries(services).map(([service, { host }]) => ({
    leadsTo: service,
    host: host ?? hostOf(service, dns.zone),
  }));
  const simple = simpleHosts(environment);
  return hosts.flatMap(({ leadsTo: service, host }, index) => {
    const others = [...hosts.slice(0, index), ...simple].filter((one) => one.leadsTo !== service);
    const other = others.find((one) => one.host === host);
    const message = hostProblem(host, dns.zone, other?.leadsTo);
    return message === undefined ? [] : [{ service, message }];
  });
}

/** Names of records that always lead to one place: Route 53 refuses one beside records of its name and type that lead to the region in use. */
function simpleHosts(environment: AwsEnvironment): Taken[] {
  const { services, signIn } = environment;
  const balanced = services.flatMap(({ name, workload }): Taken[] => {
    const host = isBalanceable(workload) ? balancedHostOf(workload, environment) : undefined;
    return host === undefined ? [] : [{ host, leadsTo: name }];
  });
  const delivered = deliveries(environment).map(({ address, service }): Taken => ({
    host: address,
    leadsTo: service,
  }));
  const users =
    signIn !== undefined && "host" in signIn.domain
      ? [{ host: signIn.domain.host, leadsTo: "the pages of signIn.domain.host" }]
      : [];
  return [...balanced, ...delivered, ...users];
}

function hostProblem(host: string, zone: string, other: string | undefined): string | undefined {
  if (host === zone || !liesIn(host, zone))
    return `expected a name below the zone ${zone}, got ${show(host)}`;
  return other === undefined
    ? undefined
    : `expected a name of its own, got ${show(host)}, which leads to ${other}`;
}
