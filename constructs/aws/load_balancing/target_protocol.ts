import type { TargetGroupProps } from "./target_group";

/** What a target speaks: the first three with an application load balancer, the others with a network load balancer. */
export type TargetProtocol = "http1" | "http2" | "grpc" | "tcp" | "udp" | "tcpUdp";

const VERSIONS = { http1: "HTTP1", http2: "HTTP2", grpc: "GRPC" } as const;

const TRANSPORTS = { tcp: "TCP", udp: "UDP", tcpUdp: "TCP_UDP" } as const;

/** Which kind of load balancer sees it. */
export const stackOf = (protocol: TargetProtocol): "application" | "network" =>
  protocol in VERSIONS ? "application" : "network";

export function protocolOf({ protocol, encrypted = false }: TargetGroupProps) {
  if (protocol === "http1" || protocol === "http2" || protocol === "grpc") {
    return { protocol: encrypted ? "HTTPS" : "HTTP", protocolVersion: VERSIONS[protocol] };
  }
  return { protocol: encrypted ? "TLS" : TRANSPORTS[protocol] };
}
