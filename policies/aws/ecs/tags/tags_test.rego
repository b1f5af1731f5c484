package aws.ecs.tags_test

import data.aws.ecs.tags as policy
import data.lib.expect

test_deny_tasks_without_tags if {
	every stage in expect.stages {
		every after in [{}, {"propagate_tags": "NONE"}] {
			policy.deny == {expect.finding("AWS-ECS-014", "aws_ecs_service.it gives its tasks no tags (propagate_tags)")} with input as expect.resource("aws_ecs_service", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-ECS-014", "aws_ecs_service.it gives its tasks no tags (propagate_tags)")} with input as expect.unknown("aws_ecs_service", {}, {"propagate_tags": true})
}

test_allow_tasks_with_tags if {
	every stage in expect.stages {
		every after in [{"propagate_tags": "SERVICE"}, {"propagate_tags": "TASK_DEFINITION"}] {
			policy.deny == set() with input as expect.resource("aws_ecs_service", stage, after)
		}
	}
}

test_allow_other_types if {
	every after in [{}, {"propagate_tags": "NONE"}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {}, {"propagate_tags": true})
}
