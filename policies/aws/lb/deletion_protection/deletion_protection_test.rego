package aws.lb.deletion_protection_test

import data.aws.lb.deletion_protection as policy
import data.lib.expect

types := ["aws_lb", "aws_alb"]

test_deny_no_protection if {
	every stage in expect.stages {
		every type in types {
			every after in [{}, {"enable_deletion_protection": false}, {"tags_all": {"environment": "prod"}}] {
				policy.deny == {expect.finding("AWS-LB-005", $"{type}.it can be deleted in one step")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_protection if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"enable_deletion_protection": true})
		}
	}
}

test_allow_an_environment_that_may_be_thrown_away if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"tags_all": {"environment": "dev"}})
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-LB-005", "aws_lb.it can be deleted in one step")} with input as expect.unknown("aws_lb", {}, {"enable_deletion_protection": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"enable_deletion_protection": false})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"tags_all": {"environment": "prod"}})
}
