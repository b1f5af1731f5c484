package aws.ecs.platform_test

import data.aws.ecs.platform as policy
import data.lib.expect

test_deny_a_platform_that_is_pinned if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-ECS-009", "aws_ecs_service.it is pinned to the platform 1.3.0")} with input as expect.resource("aws_ecs_service", stage, {"platform_version": "1.3.0"})
	}
}

test_allow_the_latest if {
	every stage in expect.stages {
		every after in [{"platform_version": "LATEST"}, {}] {
			policy.deny == set() with input as expect.resource("aws_ecs_service", stage, after)
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"platform_version": "1.3.0"})
}
