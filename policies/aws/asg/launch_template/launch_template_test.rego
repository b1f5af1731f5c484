package aws.asg.launch_template_test

import data.aws.asg.launch_template as policy
import data.lib.expect

test_deny_a_launch_configuration if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-ASG-003", "aws_autoscaling_group.it starts machines from a launch configuration")} with input as expect.resource("aws_autoscaling_group", stage, {"launch_configuration": "web"})
	}
}

test_deny_a_launch_configuration_known_only_after_apply if {
	policy.deny == {expect.violation("AWS-ASG-003", "aws_autoscaling_group.it starts machines from a launch configuration")} with input as expect.unknown("aws_autoscaling_group", {}, {"launch_configuration": true})
}

test_allow_a_launch_template if {
	every stage in expect.stages {
		every after in [{"launch_template": [{"id": "lt-1"}]}, {}] {
			policy.deny == set() with input as expect.resource("aws_autoscaling_group", stage, after)
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"launch_configuration": "web"})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"launch_configuration": true})
}
