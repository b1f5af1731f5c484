import type {
  ApplicationLoadBalancer,
  ApplicationLoadBalancerProps,
} from "../../../../constructs/aws/load_balancing/application_load_balancer";
import type { RouteProps } from "../../../../constructs/aws/load_balancing/route";
import type { TargetGroup } from "../../../../constructs/aws/load_balancing/target_group";
import { SecurityGroup } from "../../../../constructs/aws/network/security_group";
import { resource, statements, synthesizeOne } from "../../support/synth";
import { balancerIn, CERTIFICATE, groupIn } from "./support";

const made = (
  props: Partial<ApplicationLoadBalancerProps> = {},
  use: (balancer: ApplicationLoadBalancer) => void = () => undefined,
) => synthesizeOne((stack) => use(balancerIn(stack, props)));

const json = made({ webAclArn: "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/b" });
const internal = made({ faces: "network", certificateArn: undefined });

test("it drops what is no header, stops what hides a request, and does not go by accident", () => {
  expect(resource(json, "aws_lb.balancer")).toEqual({
    name: "test-c01-public",
    tags: { Name: "test-c01-public" },
    load_balancer_type: "application",
    ...{ internal: false, ip_address_type: "ipv4", subnets: ["subnet-1", "subnet-2"] },
    security_groups: ["${aws_security_group.balancer_group.id}"],
    ...{ idle_timeout: 60, client_keep_alive: 3600, desync_mitigation_mode: "defensive" },
    ...{ drop_invalid_header_fields: true, enable_http2: true, enable_zonal_shift: true },
    enable_deletion_protection: true,
    access_logs: { bucket: "${aws_s3_bucket.logs.bucket}", prefix: "access", enabled: true },
    connection_logs: {
      ...{ bucket: "${aws_s3_bucket.logs.bucket}", prefix: "connections", enabled: true },
    },
    depends_on: ["aws_s3_bucket_policy.logs_policy"],
  });
});

describe("facing the internet", () => {
  test("it speaks TLS 1.3 and 1.2, and knows nothing until a route says so", () => {
    expect(resource(json, "aws_lb_listener.balancer_https")).toMatchObject({
      ...{ port: 443, protocol: "HTTPS", certificate_arn: CERTIFICATE },
      ssl_policy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
      routing_http_response_server_enabled: false,
      routing_http_response_strict_transport_security_header_value: "max-age=63072000",
      default_action: [
        {
          type: "fixed-response",
          fixed_response: {
            ...{ content_type: "text/plain", message_body: "Not found", status_code: "404" },
          },
        },
      ],
    });
  });

  test("it may speak TLS 1.3 alone", () => {
    const { ssl_policy } = resource(
      made({ tlsPolicy: "strict" }),
      "aws_lb_listener.balancer_https",
    );
    expect(ssl_policy).toBe("ELBSecurityPolicy-TLS13-1-3-PQ-2025-09");
  });

  test("plain HTTP says where HTTPS is, for good", () => {
    expect(resource(json, "aws_lb_listener.balancer_redirect")).toMatchObject({
      ...{ port: 80, protocol: "HTTP" },
      default_action: [
        { type: "redirect", redirect: { protocol: "HTTPS", port: "443", status_code: "HTTP_301" } },
      ],
    });
  });

  test("everybody may come to 443 and 80, and nowhere else", () => {
    const opened = (stack: typeof json) =>
      Object.values(stack.resource?.["aws_vpc_security_group_ingress_rule"] ?? {}).map((rule) => [
        ...[rule.from_port, rule.to_port, rule.cidr_ipv4 ?? rule.cidr_ipv6],
      ]);
    expect(opened(json)).toEqual([
      [443, 443, "0.0.0.0/0"],
      [80, 80, "0.0.0.0/0"],
    ]);
    expect(opened(made({ ipv6: true }))).toEqual([
      [443, 443, "0.0.0.0/0"],
      [443, 443, "::/0"],
      [80, 80, "0.0.0.0/0"],
      [80, 80, "::/0"],
    ]);
  });

  test("a web ACL guards it", () => {
    expect(resource(json, "aws_wafv2_web_acl_association.balancer_web_acl")).toEqual({
      resource_arn: "${aws_lb.balancer.arn}",
      web_acl_arn: "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/b",
    });
  });

  test("with IPv6 it has addresses of both", () => {
    expect(resource(made({ ipv6: true }), "aws_lb.balancer").ip_address_type).toBe("dualstack");
  });
});

