package aws.lb.health_test

import data.aws.lb.health as policy
import data.lib.expect

types := ["aws_lb_target_group", "aws_alb_target_group"]

test_deny_no_path if {
	every stage in expect.stages {
		every type in types {
			every after in [{"protocol": "HTTP"}, {"protocol": "HTTPS", "health_check": [{"port": "8080"}]}] {
				policy.deny == {expect.finding("AWS-LB-008", $"{type}.it does not say where to ask whether a target is well (health_check.path)")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_no_question if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"protocol": "HTTP", "health_check": [{"enabled": false, "path": "/health"}]},
				{"protocol": "TCP", "health_check": [{"enabled": false}]},
			] {
				policy.deny == {expect.violation("AWS-LB-008", $"{type}.it asks no target whether it is well (health_check.enabled)")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_a_path if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"protocol": "HTTP", "health_check": [{"enabled": true, "path": "/health"}]})
		}
	}
}

test_allow_what_has_no_paths if {
	every stage in expect.stages {
		every type in types {
			every after in [{"protocol": "TCP", "health_check": [{"enabled": true}]}, {"target_type": "lambda"}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-LB-008", "aws_lb_target_group.it does not say where to ask whether a target is well (health_check.path)")} with input as expect.unknown("aws_lb_target_group", {"protocol": "HTTP"}, {"health_check": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"protocol": "HTTP"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"protocol": "HTTPS", "health_check": [{"port": "8080"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"protocol": "HTTP", "health_check": [{"enabled": false, "path": "/health"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"protocol": "TCP", "health_check": [{"enabled": false}]})
}
