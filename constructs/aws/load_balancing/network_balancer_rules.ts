import { between, nameProblem } from "./bounds";
import type { NetworkLoadBalancerProps, TransportListenerProps } from "./network_load_balancer";

type Problem = string | false;

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html */
export function networkBalancerProblems(props: NetworkLoadBalancerProps): Problem[] {
  const { names, subnetIds, faces, allocationIds } = props;
  return [
    nameProblem(names.balancer),
    subnetIds.length === 0 && "subnetIds: expected a subnet of each zone, got none",
    allocationIds !== undefined &&
      allocationIds.length !== subnetIds.length &&
      `allocationIds: expected one of each of the ${subnetIds.length} subnets, got ${allocationIds.length}`,
    allocationIds !== undefined &&
      faces === "network" &&
      "allocationIds: expected none of a balancer that faces the network, which has no public addresses; leave them out",
  ];
}

/** What a target must speak for what clients speak. */
const SPOKEN = { tcp: "tcp", tls: "tcp", udp: "udp", tcpUdp: "tcpUdp" } as const;

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html */
export function transportProblems(
  id: string,
  props: TransportListenerProps,
  { ipv6 = false }: NetworkLoadBalancerProps,
): Problem[] {
  const { port, protocol, target } = props;
  const packets = protocol === "udp" || protocol === "tcpUdp";
  return [
    between("port", port, 1, 65_535),
    ...(protocol === "tls" ? certificateProblem(props) : plainProblems(props)),
    target.protocol !== SPOKEN[protocol] &&
      `target: expected targets of ${SPOKEN[protocol]} behind ${protocol}, got ${target.protocol}`,
    ...idleProblems(props),
    packets &&
      ipv6 &&
      `protocol: expected tcp or tls of a balancer with IPv6, got ${protocol}; leave ipv6 out`,
  ].map((problem) => problem && `listener ${id}: ${problem}`);
}

const certificateProblem = ({ certificateArn }: TransportListenerProps): Problem[] => [
  certificateArn === undefined && "certificateArn: expected a certificate of tls, got nothing",
];

const plainProblems = ({
  protocol,
  certificateArn,
  tlsPolicy,
}: TransportListenerProps): Problem[] => [
  certificateArn !== undefined &&
    `certificateArn: expected none of ${protocol}, got one; TLS ends at a listener of "tls" alone`,
  tlsPolicy !== undefined && `tlsPolicy: expected none of ${protocol}, got "${tlsPolicy}"`,
];

const idleProblems = ({ protocol, idleTimeoutSeconds }: TransportListenerProps): Problem[] => [
  protocol !== "tcp" &&
    idleTimeoutSeconds !== undefined &&
    `idleTimeoutSeconds: expected none of ${protocol}, got ${idleTimeoutSeconds}; AWS lets it be chosen of tcp alone`,
  between("idleTimeoutSeconds", idleTimeoutSeconds, 60, 6000),
];
