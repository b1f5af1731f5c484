import type { TargetGroupProps } from "../../../../constructs/aws/load_balancing/target_group";
import { resource, synthesizeOne } from "../../support/synth";
import { groupIn } from "./support";

const made = (props: Partial<TargetGroupProps> = {}) =>
  resource(
    synthesizeOne((stack) => groupIn(stack, props)),
    "aws_lb_target_group.group",
  );

test("targets are asked every ten seconds, and the least busy gets the next request", () => {
  expect(made()).toEqual({
    name: "test-c01-orders",
    tags: { Name: "test-c01-orders" },
    vpc_id: "vpc-1",
    ...{ port: 8080, protocol: "HTTP", protocol_version: "HTTP1", target_type: "ip" },
    health_check: {
      ...{ enabled: true, protocol: "HTTP", path: "/healthz", matcher: "200" },
      ...{ port: "traffic-port", interval: 10, timeout: 5 },
      ...{ healthy_threshold: 2, unhealthy_threshold: 3 },
    },
    deregistration_delay: "30",
    load_balancing_algorithm_type: "least_outstanding_requests",
    lifecycle: { create_before_destroy: true },
  });
});

test.each<[string, Partial<TargetGroupProps>, object]>([
  [
    "gRPC, which has codes of its own",
    { protocol: "grpc", healthCheck: { path: "/grpc.health.v1.Health/Check" } },
    {
      ...{ protocol: "HTTP", protocol_version: "GRPC" },
      health_check: { path: "/grpc.health.v1.Health/Check", matcher: "0" },
    },
  ],
  [
    "HTTP/2 by TLS",
    { protocol: "http2", encrypted: true },
    { protocol: "HTTPS", protocol_version: "HTTP2", health_check: { protocol: "HTTPS" } },
  ],
  [
    "a slow start, which needs a turn",
    { slowStartSeconds: 60 },
    { slow_start: 60, load_balancing_algorithm_type: "round_robin" },
  ],
  [
    "weights that fall with errors",
    { algorithm: "weightedRandom" },
    {
      load_balancing_algorithm_type: "weighted_random",
      load_balancing_anomaly_mitigation: "on",
    },
  ],
  [
    "a cookie of the balancer's",
    { stickiness: { by: "balancerCookie", seconds: 3600 } },
    { stickiness: { type: "lb_cookie", cookie_duration: 3600 } },
  ],
  [
    "a cookie of the application's",
    { stickiness: { by: "applicationCookie", name: "session", seconds: 60 } },
    { stickiness: { type: "app_cookie", cookie_name: "session", cookie_duration: 60 } },
  ],
  [
    "connections, of which one that opens is enough",
    { protocol: "tcp", healthCheck: {}, preserveClientIp: true },
    {
      ...{ protocol: "TCP", preserve_client_ip: "true" },
      health_check: { protocol: "TCP", port: "traffic-port" },
    },
  ],
  [
    "TLS to the targets",
    { protocol: "tcp", encrypted: true, healthCheck: {} },
    { protocol: "TLS" },
  ],
  [
    "packets, asked by HTTP at another port",
    {
      protocol: "tcpUdp",
      targets: "instance",
      stickiness: { by: "clientAddress" },
      healthCheck: { path: "/", port: 8081, codes: "200-204" },
    },
    {
      ...{ protocol: "TCP_UDP", target_type: "instance", stickiness: { type: "source_ip" } },
      health_check: { protocol: "HTTP", path: "/", port: "8081", matcher: "200-204" },
    },
  ],
  [
    "an application load balancer, asked by TLS",
    {
      ...{ protocol: "tcp", port: 443, targets: "applicationLoadBalancer" },
      healthCheck: { path: "/", encrypted: true, codes: "200-404" },
    },
    { protocol: "TCP", target_type: "alb", health_check: { protocol: "HTTPS" } },
  ],
])("%s", (_, props, expected) => {
  expect(made(props)).toMatchObject(expected);
});

test("of connections nothing is said that requests alone have", () => {
  const { load_balancing_algorithm_type, protocol_version, health_check } = made({
    ...{ protocol: "tcp", healthCheck: {} },
  });
  expect([load_balancing_algorithm_type, protocol_version]).toEqual([undefined, undefined]);
  expect(health_check).not.toHaveProperty("path");
});

const AT = "test-c01/group: ";

