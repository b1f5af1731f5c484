import type { Attributes, TerraformJson } from "../../../../constructs/terraform_json";
import { judge } from "../../../../policies/gate";
import { encrypted, logRetention, tagged } from "../../support/predicates";
import { NETWORKED, resource, statements, synthesizeAll } from "../../support/synth";
import { namesOf, networkOf, productionOf, routesOf } from "./support";

const full = networkOf({ ...NETWORKED.network });

test("an environment that declares a network has a stack of it, right after bootstrap; others have none", () => {
  expect(synthesizeAll([NETWORKED]).map(({ id }) => id)).toEqual([
    "dev-net-bootstrap",
    "dev-net-network",
    "dev-net-observability",
    "dev-net-c01",
    "dev-net-edge",
  ]);
  const unconnected = { ...NETWORKED, network: undefined as never };
  expect(synthesizeAll([unconnected]).map(({ id }) => id)).not.toContain("dev-net-network");
  expect(full.output?.plinth_stack?.value).toBe("dev-net-network");
});

describe("a network of which only the pool is said", () => {
  const json = networkOf();

  test("is a VPC with names in DNS, and a subnet of each tier in each zone", () => {
    expect(resource(json, "aws_vpc.network")).toEqual({
      cidr_block: "10.32.0.0/16",
      enable_dns_hostnames: true,
      enable_dns_support: true,
      tags: expect.objectContaining({ Name: "dev-net-network", owner: "platform" }),
    });
    expect(namesOf(json, "aws_subnet")).toEqual([
      "network_public_a",
      "network_public_b",
      "network_private_a",
      "network_private_b",
      "network_isolated_a",
      "network_isolated_b",
    ]);
  });

  test("costs nothing by the hour", () => {
    expect(namesOf(json, "aws_nat_gateway")).toEqual([]);
    expect(namesOf(json, "aws_eip")).toEqual([]);
    expect(namesOf(json, "aws_vpc_endpoint")).toEqual(["network_dynamodb", "network_s3"]);
  });

  test("has one way out, that of the public tier", () => {
    expect(routesOf(json, "network_routes_public")).toEqual({
      "0.0.0.0/0": "${aws_internet_gateway.network_internet.id}",
    });
    expect(namesOf(json, "aws_route")).toEqual(["network_routes_public_internet"]);
  });
});

test("a subnet gives no public address of IPv4; of IPv6 all but the public tier's do", () => {
  expect(resource(full, "aws_subnet.network_public_a")).toMatchObject({
    availability_zone: "us-east-1a",
    cidr_block: "10.32.192.0/22",
    map_public_ip_on_launch: false,
    ipv6_cidr_block: "${cidrsubnet(aws_vpc.network.ipv6_cidr_block, 8, 16)}",
    assign_ipv6_address_on_creation: false,
  });
  expect(resource(full, "aws_subnet.network_isolated_b")).toMatchObject({
    ipv6_cidr_block: "${cidrsubnet(aws_vpc.network.ipv6_cidr_block, 8, 9)}",
    assign_ipv6_address_on_creation: true,
  });
});

test("whatever names no security group gets one that lets nothing through", () => {
  const group = resource(full, "aws_default_security_group.network_nobody");
  expect(Object.keys(group).sort()).toEqual(["tags", "vpc_id"]);
});

describe("NAT", () => {
  const nat = (zone: string) => `\${aws_nat_gateway.network_nat_${zone}.id}`;

  test("single: one gateway, in the first zone that is declared, for every private subnet", () => {
    const json = networkOf({ nat: "single", zones: ["c", "a"] });
    expect(namesOf(json, "aws_nat_gateway")).toEqual(["network_nat_c"]);
    expect(routesOf(json, "network_routes_private_c")).toEqual({ "0.0.0.0/0": nat("c") });
    expect(routesOf(json, "network_routes_private_a")).toEqual({ "0.0.0.0/0": nat("c") });
    expect(resource(json, "aws_nat_gateway.network_nat_c")).toMatchObject({
      allocation_id: "${aws_eip.network_nat_c_address.id}",
      subnet_id: "${aws_subnet.network_public_c.id}",
      depends_on: ["aws_internet_gateway.network_internet"],
    });
  });

  test("perZone: each private subnet goes out in its own zone", () => {
    const json = productionOf({ nat: "perZone" });
    expect(namesOf(json, "aws_nat_gateway")).toHaveLength(3);
    for (const zone of ["a", "b", "c"]) {
      expect(routesOf(json, `network_routes_private_${zone}`)).toEqual({
        "0.0.0.0/0": nat(zone),
      });
    }
  });

  test.each(["single", "perZone"] as const)("%s: the isolated tier has no route", (kind) => {
    const json = networkOf({ nat: kind, ipv6: true });
    expect(namesOf(json, "aws_route_table_association")).toContain(
      "network_routes_isolated_subnet_a",
    );
    expect(routesOf(json, "network_routes_isolated")).toEqual({});
  });
});

test("by IPv6 the private tier goes out and is not reached; the public goes both ways", () => {
  expect(routesOf(full, "network_routes_private_a")).toMatchObject({
    "::/0": "${aws_egress_only_internet_gateway.network_egress_only.id}",
  });
  expect(routesOf(full, "network_routes_public")).toMatchObject({
    "::/0": "${aws_internet_gateway.network_internet.id}",
  });
  expect(namesOf(networkOf({ nat: "single" }), "aws_egress_only_internet_gateway")).toEqual([]);
});

test("tiers that are not declared bring nothing of theirs along", () => {
  const json = networkOf({ tiers: ["isolated"], ipv6: true });
  expect(namesOf(json, "aws_route_table")).toEqual(["network_routes_isolated"]);
  for (const type of ["internet_gateway", "egress_only_internet_gateway", "vpc_endpoint", "route"])
    expect(namesOf(json, `aws_${type}`)).toEqual([]);
});

