package aws.vpc.flow_logs_test

import data.aws.vpc.flow_logs as policy
import data.lib.expect

test_deny_none if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-VPC-001", "aws_vpc.it has no flow log")} with input as expect.resource("aws_vpc", stage, {})
	}
}

test_allow_one if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_vpc", stage, {}, {"flow_logs": [expect.link("aws_flow_log", {})]})
	}
}

test_allow_what_cannot_be_resolved if {
	policy.deny == set() with input as object.union(expect.resource("aws_vpc", "plan", {}), {"unresolved": {"flow_logs": true}})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("aws_subnet", "plan", {})
}
