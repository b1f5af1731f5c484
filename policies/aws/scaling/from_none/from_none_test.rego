package aws.scaling.from_none_test

import data.aws.scaling.from_none as policy
import data.lib.expect

endpoint(min) := {"scalable_dimension": "sagemaker:variant:DesiredInstanceCount", "min_capacity": min}

with_policy(type) := {"links": {"policies": [{"address": "aws_appautoscaling_policy.it", "after": {"policy_type": type}}]}}

message := "aws_appautoscaling_target.it may scale to no instance (min_capacity), and no policy of steps starts the first"

test_deny_none_that_is_tracked_alone if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-SCALING-008", message)} with input as expect.resource("aws_appautoscaling_target", stage, endpoint(0))
		policy.deny == {expect.finding("AWS-SCALING-008", message)} with input as object.union(expect.resource("aws_appautoscaling_target", stage, endpoint(0)), with_policy("TargetTrackingScaling"))
	}
}

test_allow_steps if {
	every stage in expect.stages {
		policy.deny == set() with input as object.union(expect.resource("aws_appautoscaling_target", stage, endpoint(0)), with_policy("StepScaling"))
	}
}

test_allow_what_may_have_steps if {
	policy.deny == set() with input as object.union(expect.resource("aws_appautoscaling_target", "plan", endpoint(0)), {"unresolved": {"policies": true}})
}

test_allow_one_instance_and_other_dimensions if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_appautoscaling_target", stage, endpoint(1))
		policy.deny == set() with input as expect.resource("aws_appautoscaling_target", stage, {"scalable_dimension": "ecs:service:DesiredCount", "min_capacity": 0})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", endpoint(0))
}
