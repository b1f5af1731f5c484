package aws.ecs.host_test

import data.aws.ecs.host as policy
import data.lib.expect

test_deny_the_network_of_the_machine if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-ECS-003", "aws_ecs_task_definition.it shares its machine with its containers (network_mode)")} with input as expect.resource("aws_ecs_task_definition", stage, {"network_mode": "host"})
	}
}

test_deny_the_processes_of_the_machine if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-ECS-003", "aws_ecs_task_definition.it shares its machine with its containers (pid_mode)")} with input as expect.resource("aws_ecs_task_definition", stage, {"pid_mode": "host"})
	}
}

test_deny_the_memory_of_the_machine if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-ECS-003", "aws_ecs_task_definition.it shares its machine with its containers (ipc_mode)")} with input as expect.resource("aws_ecs_task_definition", stage, {"ipc_mode": "host"})
	}
}

test_allow_what_is_its_own if {
	every stage in expect.stages {
		every after in [{"network_mode": "awsvpc", "pid_mode": "task", "ipc_mode": "none"}, {}] {
			policy.deny == set() with input as expect.resource("aws_ecs_task_definition", stage, after)
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"network_mode": "host"})
	policy.deny == set() with input as expect.resource("random_id", "plan", {"pid_mode": "host"})
	policy.deny == set() with input as expect.resource("random_id", "plan", {"ipc_mode": "host"})
}
