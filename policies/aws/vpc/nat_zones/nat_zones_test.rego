package aws.vpc.nat_zones_test

import data.aws.vpc.nat_zones as policy
import data.lib.expect

vpc(stack, subnets) := object.union(expect.linked("aws_vpc", "plan", {}, {"subnets": subnets}), {"stack": stack})

subnets(list) := [object.union(expect.link("aws_subnet", {"availability_zone": zone}), {"links": {"nats": [expect.link("aws_nat_gateway", {}) | some n in numbers.range(1, 2); n <= nats]}}) |
	some [zone, nats] in list
]

test_deny_one_for_two_zones if {
	policy.deny == {expect.finding("AWS-VPC-002", "aws_vpc.it has NAT gateways in 1 of 2 zones")} with input as vpc("prod-network", subnets([["a", 1], ["a", 0], ["b", 0]]))
}

test_allow_one_in_each if {
	policy.deny == set() with input as vpc("prod-network", subnets([["a", 1], ["b", 1], ["b", 0]]))
}

test_allow_none if {
	policy.deny == set() with input as vpc("prod-network", subnets([["a", 0], ["b", 0]]))
}

test_allow_development if {
	policy.deny == set() with input as vpc("dev-network", subnets([["a", 1], ["b", 0]]))
}

test_allow_other_types if {
	policy.deny == set() with input as object.union(vpc("prod-network", subnets([["a", 1], ["b", 0]])), {"type": "aws_subnet"})
}
