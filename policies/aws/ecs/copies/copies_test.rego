package aws.ecs.copies_test

import data.aws.ecs.copies as policy
import data.lib.expect

test_allow_what_may_scale if {
	policy.deny == set() with input as object.union(expect.production(expect.resource("aws_ecs_service", "plan", {})), {"unresolved": {"scaling": true}})
}

test_deny_a_single_task if {
	every stage in expect.stages {
		every after in [{"desired_count": 1}, {"desired_count": 0}, {}, {"scheduling_strategy": "REPLICA"}] {
			policy.deny == {expect.finding("AWS-ECS-010", "aws_ecs_service.it has fewer than two tasks in production (desired_count)")} with input as expect.production(expect.resource("aws_ecs_service", stage, after))
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-ECS-010", "aws_ecs_service.it has fewer than two tasks in production (desired_count)")} with input as expect.production(expect.unknown("aws_ecs_service", {}, {"desired_count": true}))
}

test_deny_a_sensitive_number if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-ECS-010", "aws_ecs_service.it has fewer than two tasks in production (desired_count)")} with input as expect.production(expect.resource("aws_ecs_service", stage, {"desired_count": "(sensitive)"}))
	}
}

test_allow_several if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.production(expect.resource("aws_ecs_service", stage, {"desired_count": 2}))
	}
}

test_allow_one_on_each_machine if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.production(expect.resource("aws_ecs_service", stage, {"scheduling_strategy": "DAEMON"}))
	}
}

test_allow_what_scales if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.production(expect.linked("aws_ecs_service", stage, {}, {"scaling": [expect.link("aws_appautoscaling_target", {})]}))
	}
}

test_allow_development if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_ecs_service", stage, {"desired_count": 1})
	}
}

test_allow_other_types if {
	every after in [{"desired_count": 1}, {"desired_count": 0}, {}, {"scheduling_strategy": "REPLICA"}] {
		policy.deny == set() with input as expect.production(expect.resource("random_id", "plan", after))
	}
	policy.deny == set() with input as expect.production(expect.unknown("random_id", {}, {"desired_count": true}))
	policy.deny == set() with input as expect.production(expect.resource("random_id", "plan", {"desired_count": "(sensitive)"}))
}
