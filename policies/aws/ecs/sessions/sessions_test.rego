package aws.ecs.sessions_test

import data.aws.ecs.sessions as policy
import data.lib.expect

test_deny_sessions_that_nobody_keeps if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-ECS-007", "aws_ecs_cluster.it keeps nothing of what is typed into its containers (execute_command_configuration)")} with input as expect.resource("aws_ecs_cluster", stage, {"configuration": [{"execute_command_configuration": [{"logging": "NONE"}]}]})
	}
}

test_allow_sessions_that_are_kept if {
	every stage in expect.stages {
		every after in [
			{"configuration": [{"execute_command_configuration": [{"logging": "OVERRIDE"}]}]},
			{"configuration": [{"execute_command_configuration": [{}]}]},
			{},
		] {
			policy.deny == set() with input as expect.resource("aws_ecs_cluster", stage, after)
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"configuration": [{"execute_command_configuration": [{"logging": "NONE"}]}]})
}
