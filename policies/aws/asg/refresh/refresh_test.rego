package aws.asg.refresh_test

import data.aws.asg.refresh as policy
import data.lib.expect

test_deny_machines_that_stay_as_they_are if {
	every stage in expect.stages {
		every after in [{}, {"instance_refresh": []}] {
			policy.deny == {expect.finding("AWS-ASG-005", "aws_autoscaling_group.it leaves machines as they are when its template changes (instance_refresh)")} with input as expect.resource("aws_autoscaling_group", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-ASG-005", "aws_autoscaling_group.it leaves machines as they are when its template changes (instance_refresh)")} with input as expect.unknown("aws_autoscaling_group", {}, {"instance_refresh": [{"strategy": true}]})
}

test_allow_machines_that_are_replaced if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_autoscaling_group", stage, {"instance_refresh": [{"strategy": "Rolling"}]})
	}
}

test_allow_other_types if {
	every after in [{}, {"instance_refresh": []}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {}, {"instance_refresh": [{"strategy": true}]})
}
