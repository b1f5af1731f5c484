package aws.lambda.tracing_test

import data.aws.lambda.tracing as policy
import data.lib.expect

test_deny_a_function_without_traces if {
	every stage in expect.stages {
		every after in [{}, {"tracing_config": [{"mode": "PassThrough"}]}] {
			policy.deny == {expect.finding("AWS-LAMBDA-005", "aws_lambda_function.it is not traced")} with input as expect.resource("aws_lambda_function", stage, after)
		}
	}
}

test_allow_active_tracing if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_lambda_function", stage, {"tracing_config": [{"mode": "Active"}]})
	}
}

# The driver withdraws this finding: the mode may be Active.
test_deny_is_a_finding_when_the_mode_is_unknown if {
	policy.deny == {expect.finding("AWS-LAMBDA-005", "aws_lambda_function.it is not traced")} with input as expect.unknown("aws_lambda_function", {}, {"tracing_config": [{"mode": true}]})
}

test_allow_a_function_behind_caches if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_lambda_function", stage, {}, {"distributions": [expect.link("aws_cloudfront_distribution", {})]})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
