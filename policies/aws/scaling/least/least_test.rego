package aws.scaling.least_test

import data.aws.scaling.least as policy
import data.lib.expect

types := ["aws_appautoscaling_target", "aws_autoscaling_group"]

test_deny_a_single_task if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-SCALING-002", "aws_appautoscaling_target.it may scale production down to 1")} with input as expect.production(expect.resource("aws_appautoscaling_target", stage, {"service_namespace": "ecs", "min_capacity": 1}))
	}
}

test_deny_a_single_machine if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-SCALING-002", "aws_autoscaling_group.it may scale production down to 1")} with input as expect.production(expect.resource("aws_autoscaling_group", stage, {"min_size": 1}))
	}
}

test_allow_two if {
	every stage in expect.stages {
		every type in types {
			every after in [{"service_namespace": "ecs", "min_capacity": 2, "min_size": 2}, {"service_namespace": "dynamodb", "min_capacity": 1}, {}] {
				policy.deny == set() with input as expect.production(expect.resource(type, stage, after))
			}
		}
	}
}

test_allow_development if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"service_namespace": "ecs", "min_capacity": 1, "min_size": 1})
		}
	}
}

test_allow_a_sensitive_number if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.production(expect.resource(type, stage, {"service_namespace": "ecs", "min_capacity": "(sensitive)", "min_size": "(sensitive)"}))
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.production(expect.resource("random_id", "plan", {"service_namespace": "ecs", "min_capacity": 1}))
	policy.deny == set() with input as expect.production(expect.resource("random_id", "plan", {"min_size": 1}))
}
