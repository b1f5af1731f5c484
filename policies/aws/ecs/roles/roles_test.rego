package aws.ecs.roles_test

import data.aws.ecs.roles as policy
import data.lib.expect

test_deny_one_role if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-ECS-013", "aws_ecs_task_definition.it runs with the role that starts it (task_role_arn)")} with input as expect.resource("aws_ecs_task_definition", stage, {"task_role_arn": "arn:aws:iam::111111111111:role/web", "execution_role_arn": "arn:aws:iam::111111111111:role/web"})
	}
}

test_deny_one_role_of_the_stack if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-ECS-013", "aws_ecs_task_definition.it runs with the role that starts it (task_role_arn)")} with input as expect.linked("aws_ecs_task_definition", stage, {}, {"task_role": [expect.link("aws_iam_role", {})], "execution_role": [expect.link("aws_iam_role", {})]})
	}
}

test_allow_two_roles if {
	every stage in expect.stages {
		every after in [
			{"task_role_arn": "arn:aws:iam::111111111111:role/web", "execution_role_arn": "arn:aws:iam::111111111111:role/start"},
			{"execution_role_arn": "arn:aws:iam::111111111111:role/start"},
			{},
		] {
			policy.deny == set() with input as expect.resource("aws_ecs_task_definition", stage, after)
		}
	}
}

test_allow_two_roles_of_the_stack if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_ecs_task_definition", stage, {}, {"task_role": [expect.link("aws_iam_role.a", {})], "execution_role": [expect.link("aws_iam_role.b", {})]})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"task_role_arn": "arn:aws:iam::111111111111:role/web", "execution_role_arn": "arn:aws:iam::111111111111:role/web"})
	policy.deny == set() with input as expect.linked("random_id", "plan", {}, {"task_role": [expect.link("aws_iam_role", {})], "execution_role": [expect.link("aws_iam_role", {})]})
}
