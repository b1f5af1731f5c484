import { list, type Echo } from "./echo";
import type { Values } from "./plan";

/** One rule for each source, however the provider has joined them. */
function ingressOfGroup(value: unknown): unknown[] {
  return list(value).flatMap((rule) => {
    const base = {
      protocol: String(rule["protocol"]),
      ports: rule["protocol"] === "-1" ? [] : [rule["from_port"], rule["to_port"]],
      description: rule["description"],
    };
    const sources = ["cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "security_groups"]
      .flatMap((name) => list(rule[name]))
      .map((source) => ({ ...base, source }));
    return rule["self"] === true ? [...sources, { ...base, source: "self" }] : sources;
  });
}

function ruleOfGroup(rule: Values): unknown {
  const group = rule["referenced_security_group_id"];
  const other =
    rule["cidr_ipv4"] ?? rule["cidr_ipv6"] ?? rule["prefix_list_id"] ?? group ?? undefined;
  const protocol = String(rule["ip_protocol"]);
  return {
    protocol,
    ports: protocol === "-1" ? [] : [rule["from_port"], rule["to_port"]],
    description: rule["description"],
    source: group === rule["security_group_id"] ? "self" : other,
  };
}

const groupRules = (attribute: string): Echo => ({
  ...{ attribute, setter: `aws_vpc_security_group_${attribute}_rule` },
  ...{ names: "security_group_id", owner: ["id"] },
  expected: (setters) => setters.map(ruleOfGroup),
  actual: ingressOfGroup,
});

/** What a route may lead to, one of these. */
const TARGETS = [
  "carrier_gateway_id",
  "core_network_arn",
  "egress_only_gateway_id",
  "gateway_id",
  "local_gateway_id",
  "nat_gateway_id",
  "network_interface_id",
  "transit_gateway_id",
  "vpc_endpoint_id",
  "vpc_peering_connection_id",
] as const;

/** @param prefix - a route of its own calls `destination_cidr_block` what a table calls `cidr_block` */
const routeOf = (prefix: "" | "destination_") => (route: Values) => ({
  to:
    route[`${prefix}cidr_block`] ||
    route[`${prefix}ipv6_cidr_block`] ||
    route["destination_prefix_list_id"],
  by: Object.fromEntries(TARGETS.map((target) => [target, route[target]])),
});

const routes: Echo = {
  ...{ attribute: "route", setter: "aws_route", names: "route_table_id", owner: ["id"] },
  expected: (setters) => setters.map(routeOf("destination_")),
  actual: (value) => list(value).map(routeOf("")),
};

/** @param of - what the list and a rule of its own call in two ways */
const accessRule = (rule: Values, of: { readonly number: unknown; readonly action: unknown }) => ({
  ...of,
  range: rule["cidr_block"] || rule["ipv6_cidr_block"],
  protocol: String(rule["protocol"]),
  ports: { from: rule["from_port"] || 0, to: rule["to_port"] || 0 },
  icmp: { type: rule["icmp_type"] || 0, code: rule["icmp_code"] || 0 },
});

const accessRules = (attribute: "ingress" | "egress"): Echo => ({
  ...{ attribute, setter: "aws_network_acl_rule", names: "network_acl_id", owner: ["id"] },
  expected: (setters) =>
    setters
      .filter(({ egress }) => (egress === true) === (attribute === "egress"))
      .map((rule) =>
        accessRule(rule, { number: rule["rule_number"], action: rule["rule_action"] }),
      ),
  actual: (value) =>
    list(value).map((rule) =>
      accessRule(rule, { number: rule["rule_no"], action: rule["action"] }),
    ),
});

/** Those of networks, by the type of the owner. */
export const NETWORK_ECHOES: Readonly<Record<string, readonly Echo[]>> = {
  aws_network_acl: [accessRules("ingress"), accessRules("egress")],
  aws_route_table: [routes],
  aws_security_group: [groupRules("ingress"), groupRules("egress")],
};
