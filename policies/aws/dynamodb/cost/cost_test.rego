package aws.dynamodb.cost_test

import data.aws.dynamodb.cost as policy
import data.lib.expect

test_deny_much_capacity if {
	every stage in expect.stages {
		every name in ["read_capacity", "write_capacity"] {
			policy.deny == {expect.violation("AWS-DDB-007", $"aws_dynamodb_table.it provisions 1001 units in {name} (1000 are usual at most)")} with input as expect.resource("aws_dynamodb_table", stage, {name: 1001})
		}
	}
}

test_deny_scaling_that_goes_far if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-DDB-007", "aws_appautoscaling_target.it may scale a table to 1001 units (1000 are usual at most)")} with input as expect.resource("aws_appautoscaling_target", stage, {"service_namespace": "dynamodb", "max_capacity": 1001})
	}
}

test_allow_what_is_usual if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_dynamodb_table", stage, {"read_capacity": 1000, "write_capacity": 1000})
		policy.deny == set() with input as expect.resource("aws_appautoscaling_target", stage, {"service_namespace": "dynamodb", "max_capacity": 1000})
	}
}

test_allow_another_service if {
	policy.deny == set() with input as expect.resource("aws_appautoscaling_target", "plan", {"service_namespace": "ecs", "max_capacity": 1001})
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"read_capacity": 1001, "service_namespace": "dynamodb", "max_capacity": 1001})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}

# What stands for a sensitive value is a text, and a text is more than any number.
test_allow_sensitive_units if {
	policy.deny == set() with input as expect.resource("aws_dynamodb_table", "plan", {"read_capacity": "(sensitive)"})
}

test_allow_a_sensitive_bound if {
	policy.deny == set() with input as expect.resource("aws_appautoscaling_target", "plan", {"service_namespace": "dynamodb", "max_capacity": "(sensitive)"})
}
