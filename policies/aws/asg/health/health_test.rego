package aws.asg.health_test

import data.aws.asg.health as policy
import data.lib.expect

test_deny_what_nobody_asks if {
	every stage in expect.stages {
		every after in [
			{"target_group_arns": ["arn"]},
			{"load_balancers": ["web"]},
			{"traffic_source": [{"identifier": "arn"}]},
			{"target_group_arns": ["arn"], "health_check_type": "EC2"},
		] {
			policy.deny == {expect.finding("AWS-ASG-002", "aws_autoscaling_group.it keeps machines that do not answer their load balancer (health_check_type)")} with input as expect.resource("aws_autoscaling_group", stage, after)
		}
	}
}

test_deny_target_group_arns_known_only_after_apply if {
	policy.deny == {expect.finding("AWS-ASG-002", "aws_autoscaling_group.it keeps machines that do not answer their load balancer (health_check_type)")} with input as expect.unknown("aws_autoscaling_group", {}, {"target_group_arns": true})
}

test_deny_load_balancers_known_only_after_apply if {
	policy.deny == {expect.finding("AWS-ASG-002", "aws_autoscaling_group.it keeps machines that do not answer their load balancer (health_check_type)")} with input as expect.unknown("aws_autoscaling_group", {}, {"load_balancers": true})
}

test_deny_traffic_source_known_only_after_apply if {
	policy.deny == {expect.finding("AWS-ASG-002", "aws_autoscaling_group.it keeps machines that do not answer their load balancer (health_check_type)")} with input as expect.unknown("aws_autoscaling_group", {}, {"traffic_source": true})
}

test_deny_what_is_attached if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-ASG-002", "aws_autoscaling_group.it keeps machines that do not answer their load balancer (health_check_type)")} with input as expect.linked("aws_autoscaling_group", stage, {}, {"attachments": [expect.link("aws_autoscaling_attachment", {})]})
	}
}

test_allow_what_the_load_balancer_asks if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_autoscaling_group", stage, {"target_group_arns": ["arn"], "health_check_type": "ELB"})
	}
}

test_allow_a_type_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_autoscaling_group", {"target_group_arns": ["arn"]}, {"health_check_type": true})
}

test_allow_a_group_without_a_load_balancer if {
	every stage in expect.stages {
		every after in [{}, {"target_group_arns": [], "load_balancers": [], "traffic_source": []}] {
			policy.deny == set() with input as expect.resource("aws_autoscaling_group", stage, after)
		}
	}
}

test_allow_other_types if {
	every after in [
		{"target_group_arns": ["arn"]},
		{"load_balancers": ["web"]},
		{"traffic_source": [{"identifier": "arn"}]},
		{"target_group_arns": ["arn"], "health_check_type": "EC2"},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {}, {"target_group_arns": true})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"load_balancers": true})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"traffic_source": true})
	policy.deny == set() with input as expect.linked("random_id", "plan", {}, {"attachments": [expect.link("aws_autoscaling_attachment", {})]})
}
