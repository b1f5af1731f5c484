import {
  NetworkLoadBalancer,
  type NetworkLoadBalancerProps,
  type TransportListenerProps,
} from "../../../../constructs/aws/load_balancing/network_load_balancer";
import type { TargetGroup } from "../../../../constructs/aws/load_balancing/target_group";
import { SecurityGroup } from "../../../../constructs/aws/network/security_group";
import { resource, synthesizeOne } from "../../support/synth";
import { CERTIFICATE, logsIn } from "./support";

const made = (
  props: Partial<NetworkLoadBalancerProps> = {},
  use: (balancer: NetworkLoadBalancer) => void = () => undefined,
) =>
  synthesizeOne((stack) =>
    use(
      new NetworkLoadBalancer(stack, "packets", {
        names: { balancer: "test-c01-network", securityGroup: "test-c01-network" },
        ...{ vpcId: "vpc-1", subnetIds: ["subnet-1", "subnet-2"], faces: "internet" },
        logs: logsIn(stack),
        ...props,
      }),
    ),
  );

const target = (protocol: TargetGroup["protocol"] = "tcp") => ({ arn: "arn:group", protocol });

const listening = (
  listener: Partial<TransportListenerProps>,
  props: Partial<NetworkLoadBalancerProps> = {},
) =>
  made(props, (balancer) => {
    balancer.listen("in", { port: 443, protocol: "tcp", target: target(), ...listener });
  });

const LISTENER = "aws_lb_listener.packets_in";

test("it has a security group from its birth, and each zone keeps to its own targets", () => {
  expect(resource(made(), "aws_lb.packets")).toEqual({
    ...{ name: "test-c01-network", load_balancer_type: "network", internal: false },
    ...{ ip_address_type: "ipv4", subnets: ["subnet-1", "subnet-2"] },
    security_groups: ["${aws_security_group.packets_group.id}"],
    ...{ enable_cross_zone_load_balancing: false, enable_zonal_shift: true },
    enable_deletion_protection: true,
    access_logs: { bucket: "${aws_s3_bucket.logs.bucket}", prefix: "network", enabled: true },
    depends_on: ["aws_s3_bucket_policy.logs_policy"],
  });
});

test("partners know its addresses, one a zone", () => {
  const fixed = made({ allocationIds: ["eipalloc-1", "eipalloc-2"] });
  expect(resource(fixed, "aws_lb.packets")).toMatchObject({
    subnet_mapping: [
      { subnet_id: "subnet-1", allocation_id: "eipalloc-1" },
      { subnet_id: "subnet-2", allocation_id: "eipalloc-2" },
    ],
  });
  expect(resource(fixed, "aws_lb.packets").subnets).toBeUndefined();
});

test.each<[string, Partial<TransportListenerProps>, object]>([
  [
    "connections",
    {},
    {
      ...{ port: 443, protocol: "TCP", tcp_idle_timeout_seconds: 350 },
      default_action: [{ type: "forward", target_group_arn: "arn:group" }],
    },
  ],
  [
    "TLS that ends here",
    { protocol: "tls", certificateArn: CERTIFICATE },
    {
      ...{ protocol: "TLS", certificate_arn: CERTIFICATE },
      ssl_policy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    },
  ],
  [
    "packets",
    { protocol: "udp", port: 4433, target: target("udp") },
    { port: 4433, protocol: "UDP" },
  ],
])("%s are handed on", (_, listener, expected) => {
  expect(resource(listening(listener), LISTENER)).toMatchObject(expected);
});

test("everybody may come to the ports that it listens at", () => {
  const both = listening({ protocol: "tcpUdp", port: 53, target: target("tcpUdp") });
  const opened = Object.values(both.resource?.["aws_vpc_security_group_ingress_rule"] ?? {});
  expect(opened.map((rule) => [rule.ip_protocol, rule.from_port, rule.cidr_ipv4])).toEqual([
    ["tcp", 53, "0.0.0.0/0"],
    ["udp", 53, "0.0.0.0/0"],
  ]);
});

test("facing the network it lets in what it is told to", () => {
  const inside = made({ faces: "network" }, (balancer) => {
    const listener = { port: 443, protocol: "tcp" } as const;
    balancer.listen("in", { ...listener, target: target() });
    balancer.allowFrom(
      new SecurityGroup(balancer, "client", {
        ...{ name: "client", description: "Client.", vpcId: "vpc-1" },
      }),
      listener,
    );
  });
  expect(Object.keys(inside.resource?.["aws_vpc_security_group_ingress_rule"] ?? {})).toEqual([
    "packets_group_from_client_tcp_443",
  ]);
});

test.each<[Partial<NetworkLoadBalancerProps>, string]>([
  [{ subnetIds: [] }, "subnetIds: expected a subnet of each zone, got none"],
  [
    { allocationIds: ["eipalloc-1"] },
    "allocationIds: expected one of each of the 2 subnets, got 1",
  ],
  [
    { allocationIds: ["eipalloc-1", "eipalloc-2"], faces: "network" },
    "allocationIds: expected none of a balancer that faces the network, which has no public addresses; leave them out",
  ],
  [
    { names: { balancer: "internal-a", securityGroup: "a" } },
    'name: expected 1 to 32 letters, digits and dashes, no dash at an end and not "internal-" first, got "internal-a"',
  ],
])("%j is refused", (props, message) => {
  expect(() => made(props)).toThrow(new Error(`test-c01/packets: ${message}`));
});

test.each<[Partial<TransportListenerProps>, string]>([
  [{ port: 0 }, "port: expected a whole number from 1 to 65535, got 0"],
  [{ protocol: "tls" }, "certificateArn: expected a certificate of tls, got nothing"],
  [
    { certificateArn: CERTIFICATE },
    'certificateArn: expected none of tcp, got one; TLS ends at a listener of "tls" alone',
  ],
  [{ tlsPolicy: "strict" }, 'tlsPolicy: expected none of tcp, got "strict"'],
  [{ target: target("udp") }, "target: expected targets of tcp behind tcp, got udp"],
  [{ target: target("http1") }, "target: expected targets of tcp behind tcp, got http1"],
  [
    { protocol: "udp", target: target("udp"), idleTimeoutSeconds: 60 },
    "idleTimeoutSeconds: expected none of udp, got 60; AWS lets it be chosen of tcp alone",
  ],
  [
    { idleTimeoutSeconds: 59 },
    "idleTimeoutSeconds: expected a whole number from 60 to 6000, got 59",
  ],
])("a listener with %j is refused", (listener, message) => {
  expect(() => listening(listener)).toThrow(new Error(`test-c01/packets: listener in: ${message}`));
});

test("packets have no listener on a balancer with IPv6", () => {
  expect(() => listening({ protocol: "udp", target: target("udp") }, { ipv6: true })).toThrow(
    new Error(
      "test-c01/packets: listener in: protocol: expected tcp or tls of a balancer with IPv6, got udp; leave ipv6 out",
    ),
  );
});
