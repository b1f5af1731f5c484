import { awsBalancerNames, type Place } from "../../names";
import type { ContainerService } from "./settled";

/** As a target group's name says it. */
const PROTOCOLS = { http: "http1", http2: "http2", grpc: "grpc" } as const;

/** What of a container service the target group before its tasks follows from. */
type Targets = Pick<ContainerService, "port" | "protocol">;

/** What a target group speaks with the tasks. */
export const targetProtocol = ({ protocol }: Pick<Targets, "protocol">) => PROTOCOLS[protocol];

/** The name of the target group before a service's tasks. */
export const targetGroupName = (
  { environment, cell, name: service }: Place,
  { port, protocol }: Targets,
): string =>
  awsBalancerNames(environment, cell).targetGroup({
    ...{ service, port, protocol: targetProtocol({ protocol }), targets: "ip" },
  });
