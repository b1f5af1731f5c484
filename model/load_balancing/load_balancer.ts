import { settleLogRetentionDays } from "../defaults";
import { days, seconds } from "../duration";
import type { EnvironmentDeclaration } from "../environment";
import { settleFirewall } from "../workloads/delivery/defaults";
import type { Firewall } from "../workloads/delivery/settled";
import type { TlsPolicy } from "./declaration";

/** What is declared of the load balancers of an environment's cells, every default settled. */
export interface LoadBalancer {
  readonly firewall: Firewall;
  readonly tlsPolicy: TlsPolicy;
  readonly idleTimeoutSeconds: number;
  readonly anycast: boolean;
  readonly logRetentionDays: number;
}

/** What a cell's load balancer is like, should a service of the cell need one: it may be declared with nothing said. */
export function settleLoadBalancer(environment: EnvironmentDeclaration): LoadBalancer {
  const { loadBalancer = {}, stage } = environment;
  const { firewall = {}, tlsPolicy, idleTimeout, anycast, logRetention } = loadBalancer;
  return {
    firewall: settleFirewall(firewall, stage === "production"),
    tlsPolicy: tlsPolicy ?? "modern",
    idleTimeoutSeconds: seconds(idleTimeout ?? "60s"),
    anycast: anycast ?? false,
    logRetentionDays: logRetention ? days(logRetention) : settleLogRetentionDays(environment),
  };
}