describe("facing the network", () => {
  test("it may speak plain HTTP, and lets nobody in by itself", () => {
    expect(resource(internal, "aws_lb.balancer").internal).toBe(true);
    expect(Object.keys(internal.resource?.["aws_lb_listener"] ?? {})).toEqual(["balancer_http"]);
    expect(internal.resource?.["aws_vpc_security_group_ingress_rule"]).toBeUndefined();
  });

  test("it lets in what it is told to, and connects to its targets' group alone", () => {
    const chained = made({ faces: "network", certificateArn: undefined }, (balancer) => {
      const [client, targets] = ["client", "targets"].map(
        (id) =>
          new SecurityGroup(balancer, id, { name: id, description: `${id}.`, vpcId: "vpc-1" }),
      );
      balancer.allowFrom(client!);
      targets!.allowFrom(balancer.securityGroup, { port: 8080, description: "Requests" });
    });
    expect(
      resource(chained, "aws_vpc_security_group_ingress_rule.balancer_group_from_client_tcp_80")
        .referenced_security_group_id,
    ).toBe("${aws_security_group.balancer_client.id}");
    expect(
      resource(chained, "aws_vpc_security_group_egress_rule.balancer_group_to_targets_tcp_8080")
        .referenced_security_group_id,
    ).toBe("${aws_security_group.balancer_targets.id}");
  });
});

test.each<[Partial<ApplicationLoadBalancerProps>, string]>([
  [
    { certificateArn: undefined },
    "certificateArn: expected a certificate of a balancer that faces the internet, got nothing; plain HTTP is read and changed on its way",
  ],
  [
    { subnetIds: ["subnet-1"] },
    "subnetIds: expected subnets of two zones or more, which AWS asks for, got 1",
  ],
  [
    { names: { balancer: "-", securityGroup: "a" } },
    'name: expected 1 to 32 letters, digits and dashes, no dash at an end and not "internal-" first, got "-"',
  ],
  [
    { idleTimeoutSeconds: 4001 },
    "idleTimeoutSeconds: expected a whole number from 1 to 4000, got 4001",
  ],
  [
    { clientKeepAliveSeconds: 59 },
    "clientKeepAliveSeconds: expected a whole number from 60 to 604800, got 59",
  ],
])("%j is refused", (props, message) => {
  expect(() => made(props)).toThrow(new Error(`test-c01/balancer: ${message}`));
});

describe("its logs", () => {
  const bucket = () => statements(resource(json, "aws_s3_bucket_policy.logs_policy").policy);
  const byId = (sid: string) => bucket().find(({ Sid }) => Sid === sid);

  test("are written by load balancers of this account alone, each kind under its own part", () => {
    expect(byId("WriteAccessLogs")).toEqual({
      ...{ Sid: "WriteAccessLogs", Effect: "Allow", Action: "s3:PutObject" },
      Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
      Resource: ["access", "connections"].map(
        (part) => `arn:aws:s3:::\${aws_s3_bucket.logs.bucket}/${part}/AWSLogs/123456789012/*`,
      ),
      Condition: {
        ArnLike: {
          "aws:SourceArn": "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/*",
        },
      },
    });
    expect(byId("WriteDeliveredLogs")).toMatchObject({
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Condition: {
        StringEquals: {
          "aws:SourceAccount": "123456789012",
          "s3:x-amz-acl": "bucket-owner-full-control",
        },
      },
    });
    expect(bucket().map(({ Sid }) => Sid)).toEqual([
      ...["DenyInsecureTransport", "DenyOldTls"],
      ...["LookBeforeDelivery", "WriteAccessLogs", "WriteDeliveredLogs"],
    ]);
  });

  test("are encrypted by S3's key, the only one with which they come, and expire", () => {
    expect(
      resource(json, "aws_s3_bucket_server_side_encryption_configuration.logs_encryption").rule,
    ).toEqual([
      {
        apply_server_side_encryption_by_default: { sse_algorithm: "AES256" },
        bucket_key_enabled: false,
      },
    ]);
    expect(
      resource(json, "aws_s3_bucket_lifecycle_configuration.logs_lifecycle").rule,
    ).toMatchObject([{ id: "expiry", expiration: [{ days: 30 }] }]);
  });
});

