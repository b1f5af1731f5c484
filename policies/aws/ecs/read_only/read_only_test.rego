package aws.ecs.read_only_test

import data.aws.ecs.read_only as policy
import data.lib.expect

test_deny_a_container_that_writes if {
	every stage in expect.stages {
		every after in [
			{"container_definitions": "[{\"name\":\"proxy\",\"readonlyRootFilesystem\":true},{\"name\":\"web\"}]"},
			{"container_definitions": "[{\"name\":\"web\",\"readonlyRootFilesystem\":false}]"},
		] {
			policy.deny == {expect.finding("AWS-ECS-004", "aws_ecs_task_definition.it lets web write to its root file system (readonlyRootFilesystem)")} with input as expect.resource("aws_ecs_task_definition", stage, after)
		}
	}
}

test_deny_is_a_finding_when_another_value_is_unknown if {
	policy.deny == {expect.finding("AWS-ECS-004", "aws_ecs_task_definition.it lets web write to its root file system (readonlyRootFilesystem)")} with input as expect.unknown("aws_ecs_task_definition", {"container_definitions": "[{\"name\":\"web\"}]"}, {"cpu": true})
}

test_allow_containers_that_do_not_write if {
	every stage in expect.stages {
		every after in [{"container_definitions": "[{\"name\":\"web\",\"readonlyRootFilesystem\":true}]"}, {}] {
			policy.deny == set() with input as expect.resource("aws_ecs_task_definition", stage, after)
		}
	}
}

test_allow_other_types if {
	every after in [
		{"container_definitions": "[{\"name\":\"proxy\",\"readonlyRootFilesystem\":true},{\"name\":\"web\"}]"},
		{"container_definitions": "[{\"name\":\"web\",\"readonlyRootFilesystem\":false}]"},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {"container_definitions": "[{\"name\":\"web\"}]"}, {"cpu": true})
}
