package aws.route53.disabled_test

import data.aws.route53.disabled as policy
import data.lib.expect

test_deny_disabled if {
	every stage in expect.stages {
		every after in [
			{"disabled": true},
		] {
			policy.deny == {expect.violation("AWS-ROUTE53-002", "aws_route53_health_check.it counts as healthy whatever happens (disabled)")} with input as expect.resource("aws_route53_health_check", stage, after)
		}
	}
}

test_allow_asking if {
	every stage in expect.stages {
		every after in [
			{},
			{"disabled": false},
		] {
			policy.deny == set() with input as expect.resource("aws_route53_health_check", stage, after)
		}
	}
}

test_allow_what_is_unknown if {
	policy.deny == set() with input as expect.unknown("aws_route53_health_check", {}, {"disabled": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"disabled": true})
}