describe("the isolated tier's access list", () => {
  const rulesOf = (json: TerraformJson) =>
    (Object.values(json.resource?.["aws_network_acl_rule"] ?? {}) as Attributes[]).map((rule) => {
      expect(rule).toMatchObject({ rule_action: "allow", protocol: "-1" });
      const way = rule.egress === true ? "to" : "from";
      return `${String(rule.rule_number)} ${way} ${String(rule.cidr_block ?? rule.ipv6_cidr_block)}`;
    });

  test("lets it talk with the private tier and itself, and with nobody else", () => {
    const json = networkOf();
    expect(rulesOf(json)).toEqual([
      "100 from 10.32.0.0/17",
      "100 to 10.32.0.0/17",
      "110 from 10.32.128.0/18",
      "110 to 10.32.128.0/18",
    ]);
    expect(resource(json, "aws_network_acl.network_isolated").subnet_ids).toEqual([
      "${aws_subnet.network_isolated_a.id}",
      "${aws_subnet.network_isolated_b.id}",
    ]);
  });

  test("says the same of IPv6", () => {
    expect(rulesOf(full).filter((rule) => rule.startsWith("2"))).toEqual([
      "200 from ${cidrsubnet(aws_vpc.network.ipv6_cidr_block, 5, 0)}",
      "200 to ${cidrsubnet(aws_vpc.network.ipv6_cidr_block, 5, 0)}",
      "210 from ${cidrsubnet(aws_vpc.network.ipv6_cidr_block, 5, 1)}",
      "210 to ${cidrsubnet(aws_vpc.network.ipv6_cidr_block, 5, 1)}",
    ]);
  });

  test("keeps the number of each rule when tiers come or go", () => {
    expect(rulesOf(networkOf({ tiers: ["isolated"] }))).toEqual([
      "110 from 10.32.128.0/18",
      "110 to 10.32.128.0/18",
    ]);
  });

  test("is made with the tier alone", () => {
    expect(namesOf(networkOf({ tiers: ["private"] }), "aws_network_acl")).toEqual([]);
  });
});

test("flow logs are kept as long as declared, under a key that this log group alone may use", () => {
  const json = networkOf({ flowLogs: { retention: "7d", traffic: "rejected" } });
  expect(resource(json, "aws_flow_log.network_flows")).toMatchObject({
    vpc_id: "${aws_vpc.network.id}",
    traffic_type: "REJECT",
    log_destination: "${aws_cloudwatch_log_group.network_flows_logs.arn}",
  });
  expect(resource(json, "aws_cloudwatch_log_group.network_flows_logs")).toMatchObject({
    name: "/aws/vpc/dev-net-network/flows",
    retention_in_days: 7,
    kms_key_id: "${aws_kms_key.network_flows_key.arn}",
  });
  expect(String(resource(json, "aws_kms_key.network_flows_key").policy)).toContain(
    ":log-group:/aws/vpc/dev-net-network/flows",
  );
  expect(resource(full, "aws_flow_log.network_flows").traffic_type).toBe("ALL");
});

test("the role of flow logs is taken for this account's alone, and writes to one log group", () => {
  const [trust] = statements(resource(full, "aws_iam_role.network_flows_role").assume_role_policy);
  expect(trust).toMatchObject({
    Principal: { Service: "vpc-flow-logs.amazonaws.com" },
    Condition: {
      StringEquals: { "aws:SourceAccount": "123456789012" },
      ArnLike: { "aws:SourceArn": "arn:aws:ec2:us-east-1:123456789012:vpc-flow-log/*" },
    },
  });
  const [grant, more] = statements(
    resource(full, "aws_iam_role_policy.network_flows_grants").policy,
  );
  const group =
    "arn:aws:logs:us-east-1:123456789012:log-group:${aws_cloudwatch_log_group.network_flows_logs.name}";
  expect(grant).toMatchObject({ Sid: "DeliverFlows", Resource: [group, `${group}:*`] });
  expect(more).toBeUndefined();
});

test("in production nobody destroys the network or the key of its logs by mistake", () => {
  const kept = { lifecycle: { prevent_destroy: true } };
  const json = productionOf();
  expect(resource(json, "aws_vpc.network")).toMatchObject(kept);
  expect(resource(json, "aws_kms_key.network_flows_key")).toMatchObject(kept);
  expect(resource(full, "aws_vpc.network")).not.toHaveProperty("lifecycle");
});

test.each([
  ["all that a network can have", full],
  ["that of production", productionOf({ nat: "perZone", ipv6: true })],
  ["the smallest", networkOf({ tiers: ["isolated"] })],
])("the gate passes %s, and it is encrypted, kept for a time and tagged", async (_, json) => {
  const file = { name: "cdk.tf.json", bytes: Buffer.from(JSON.stringify(json)) };
  const verdict = await judge([file], { now: new Date(0), stage: "synth", undetermined: "deny" });
  expect(verdict).toMatchObject({ verdict: "pass", findings: [] });
  expect([encrypted, logRetention, tagged].flatMap((predicate) => predicate(json))).toEqual([]);
});

test("what grows leaves every subnet, table and route as they are", () => {
  const before = networkOf({ zones: ["b"], tiers: ["private", "public"], nat: "single" });
  const after = networkOf({ zones: ["b", "a"], nat: "single" });
  for (const type of ["aws_subnet", "aws_route_table", "aws_route", "aws_nat_gateway", "aws_eip"]) {
    expect(after.resource?.[type]).toMatchObject(before.resource?.[type] ?? {});
  }
});
