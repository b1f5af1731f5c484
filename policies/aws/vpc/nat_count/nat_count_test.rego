package aws.vpc.nat_count_test

import data.aws.vpc.nat_count as policy
import data.lib.expect

vpc(stack, subnets) := object.union(expect.linked("aws_vpc", "plan", {}, {"subnets": subnets}), {"stack": stack})

subnets(list) := [object.union(expect.link("aws_subnet", {"availability_zone": zone}), {"links": {"nats": [expect.link("aws_nat_gateway", {}) | some n in numbers.range(1, 2); n <= nats]}}) |
	some [zone, nats] in list
]

test_deny_two if {
	policy.deny == {expect.violation("AWS-VPC-003", "aws_vpc.it has 2 NAT gateways and is not production")} with input as vpc("dev-network", subnets([["a", 1], ["b", 1]]))
	policy.deny == {expect.violation("AWS-VPC-003", "aws_vpc.it has 2 NAT gateways and is not production")} with input as vpc("dev-network", subnets([["a", 2]]))
}

test_allow_one if {
	policy.deny == set() with input as vpc("dev-network", subnets([["a", 1], ["b", 0]]))
}

test_allow_production if {
	policy.deny == set() with input as vpc("prod-network", subnets([["a", 1], ["b", 1]]))
}

test_allow_a_stack_that_nobody_knows if {
	policy.deny == set() with input as vpc(null, subnets([["a", 1], ["b", 1]]))
}

test_allow_other_types if {
	policy.deny == set() with input as object.union(vpc("dev-network", subnets([["a", 1], ["b", 1]])), {"type": "aws_subnet"})
}
