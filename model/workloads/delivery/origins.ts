import type { EnvironmentDeclaration } from "../../environment";
import type { ContainerServiceDeclaration } from "../containers/declaration";
import type { OriginDeclaration } from "./origin_declaration";

/** The container service that an origin names, if there is one. */
export function originWorkload(
  { service }: OriginDeclaration,
  { services }: EnvironmentDeclaration,
): ContainerServiceDeclaration | undefined {
  const found = services.find(({ name }) => name === service)?.workload;
  return found?.kind === "containerService" ? found : undefined;
}

/** The whole name of the host at which an origin, and its delivery, are found. */
export function originHost(
  origin: OriginDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const host = originWorkload(origin, environment)?.host;
  return host && environment.dns ? `${host}.${environment.dns.zone}` : undefined;
}

/** Hosts, as services declare them, to which CloudFront alone brings requests. */
export function hostsBehindEdge(environment: EnvironmentDeclaration): ReadonlySet<string> {
  const hosts = environment.services.flatMap(({ workload }) =>
    workload.kind === "contentDelivery" && workload.origin !== undefined
      ? (originWorkload(workload.origin, environment)?.host ?? [])
      : [],
  );
  return new Set(hosts);
}
