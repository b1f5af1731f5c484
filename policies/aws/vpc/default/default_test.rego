package aws.vpc.default_test

import data.aws.vpc.default as policy
import data.lib.expect

test_deny_it if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-VPC-005", "aws_default_vpc.it takes over the default VPC")} with input as expect.resource("aws_default_vpc", stage, {})
	}
}

test_allow_another if {
	policy.deny == set() with input as expect.resource("aws_vpc", "plan", {})
}
