package aws.lambda.cost_test

import data.aws.lambda.cost as policy
import data.lib.expect

test_deny_much_disk if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-LAMBDA-019", "aws_lambda_function.it has 2049 MB of disk (2048 are cheap)")} with input as expect.resource("aws_lambda_function", stage, {"ephemeral_storage": [{"size": 2049}]})
	}
}

test_deny_many_warm_instances if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-LAMBDA-019", "aws_lambda_provisioned_concurrency_config.it keeps 51 instances warm (50 are usual at most)")} with input as expect.resource("aws_lambda_provisioned_concurrency_config", stage, {"provisioned_concurrent_executions": 51})
	}
}

test_allow_what_is_usual if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_lambda_function", stage, {"ephemeral_storage": [{"size": 2048}]})
		policy.deny == set() with input as expect.resource("aws_lambda_function", stage, {})
		policy.deny == set() with input as expect.resource("aws_lambda_provisioned_concurrency_config", stage, {"provisioned_concurrent_executions": 50})
	}
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"ephemeral_storage": [{"size": 4096}], "provisioned_concurrent_executions": 51})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}

# What stands for a sensitive value is a text, and a text is more than any number.
test_allow_a_sensitive_size if {
	policy.deny == set() with input as expect.resource("aws_lambda_function", "plan", {"ephemeral_storage": [{"size": "(sensitive)"}]})
}

test_allow_a_sensitive_number if {
	policy.deny == set() with input as expect.resource("aws_lambda_provisioned_concurrency_config", "plan", {"provisioned_concurrent_executions": "(sensitive)"})
}