test.each<[Partial<TargetGroupProps>, string]>([
  [
    { name: "dev-c01-a-service-of-a-long-name-x" },
    'name: expected 1 to 32 letters, digits and dashes, no dash at an end and not "internal-" first, got "dev-c01-a-service-of-a-long-name-x"',
  ],
  [
    { name: "internal-orders" },
    'name: expected 1 to 32 letters, digits and dashes, no dash at an end and not "internal-" first, got "internal-orders"',
  ],
  [{ port: 0 }, "port: expected a whole number from 1 to 65535, got 0"],
  [
    { deregistrationDelaySeconds: 3601 },
    "deregistrationDelaySeconds: expected a whole number from 0 to 3600, got 3601",
  ],
  [{ slowStartSeconds: 20 }, "slowStartSeconds: expected a whole number from 30 to 900, got 20"],
  [
    { slowStartSeconds: 30, algorithm: "leastOutstanding" },
    'slowStartSeconds: expected none with the algorithm "leastOutstanding", got 30; AWS starts targets slowly in turn ("roundRobin") alone',
  ],
  [
    { slowStartSeconds: 30, algorithm: "weightedRandom" },
    'slowStartSeconds: expected none with the algorithm "weightedRandom", got 30; AWS starts targets slowly in turn ("roundRobin") alone',
  ],
  [
    { targets: "applicationLoadBalancer" },
    'targets: expected "ip" or "instance" of http1, got "applicationLoadBalancer"; a network load balancer alone forwards to one, by tcp',
  ],
  [
    { preserveClientIp: true },
    "preserveClientIp: expected none of http1, got true; an application load balancer says the address in X-Forwarded-For",
  ],
  [
    { stickiness: { by: "clientAddress" } },
    'stickiness.by: expected "balancerCookie" or "applicationCookie" of http1, got "clientAddress"',
  ],
  [
    { stickiness: { by: "applicationCookie", name: "AWSALB", seconds: 60 } },
    "stickiness.name: expected a cookie of the application's, got \"AWSALB\", which is the balancer's",
  ],
  [
    { stickiness: { by: "balancerCookie", seconds: 604_801 } },
    "stickiness.seconds: expected a whole number from 1 to 604800, got 604801",
  ],
  [
    { healthCheck: {} },
    'healthCheck.path: expected a path from "/" on of at most 1024 characters, got ""',
  ],
  [
    { healthCheck: { path: "/", codes: "500" } },
    'healthCheck.codes: expected codes from 200 to 499, such as "200" or "200-499", got "500"',
  ],
  [
    { protocol: "grpc", healthCheck: { path: "/a.B/C", codes: "200" } },
    'healthCheck.codes: expected codes from 0 to 99, such as "0" or "0-99", got "200"',
  ],
  [
    { healthCheck: { path: "/", port: 70_000 } },
    "healthCheck.port: expected a whole number from 1 to 65535, got 70000",
  ],
  [
    { healthCheck: { path: "/", timeoutSeconds: 10 } },
    "healthCheck.timeoutSeconds: expected less than the interval of 10, got 10",
  ],
  [
    { healthCheck: { path: "/", intervalSeconds: 301 } },
    "healthCheck.intervalSeconds: expected a whole number from 5 to 300, got 301",
  ],
  [
    { healthCheck: { path: "/", healthyThreshold: 1 } },
    "healthCheck.healthyThreshold: expected a whole number from 2 to 10, got 1",
  ],
  [
    { healthCheck: { path: "/", unhealthyThreshold: 11 } },
    "healthCheck.unhealthyThreshold: expected a whole number from 2 to 10, got 11",
  ],
  [
    { protocol: "tcp", healthCheck: { codes: "200" } },
    'healthCheck.codes: expected none where only a connection is opened, got "200"; say a path, or leave it out',
  ],
  [
    { protocol: "tcp", healthCheck: {}, algorithm: "roundRobin" },
    'algorithm: expected none of tcp, got "roundRobin"; a network load balancer sees connections, and hashes their addresses',
  ],
  [
    { protocol: "udp", healthCheck: {}, slowStartSeconds: 60 },
    "slowStartSeconds: expected none of udp, got 60; an application load balancer alone starts targets slowly",
  ],
  [
    { protocol: "udp", healthCheck: {}, encrypted: true },
    "encrypted: expected false of udp, got true; TLS goes over tcp",
  ],
  [
    { protocol: "udp", healthCheck: {}, preserveClientIp: false },
    "preserveClientIp: expected true of udp, got false; AWS always keeps the address there",
  ],
  [
    { protocol: "tcp", healthCheck: {}, stickiness: { by: "balancerCookie", seconds: 60 } },
    'stickiness.by: expected "clientAddress" of tcp, got "balancerCookie"; a network load balancer sees no cookies',
  ],
  [
    { protocol: "tcp", encrypted: true, healthCheck: {}, stickiness: { by: "clientAddress" } },
    "stickiness: expected none with TLS to the targets, which AWS refuses; leave stickiness or encrypted out",
  ],
])("%j is refused", (props, message) => {
  expect(() => made(props)).toThrow(new Error(AT + message));
});

test("what an application load balancer cannot have as a target is said all at once", () => {
  expect(() =>
    made({
      ...{ protocol: "udp", targets: "applicationLoadBalancer", healthCheck: {} },
      ...{ stickiness: { by: "clientAddress" }, deregistrationDelaySeconds: 30 },
      preserveClientIp: false,
    }),
  ).toThrow(
    new Error(
      [
        "preserveClientIp: expected true of udp, got false; AWS always keeps the address there",
        'protocol: expected plain "tcp" to an application load balancer, which ends TLS itself, got udp',
        "stickiness: expected none to an application load balancer; let its own target groups have it",
        "preserveClientIp: expected true to an application load balancer, got false; AWS always keeps the address there",
        'healthCheck.path: expected a path such as "/", got nothing; AWS asks an application load balancer by HTTP alone',
        "deregistrationDelaySeconds: expected none to an application load balancer, got 30; its own target groups wait",
      ]
        .map((line) => AT + line)
        .join("\n"),
    ),
  );
});
