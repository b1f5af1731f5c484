package aws.scaling.tracking_test

import data.aws.scaling.tracking as policy
import data.lib.expect

test_deny_simple_steps if {
	every stage in expect.stages {
		every after in [{}, {"policy_type": "SimpleScaling"}] {
			policy.deny == {expect.finding("AWS-SCALING-006", "aws_autoscaling_policy.it scales in simple steps, with a cooldown after each (policy_type)")} with input as expect.resource("aws_autoscaling_policy", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-SCALING-006", "aws_autoscaling_policy.it scales in simple steps, with a cooldown after each (policy_type)")} with input as expect.unknown("aws_autoscaling_policy", {}, {"policy_type": true})
}

test_allow_what_follows_the_load if {
	every stage in expect.stages {
		every after in [{"policy_type": "TargetTrackingScaling"}, {"policy_type": "StepScaling"}, {"policy_type": "PredictiveScaling"}] {
			policy.deny == set() with input as expect.resource("aws_autoscaling_policy", stage, after)
		}
	}
}

test_allow_other_types if {
	every after in [{}, {"policy_type": "SimpleScaling"}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {}, {"policy_type": true})
}
