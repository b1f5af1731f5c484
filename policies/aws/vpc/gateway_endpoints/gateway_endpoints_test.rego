package aws.vpc.gateway_endpoints_test

import data.aws.vpc.gateway_endpoints as policy
import data.lib.expect

endpoint(name) := expect.link("aws_vpc_endpoint", {"service_name": $"com.amazonaws.eu-west-1.{name}"})

vpc(nats, endpoints) := expect.linked("aws_vpc", "plan", {}, {"subnets": [subnet(nats)], "endpoints": endpoints})

subnet(nats) := object.union(expect.link("aws_subnet", {}), {"links": {"nats": nats}})

nat := expect.link("aws_nat_gateway", {})

denied(service) := expect.finding("AWS-VPC-004", $"aws_vpc.it reaches {service} through a NAT gateway")

test_deny_what_goes_through_nat if {
	policy.deny == {denied("dynamodb"), denied("s3")} with input as vpc([nat], [])
	policy.deny == {denied("dynamodb")} with input as vpc([nat], [endpoint("s3"), endpoint("sqs")])
}

test_allow_endpoints if {
	policy.deny == set() with input as vpc([nat], [endpoint("s3"), endpoint("dynamodb")])
}

test_allow_no_nat if {
	policy.deny == set() with input as vpc([], [])
}

test_allow_what_cannot_be_resolved if {
	policy.deny == set() with input as object.union(vpc([nat], []), {"unresolved": {"endpoints": true}})
}

test_allow_other_types if {
	policy.deny == set() with input as object.union(vpc([nat], []), {"type": "aws_subnet"})
}
