import { CellBalancer } from "../../../../constructs/aws/load_balancing/cell_balancer";
import { NetworkOfEnvironment } from "../../../../constructs/aws/network/contract";
import type { LoadBalancerDeclaration } from "../../../../model/load_balancing/declaration";
import { awsNetworkNames } from "../../../../model/names";
import { settle } from "../../../../model/settle";
import { LOCATION, NETWORKED, resource, synthesizeOne } from "../../support/synth";
import { CERTIFICATE } from "./support";

function cellWith(loadBalancer: LoadBalancerDeclaration = {}) {
  const environment = settle({ ...NETWORKED, loadBalancer });
  return synthesizeOne((stack) => {
    new CellBalancer(stack, "entry", {
      ...{ environment: environment.name, cell: "c01", settled: environment.loadBalancer },
      network: new NetworkOfEnvironment(stack, "network", {
        names: awsNetworkNames(environment.name),
        plan: environment.network!,
      }),
      ...{ ipv6: true, location: LOCATION, certificateArn: CERTIFICATE },
      deletionProtection: false,
    });
  });
}

const json = cellWith();
const contract = "jsondecode(data.aws_ssm_parameter.network_contract.insecure_value)";

test("a cell's balancer stands in the public tier, with addresses of both kinds", () => {
  expect(resource(json, "aws_lb.entry_balancer")).toMatchObject({
    name: "dev-net-c01-public",
    subnets: [`\${${contract}.subnets.public.a}`, `\${${contract}.subnets.public.b}`],
    ip_address_type: "dualstack",
    enable_deletion_protection: false,
  });
  expect(resource(json, "aws_security_group.entry_balancer_group").vpc_id).toBe(
    `\${${contract}.vpc}`,
  );
});

test("a firewall of the region stands before it, whose log has a key of its own", () => {
  expect(resource(json, "aws_wafv2_web_acl.entry_firewall")).toMatchObject({
    ...{ name: "dev-net-c01-balancer", scope: "REGIONAL" },
  });
  expect(resource(json, "aws_wafv2_web_acl_association.entry_balancer_web_acl")).toEqual({
    resource_arn: "${aws_lb.entry_balancer.arn}",
    web_acl_arn: "${aws_wafv2_web_acl.entry_firewall.arn}",
  });
  expect(resource(json, "aws_cloudwatch_log_group.entry_firewall_logs")).toMatchObject({
    name: "aws-waf-logs-dev-net-c01-balancer",
    kms_key_id: "${aws_kms_key.entry_key.arn}",
    retention_in_days: 30,
  });
});

test("records lead to the balancer", () => {
  expect(json.output?.["entry_dns_name"]).toMatchObject({
    value: "${aws_lb.entry_balancer.dns_name}",
  });
  expect(json.resource?.["aws_globalaccelerator_accelerator"]).toBeUndefined();
});

test("what is declared of it holds", () => {
  const declared = cellWith({
    firewall: { rate: 100, mode: "block" },
    ...{ tlsPolicy: "strict", idleTimeout: "2m", logRetention: "14d" },
  });
  expect(resource(declared, "aws_lb.entry_balancer").idle_timeout).toBe(120);
  expect(resource(declared, "aws_lb_listener.entry_balancer_https").ssl_policy).toBe(
    "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
  );
  expect(resource(declared, "aws_wafv2_web_acl.entry_firewall").rule).toMatchObject([
    {
      action: { block: {} },
      statement: [{ rate_based_statement: [{ limit: 100 }] }],
    },
    ...[{}, {}, {}],
  ]);
  expect(
    resource(declared, "aws_s3_bucket_lifecycle_configuration.entry_logs_lifecycle").rule,
  ).toMatchObject([{ expiration: [{ days: 14 }] }]);
});

describe("with anycast", () => {
  const anycast = cellWith({ anycast: true });

  test("clients come to two addresses at the edge, and keep their own", () => {
    expect(resource(anycast, "aws_globalaccelerator_accelerator.entry_anycast")).toEqual({
      ...{ name: "dev-net-c01-public", ip_address_type: "DUAL_STACK", enabled: true },
      attributes: {
        flow_logs_enabled: true,
        flow_logs_s3_bucket: "${aws_s3_bucket.entry_logs.bucket}",
        flow_logs_s3_prefix: "flows",
      },
      depends_on: ["aws_s3_bucket_policy.entry_logs_policy"],
    });
    expect(
      resource(anycast, "aws_globalaccelerator_endpoint_group.entry_anycast_us_east_1"),
    ).toEqual({
      listener_arn: "${aws_globalaccelerator_listener.entry_anycast_listener.id}",
      ...{ endpoint_group_region: "us-east-1", traffic_dial_percentage: 100 },
      endpoint_configuration: [
        {
          ...{ endpoint_id: "${aws_lb.entry_balancer.arn}", weight: 128 },
          client_ip_preservation_enabled: true,
        },
      ],
    });
    expect(
      resource(anycast, "aws_globalaccelerator_listener.entry_anycast_listener"),
    ).toMatchObject({
      ...{ protocol: "TCP", client_affinity: "NONE" },
      port_range: [
        { from_port: 80, to_port: 80 },
        { from_port: 443, to_port: 443 },
      ],
    });
  });

  test("records lead to them", () => {
    expect(anycast.output?.["entry_dns_name"]).toMatchObject({
      value: "${aws_globalaccelerator_accelerator.entry_anycast.dns_name}",
    });
  });
});
