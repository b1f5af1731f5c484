import { classify } from "../../../operations/drift/classify";
import { change, planOf } from "./plans";

/** The class of an owner whose attribute drifted from nothing to a value, beside the resources that set it. */
function classOf(type: string, attribute: string, value: unknown, setters: [string, object][]) {
  const drift = change(
    type,
    ["update"],
    { id: "o", [attribute]: [] },
    { id: "o", [attribute]: value },
  );
  const changes = setters.map(([setter, values]) =>
    change(setter, ["no-op"], { ...values }, { ...values }),
  );
  return classify(planOf([drift], changes)).find((each) => each.type === type)?.class;
}

describe("a table's routes, which are resources of their own", () => {
  const inTable = {
    cidr_block: "0.0.0.0/0",
    ipv6_cidr_block: "",
    gateway_id: "",
    nat_gateway_id: "nat-1",
  };
  const own = { route_table_id: "o", destination_cidr_block: "0.0.0.0/0", nat_gateway_id: "nat-1" };
  const classed = (route: object, table: object = inTable) =>
    classOf("aws_route_table", "route", [table], [["aws_route", route]]);

  test("are an echo", () => expect(classed(own)).toBe("echo"));

  test("by IPv6 too", () => {
    const route = {
      route_table_id: "o",
      destination_ipv6_cidr_block: "::/0",
      egress_only_gateway_id: "e",
    };
    expect(classed(route, { ipv6_cidr_block: "::/0", egress_only_gateway_id: "e" })).toBe("echo");
  });

  test.each([
    ["to another target", { ...own, nat_gateway_id: "nat-2" }],
    ["of another kind", { ...own, nat_gateway_id: null, gateway_id: "nat-1" }],
    ["for other addresses", { ...own, destination_cidr_block: "10.0.0.0/8" }],
    ["of another table", { ...own, route_table_id: "z" }],
  ])("a route %s is drift", (_, route) => expect(classed(route)).toBe("silent"));
});

describe("the rules of an access list, which are resources of their own", () => {
  const inList = {
    ...{ rule_no: 100, action: "allow", protocol: "-1", cidr_block: "10.0.0.0/17" },
    ...{ ipv6_cidr_block: "", from_port: 0, to_port: 0, icmp_type: 0, icmp_code: 0 },
  };
  const own = {
    ...{ network_acl_id: "o", rule_number: 100, rule_action: "allow", protocol: "-1" },
    ...{ cidr_block: "10.0.0.0/17", egress: false, from_port: null, to_port: null },
  };
  const classed = (attribute: string, rule: object) =>
    classOf("aws_network_acl", attribute, [inList], [["aws_network_acl_rule", rule]]);

  test("are an echo, each in its direction", () => {
    expect(classed("ingress", own)).toBe("echo");
    expect(classed("egress", { ...own, egress: true })).toBe("echo");
    expect(classed("egress", own)).toBe("silent");
  });

  test.each([
    ["that denies", { ...own, rule_action: "deny" }],
    ["with another number", { ...own, rule_number: 90 }],
    ["for other addresses", { ...own, cidr_block: "0.0.0.0/0" }],
    ["for one port", { ...own, from_port: 443, to_port: 443 }],
  ])("a rule %s is drift", (_, rule) => expect(classed("ingress", rule)).toBe("silent"));
});
