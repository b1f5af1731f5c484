package aws.sg.default_closed_test

import data.aws.sg.default_closed as policy
import data.lib.expect

test_deny_rules if {
	every stage in expect.stages {
		every direction in ["ingress", "egress"] {
			policy.deny == {expect.violation("AWS-SG-004", "aws_default_security_group.it has rules of its own")} with input as expect.resource("aws_default_security_group", stage, {direction: [{"protocol": "-1", "self": true}]})
		}
	}
}

test_allow_none if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_default_security_group", stage, {"ingress": [], "egress": []})
		policy.deny == set() with input as expect.resource("aws_default_security_group", stage, {})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("aws_security_group", "plan", {"ingress": [{}]})
}
