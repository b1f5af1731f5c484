import type { ServiceDeclaration } from "../declaration";
import type { Contracts } from "./contracts";

/** A rule of a load balancer has five values of conditions, of which the host is one. */
export const MOST_PATHS = 4;

/** The `.proto` files by which callers speak with a container service, each with its place in `contracts`; none of others. */
export function protosOf({ workload, contracts = [] }: ServiceDeclaration): {
  readonly file: string;
  readonly index: number;
}[] {
  if (workload.kind !== "containerService" || workload.protocol !== "grpc") return [];
  return contracts
    .map((file, index) => ({ file, index }))
    .filter(({ file }) => file.endsWith(".proto"));
}

/** Full names of the services that the contracts of a container service define. */
export const grpcServices = (service: ServiceDeclaration, contracts: Contracts): string[] =>
  protosOf(service).flatMap(({ file }) => {
    const contract = contracts[file];
    return contract?.kind === "proto" ? contract.services : [];
  });

/**
 * The paths of a service's methods: gRPC calls `/<package>.<service>/<method>`.
 *
 * @returns none where nothing follows from a contract, or no load balancer is in front of the service
 * @see https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#requests
 */
export function grpcPaths(service: ServiceDeclaration, contracts: Contracts): readonly string[] {
  const { workload } = service;
  if (workload.kind !== "containerService" || workload.host === undefined) return [];
  return grpcServices(service, contracts).map(pathOf);
}

/** @param grpcService - its full name, such as `shop.v1.Baskets` */
export const pathOf = (grpcService: string): string => `/${grpcService}/*`;