describe("a route", () => {
  const group = (protocol: TargetGroup["protocol"] = "http1") => ({ arn: "arn:group", protocol });

  const routed = (route: Partial<RouteProps>, props: Partial<ApplicationLoadBalancerProps> = {}) =>
    made(props, (balancer) =>
      balancer.route("orders", {
        ...{ priority: 10, hosts: ["orders.example.com"], targets: [{ group: group() }] },
        ...route,
      }),
    );

  test("takes the requests that are meant to one target group", () => {
    const one = synthesizeOne((stack) => {
      const balancer = balancerIn(stack);
      balancer.route("orders", {
        ...{ priority: 10, hosts: ["orders.example.com"], paths: ["/v1/*"], methods: ["GET"] },
        headers: { "X-Version": ["2"] },
        targets: [{ group: groupIn(stack) }],
      });
    });
    expect(resource(one, "aws_lb_listener_rule.balancer_orders")).toEqual({
      listener_arn: "${aws_lb_listener.balancer_https.arn}",
      priority: 10,
      condition: [
        { host_header: { values: ["orders.example.com"] } },
        { path_pattern: { values: ["/v1/*"] } },
        { http_request_method: { values: ["GET"] } },
        { http_header: { http_header_name: "X-Version", values: ["2"] } },
      ],
      action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.group.arn}" }],
    });
  });

  test("shares requests out by weight, and lets a client stay", () => {
    const split = routed({
      targets: [
        { group: group(), weight: 90 },
        { group: { ...group(), arn: "arn:green" }, weight: 10 },
      ],
      stickySeconds: 600,
    });
    expect(resource(split, "aws_lb_listener_rule.balancer_orders").action).toEqual([
      {
        type: "forward",
        forward: {
          target_group: [
            { arn: "arn:group", weight: 90 },
            { arn: "arn:green", weight: 10 },
          ],
          stickiness: { enabled: true, duration: 600 },
        },
      },
    ]);
  });

  test.each<[Partial<RouteProps>, string]>([
    [{ priority: 0 }, "priority: expected a whole number from 1 to 50000, got 0"],
    [
      { hosts: undefined },
      "hosts: expected a condition (hosts, paths, methods or headers), got none; the listener answers 404 where no rule holds",
    ],
    [
      { paths: ["/a", "/b", "/c", "/d", "/e"] },
      "hosts: expected at most 5 values of hosts, paths, methods and headers together, got 6; make a second route to the same targets",
    ],
    [
      { paths: ["/a*/*/*", "/b*/*/*"] },
      "hosts: expected at most 5 wildcards in one route, got 6; make a second route to the same targets",
    ],
    [{ paths: [] }, "paths: expected at least one value, got none; leave it out"],
    [
      { hosts: ["orders"] },
      'hosts: expected a host such as api.example.com of at most 128 characters, got "orders"',
    ],
    [
      { paths: ["v1"] },
      'paths: expected a path such as /orders/* of at most 128 characters, got "v1"',
    ],
    [
      { methods: ["get"] },
      'methods: expected a method such as GET of at most 128 characters, got "get"',
    ],
    [
      { headers: { "X-A": [""] } },
      'headers.X-A: expected a value of at most 128 characters, got ""',
    ],
    [{ targets: [] }, "targets: expected 1 to 5 target groups, got 0"],
    [
      { targets: [{ group: group(), weight: 50 }] },
      "targets: expected no weight of the one target group, got 50; it gets all",
    ],
    [
      { targets: [{ group: group(), weight: 90 }, { group: group() }] },
      "targets: expected weights that are whole percentages and 100 together, got 90 + none",
    ],
    [
      {
        targets: [
          { group: group(), weight: 90 },
          { group: group(), weight: 20 },
        ],
      },
      "targets: expected weights that are whole percentages and 100 together, got 90 + 20",
    ],
    [
      { stickySeconds: 60 },
      "stickySeconds: expected none with one target group, got 60; let the group have the stickiness",
    ],
    [
      { targets: [{ group: group("tcp") }] },
      "targets[0].group: expected targets of http1, http2 or grpc, got tcp; a network load balancer forwards to those",
    ],
  ])("%j is refused", (route, message) => {
    expect(() => routed(route)).toThrow(new Error(`test-c01/balancer/orders: ${message}`));
  });

  test.each(["http2", "grpc"] as const)("of %s needs TLS in front", (protocol) => {
    const targets = [{ group: group(protocol) }];
    expect(() => routed({ targets })).not.toThrow();
    expect(() => routed({ targets }, { faces: "network", certificateArn: undefined })).toThrow(
      new Error(
        `test-c01/balancer/orders: targets[0].group: expected http1 behind a listener without TLS, got ${protocol}; give the balancer a certificate`,
      ),
    );
  });

  test("has a priority of its own", () => {
    expect(() =>
      made({}, (balancer) => {
        for (const id of ["orders", "items"]) {
          balancer.route(id, { priority: 1, paths: [`/${id}`], targets: [{ group: group() }] });
        }
      }),
    ).toThrow(
      new Error(
        "test-c01/balancer: route items: expected a priority of its own, got 1, which route orders has",
      ),
    );
  });
});
