package aws.ecs.grace_test

import data.aws.ecs.grace as policy
import data.lib.expect

test_deny_no_time if {
	every stage in expect.stages {
		every after in [
			{"load_balancer": [{"container_port": 8080}]},
			{"load_balancer": [{"container_port": 8080}], "health_check_grace_period_seconds": 0},
		] {
			policy.deny == {expect.finding("AWS-ECS-011", "aws_ecs_service.it gives its tasks no time to start (health_check_grace_period_seconds)")} with input as expect.resource("aws_ecs_service", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-ECS-011", "aws_ecs_service.it gives its tasks no time to start (health_check_grace_period_seconds)")} with input as expect.unknown("aws_ecs_service", {"load_balancer": [{"container_port": 8080}]}, {"health_check_grace_period_seconds": true})
}

test_deny_a_sensitive_number if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-ECS-011", "aws_ecs_service.it gives its tasks no time to start (health_check_grace_period_seconds)")} with input as expect.resource("aws_ecs_service", stage, {"load_balancer": [{"container_port": 8080}], "health_check_grace_period_seconds": "(sensitive)"})
	}
}

test_allow_some_time if {
	every stage in expect.stages {
		every after in [{"load_balancer": [{"container_port": 8080}], "health_check_grace_period_seconds": 1}, {"load_balancer": []}, {}] {
			policy.deny == set() with input as expect.resource("aws_ecs_service", stage, after)
		}
	}
}

test_allow_other_types if {
	every after in [
		{"load_balancer": [{"container_port": 8080}]},
		{"load_balancer": [{"container_port": 8080}], "health_check_grace_period_seconds": 0},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {"load_balancer": [{"container_port": 8080}]}, {"health_check_grace_period_seconds": true})
	policy.deny == set() with input as expect.resource("random_id", "plan", {"load_balancer": [{"container_port": 8080}], "health_check_grace_period_seconds": "(sensitive)"})
}
