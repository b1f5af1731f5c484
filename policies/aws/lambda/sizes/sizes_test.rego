package aws.lambda.sizes_test

import data.aws.lambda.sizes as policy
import data.lib.expect

test_deny_the_least_memory if {
	every stage in expect.stages {
		every after in [{"timeout": 4}, {"timeout": 4, "memory_size": 128}] {
			policy.deny == {expect.finding("AWS-LAMBDA-010", "aws_lambda_function.it runs with 128 MB, the least there is")} with input as expect.resource("aws_lambda_function", stage, after)
		}
	}
}

test_deny_the_default_timeout if {
	every stage in expect.stages {
		every after in [{"memory_size": 129}, {"memory_size": 129, "timeout": 3}] {
			policy.deny == {expect.finding("AWS-LAMBDA-010", "aws_lambda_function.it is stopped after 3 s, the default or less")} with input as expect.resource("aws_lambda_function", stage, after)
		}
	}
}

test_allow_what_is_chosen if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_lambda_function", stage, {"memory_size": 129, "timeout": 4})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
