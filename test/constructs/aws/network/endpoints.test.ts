import { CLOUD_SERVICES } from "../../../../model/network/declaration";
import { resource, statements } from "../../support/synth";
import { namesOf, networkOf } from "./support";

const json = networkOf({ endpoints: ["images", "queues"] });

test("what goes to S3 and DynamoDB never leaves, from every tier that has a way out", () => {
  expect(resource(json, "aws_vpc_endpoint.network_s3")).toMatchObject({
    service_name: "com.amazonaws.us-east-1.s3",
    vpc_endpoint_type: "Gateway",
    route_table_ids: [
      "${aws_route_table.network_routes_public.id}",
      "${aws_route_table.network_routes_private_a.id}",
      "${aws_route_table.network_routes_private_b.id}",
    ],
  });
});

test("a declared service has an interface in each private subnet, under its usual name", () => {
  expect(namesOf(json, "aws_vpc_endpoint")).toEqual([
    "network_dynamodb",
    "network_s3",
    "network_ecr_api",
    "network_ecr_dkr",
    "network_sqs",
  ]);
  expect(resource(json, "aws_vpc_endpoint.network_sqs")).toMatchObject({
    service_name: "com.amazonaws.us-east-1.sqs",
    vpc_endpoint_type: "Interface",
    private_dns_enabled: true,
    subnet_ids: ["${aws_subnet.network_private_a.id}", "${aws_subnet.network_private_b.id}"],
    security_group_ids: ["${aws_security_group.network_endpoints.id}"],
  });
});

test("the interfaces are used by members of one group: a rule at both ends, no address in either", () => {
  const ports = { ip_protocol: "tcp", from_port: 443, to_port: 443 };
  const [endpoints, clients] = ["endpoints", "endpoint_clients"].map(
    (name) => `\${aws_security_group.network_${name}.id}`,
  );
  const [into] = namesOf(json, "aws_vpc_security_group_ingress_rule");
  const [out] = namesOf(json, "aws_vpc_security_group_egress_rule");
  expect(resource(json, `aws_vpc_security_group_ingress_rule.${into}`)).toMatchObject({
    ...ports,
    security_group_id: endpoints,
    referenced_security_group_id: clients,
  });
  expect(resource(json, `aws_vpc_security_group_egress_rule.${out}`)).toMatchObject({
    ...ports,
    security_group_id: clients,
    referenced_security_group_id: endpoints,
  });
});

test("without a declared service there are no interfaces and no groups", () => {
  expect(namesOf(networkOf(), "aws_security_group")).toEqual([]);
});

test.each(namesOf(json, "aws_vpc_endpoint"))("%s lets ours reach ours", (name) => {
  const policy = statements(resource(json, `aws_vpc_endpoint.${name}`).policy);
  expect(policy.at(-1)).toMatchObject({
    Sid: "OursToOurs",
    Condition: {
      StringEquals: { "aws:PrincipalAccount": "123456789012" },
      StringEqualsIfExists: { "aws:ResourceAccount": "123456789012" },
    },
  });
  expect(policy).toHaveLength(name === "network_s3" ? 2 : 1);
});

test("S3 also gives out the layers of images, which lie in a bucket of AWS's", () => {
  const [layers] = statements(resource(json, "aws_vpc_endpoint.network_s3").policy);
  expect(layers).toMatchObject({
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*",
  });
});

test("every service that can be declared has its endpoint, and its own actions", () => {
  const all = networkOf({ endpoints: CLOUD_SERVICES });
  const actions = namesOf(all, "aws_vpc_endpoint").map((name) => [
    name.replace("network_", ""),
    statements(resource(all, `aws_vpc_endpoint.${name}`).policy).at(-1)?.Action,
  ]);
  expect(Object.fromEntries(actions)).toEqual({
    ...{ dynamodb: "dynamodb:*", s3: "s3:*", events: "events:*", lambda: "lambda:*" },
    ...{ ecr_api: "ecr:*", ecr_dkr: "ecr:*", kms: "kms:*", logs: "logs:*" },
    ...{ bedrock_runtime: "bedrock:*", sagemaker_runtime: "sagemaker:*" },
    ...{ monitoring: "cloudwatch:*", ssm: "ssm:*", sqs: "sqs:*", sts: "sts:*", sns: "sns:*" },
    ...{ secretsmanager: "secretsmanager:*", xray: "xray:*", states: "states:*" },
  });
});
