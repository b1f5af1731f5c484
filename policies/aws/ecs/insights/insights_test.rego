package aws.ecs.insights_test

import data.aws.ecs.insights as policy
import data.lib.expect

test_deny_a_cluster_that_does_not_measure if {
	every stage in expect.stages {
		every after in [{}, {"setting": [{"name": "containerInsights", "value": "disabled"}]}, {"setting": [{"name": "other", "value": "enabled"}]}] {
			policy.deny == {expect.finding("AWS-ECS-006", "aws_ecs_cluster.it does not measure its tasks (containerInsights)")} with input as expect.resource("aws_ecs_cluster", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-ECS-006", "aws_ecs_cluster.it does not measure its tasks (containerInsights)")} with input as expect.unknown("aws_ecs_cluster", {"setting": [{"name": "containerInsights"}]}, {"setting": [{"value": true}]})
}

test_allow_a_cluster_that_measures if {
	every stage in expect.stages {
		every after in [
			{"setting": [{"name": "containerInsights", "value": "enabled"}]},
			{"setting": [{"name": "containerInsights", "value": "enhanced"}]},
		] {
			policy.deny == set() with input as expect.resource("aws_ecs_cluster", stage, after)
		}
	}
}

test_allow_other_types if {
	every after in [{}, {"setting": [{"name": "containerInsights", "value": "disabled"}]}, {"setting": [{"name": "other", "value": "enabled"}]}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {"setting": [{"name": "containerInsights"}]}, {"setting": [{"value": true}]})
}
