package aws.lambda.reserved_concurrency_test

import data.aws.lambda.reserved_concurrency as policy
import data.lib.expect

test_deny_a_function_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-LAMBDA-003", "aws_lambda_function.it has no reserved concurrency")} with input as expect.resource("aws_lambda_function", stage, {})
	}
}

test_deny_the_providers_default if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-LAMBDA-003", "aws_lambda_function.it has no reserved concurrency")} with input as expect.resource("aws_lambda_function", stage, {"reserved_concurrent_executions": -1})
	}
}

test_allow_a_bound if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_lambda_function", stage, {"reserved_concurrent_executions": 100})
	}
}

# The driver withdraws this finding: the value may be set.
test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-LAMBDA-003", "aws_lambda_function.it has no reserved concurrency")} with input as expect.unknown("aws_lambda_function", {}, {"reserved_concurrent_executions": true})
}

test_allow_a_function_behind_caches if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_lambda_function", stage, {}, {"distributions": [expect.link("aws_cloudfront_distribution", {})]})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
