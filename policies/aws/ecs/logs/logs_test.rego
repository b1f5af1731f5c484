package aws.ecs.logs_test

import data.aws.ecs.logs as policy
import data.lib.expect

test_deny_a_container_that_does_not_log if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-ECS-005", "aws_ecs_task_definition.it keeps nothing of what web logs (logConfiguration)")} with input as expect.resource("aws_ecs_task_definition", stage, {"container_definitions": "[{\"name\":\"router\",\"firelensConfiguration\":{\"type\":\"fluentbit\"}},{\"name\":\"web\"}]"})
	}
}

test_deny_is_a_finding_when_another_value_is_unknown if {
	policy.deny == {expect.finding("AWS-ECS-005", "aws_ecs_task_definition.it keeps nothing of what web logs (logConfiguration)")} with input as expect.unknown("aws_ecs_task_definition", {"container_definitions": "[{\"name\":\"web\"}]"}, {"cpu": true})
}

test_allow_containers_that_log if {
	every stage in expect.stages {
		every after in [{"container_definitions": "[{\"name\":\"web\",\"logConfiguration\":{\"logDriver\":\"awslogs\"}}]"}, {}] {
			policy.deny == set() with input as expect.resource("aws_ecs_task_definition", stage, after)
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"container_definitions": "[{\"name\":\"router\",\"firelensConfiguration\":{\"type\":\"fluentbit\"}},{\"name\":\"web\"}]"})
	policy.deny == set() with input as expect.unknown("random_id", {"container_definitions": "[{\"name\":\"web\"}]"}, {"cpu": true})
}
