package aws.scaling.scale_in_test

import data.aws.scaling.scale_in as policy
import data.lib.expect

types := ["aws_appautoscaling_policy", "aws_autoscaling_policy"]

test_deny_what_never_comes_back if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"target_tracking_scaling_policy_configuration": [{"disable_scale_in": true}]},
				{"target_tracking_configuration": [{"disable_scale_in": true}]},
			] {
				policy.deny == {expect.violation("AWS-SCALING-007", $"{type}.it never scales in (disable_scale_in)")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_what_comes_back if {
	every stage in expect.stages {
		every type in types {
			every after in [{"target_tracking_scaling_policy_configuration": [{"disable_scale_in": false}]}, {"target_tracking_configuration": [{}]}, {}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_other_types if {
	every after in [
		{"target_tracking_scaling_policy_configuration": [{"disable_scale_in": true}]},
		{"target_tracking_configuration": [{"disable_scale_in": true}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
}
