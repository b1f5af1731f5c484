package aws.lambda.log_group_test

import data.aws.lambda.log_group as policy
import data.lib.expect

test_deny_a_function_without_a_log_group if {
	every stage in expect.stages {
		every after in [{}, {"logging_config": [{"log_format": "JSON"}]}, {"logging_config": [{"log_group": ""}]}] {
			policy.deny == {expect.finding("AWS-LAMBDA-009", "aws_lambda_function.it names no log group")} with input as expect.resource("aws_lambda_function", stage, after)
		}
	}
}

test_allow_a_log_group if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_lambda_function", stage, {"logging_config": [{"log_group": "/aws/lambda/orders"}]})
	}
}

test_allow_a_log_group_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_lambda_function", {"logging_config": [{"log_format": "JSON"}]}, {"logging_config": [{"log_group": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
