import { SecurityGroup } from "../../../../constructs/aws/network/security_group";
import { resource, synthesizeOne } from "../../support/synth";

const json = synthesizeOne((stack) => {
  const [service, database] = ["service", "database"].map(
    (id) => new SecurityGroup(stack, id, { name: id, description: `The ${id}.`, vpcId: "vpc-1" }),
  );
  database!.allowFrom(service!, { port: 5432, description: "Queries" });
  service!.allowFrom(service!, { port: 7946, protocol: "udp", description: "Gossip" });
});

test("a group says what it is of, and opens nothing by itself", () => {
  expect(resource(json, "aws_security_group.database")).toEqual({
    name: "database",
    description: "The database.",
    vpc_id: "vpc-1",
  });
});

test("an opening is a rule at both ends, each naming the other group", () => {
  expect(
    resource(json, "aws_vpc_security_group_ingress_rule.database_from_service_tcp_5432"),
  ).toEqual({
    ...{ ip_protocol: "tcp", from_port: 5432, to_port: 5432, description: "Queries" },
    security_group_id: "${aws_security_group.database.id}",
    referenced_security_group_id: "${aws_security_group.service.id}",
  });
  expect(
    resource(json, "aws_vpc_security_group_egress_rule.service_to_database_tcp_5432"),
  ).toMatchObject({
    security_group_id: "${aws_security_group.service.id}",
    referenced_security_group_id: "${aws_security_group.database.id}",
  });
});

test("members of a group may talk with one another, where it says so", () => {
  expect(
    resource(json, "aws_vpc_security_group_ingress_rule.service_from_service_udp_7946"),
  ).toMatchObject({
    ip_protocol: "udp",
    security_group_id: "${aws_security_group.service.id}",
    referenced_security_group_id: "${aws_security_group.service.id}",
  });
});
