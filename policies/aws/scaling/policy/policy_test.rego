package aws.scaling.policy_test

import data.aws.scaling.policy as policy
import data.lib.expect

test_allow_what_may_be_told if {
	every name in ["policies", "schedules"] {
		policy.deny == set() with input as object.union(expect.resource("aws_appautoscaling_target", "plan", {"resource_id": "service/main/web"}), {"unresolved": {name: true}})
	}
}

test_deny_what_is_never_told if {
	policy.deny == {expect.finding("AWS-SCALING-003", "aws_appautoscaling_target.it is never told to scale service/main/web (aws_appautoscaling_policy)")} with input as expect.resource("aws_appautoscaling_target", "plan", {"resource_id": "service/main/web"})
}

test_allow_a_policy if {
	policy.deny == set() with input as expect.linked("aws_appautoscaling_target", "plan", {"resource_id": "service/main/web"}, {"policies": [expect.link("aws_appautoscaling_policy", {})]})
}

test_allow_a_schedule if {
	policy.deny == set() with input as expect.linked("aws_appautoscaling_target", "plan", {"resource_id": "service/main/web"}, {"schedules": [expect.link("aws_appautoscaling_scheduled_action", {})]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"resource_id": "service/main/web"})
}
