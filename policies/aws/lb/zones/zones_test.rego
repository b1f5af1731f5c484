package aws.lb.zones_test

import data.aws.lb.zones as policy
import data.lib.expect

types := ["aws_lb", "aws_alb"]

test_deny_one_subnet if {
	every stage in expect.stages {
		every type in types {
			every after in [{"subnets": ["subnet-a"]}, {"subnet_mapping": [{"subnet_id": "subnet-a"}]}] {
				policy.deny == {expect.violation("AWS-LB-009", $"{type}.it is in one subnet only")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_two_subnets if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"subnets": ["subnet-a", "subnet-b"]},
				{"subnet_mapping": [{"subnet_id": "subnet-a"}, {"subnet_id": "subnet-b"}]},
			] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_subnets_that_a_token_holds if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"subnets": "${var.subnets}"})
		}
	}
}

test_allow_subnets_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_lb", {}, {"subnets": true})
}

test_allow_an_environment_that_may_be_thrown_away if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"subnets": ["subnet-a"], "tags_all": {"environment": "dev"}})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"subnets": ["subnet-a"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"subnet_mapping": [{"subnet_id": "subnet-a"}]})
}
