package aws.asg.tags_test

import data.aws.asg.tags as policy
import data.lib.expect

test_deny_machines_without_tags if {
	every stage in expect.stages {
		every after in [
			{},
			{"tag": [{"key": "service", "value": "x", "propagate_at_launch": false}, {"key": "owner", "value": "x", "propagate_at_launch": false}, {"key": "environment", "value": "x", "propagate_at_launch": false}, {"key": "cost-center", "value": "x", "propagate_at_launch": false}]},
		] {
			policy.deny == {expect.finding("AWS-ASG-004", "aws_autoscaling_group.it does not give its machines the tags service, owner, environment, cost-center")} with input as expect.resource("aws_autoscaling_group", stage, after)
		}
	}
}

test_deny_a_tag_that_is_missing if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-ASG-004", "aws_autoscaling_group.it does not give its machines the tags cost-center")} with input as expect.resource("aws_autoscaling_group", stage, {"tag": [{"key": "service", "value": "x", "propagate_at_launch": true}, {"key": "owner", "value": "x", "propagate_at_launch": true}, {"key": "environment", "value": "x", "propagate_at_launch": true}, {"key": "Name", "value": "x", "propagate_at_launch": true}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-ASG-004", "aws_autoscaling_group.it does not give its machines the tags service, owner, environment, cost-center")} with input as expect.unknown("aws_autoscaling_group", {}, {"tag": true})
}

test_allow_machines_with_tags if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_autoscaling_group", stage, {"tag": [{"key": "service", "value": "x", "propagate_at_launch": true}, {"key": "owner", "value": "x", "propagate_at_launch": true}, {"key": "environment", "value": "x", "propagate_at_launch": true}, {"key": "cost-center", "value": "x", "propagate_at_launch": true}]})
	}
}

test_allow_other_types if {
	every after in [
		{},
		{"tag": [{"key": "service", "value": "x", "propagate_at_launch": false}, {"key": "owner", "value": "x", "propagate_at_launch": false}, {"key": "environment", "value": "x", "propagate_at_launch": false}, {"key": "cost-center", "value": "x", "propagate_at_launch": false}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.resource("random_id", "plan", {"tag": [{"key": "service", "value": "x", "propagate_at_launch": true}, {"key": "owner", "value": "x", "propagate_at_launch": true}, {"key": "environment", "value": "x", "propagate_at_launch": true}, {"key": "Name", "value": "x", "propagate_at_launch": true}]})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"tag": true})
}
