import { awsBalancerNames, type Place } from "../../names";
import type { Balanced } from "./settled";

/** As a target group's name says it. */
const PROTOCOLS = { http: "http1", http2: "http2", grpc: "grpc" } as const;

/** What of a workload the target group before it follows from. */
type Targets = Pick<Balanced, "port" | "protocol" | "encrypted"> & {
  readonly kind: "containerService" | "virtualMachines";
};

/** What a target group speaks with its targets. */
export const targetProtocol = ({ protocol }: Pick<Targets, "protocol">) => PROTOCOLS[protocol];

/** What a target of such a workload is: a task has an address of its own in the network, and a machine is known to AWS. */
export const targetKind = ({ kind }: Pick<Targets, "kind">) =>
  kind === "containerService" ? "ip" : "instance";

/** The name of the target group before a service's tasks or machines. */
export const targetGroupName = (
  { environment, cell, name: service }: Place,
  { port, protocol, encrypted, kind }: Targets,
): string =>
  awsBalancerNames(environment, cell).targetGroup({
    ...{ service, port, protocol: targetProtocol({ protocol }), targets: targetKind({ kind }) },
    encrypted,
  });
