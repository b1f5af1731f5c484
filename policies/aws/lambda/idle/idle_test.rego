package aws.lambda.idle_test

import data.aws.lambda.idle as policy
import data.lib.expect

types := ["aws_lambda_function", "aws_lambda_provisioned_concurrency_config"]

test_deny_warm_instances if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-LAMBDA-020", "aws_lambda_provisioned_concurrency_config.it keeps 1 instances warm and is not production")} with input as expect.resource("aws_lambda_provisioned_concurrency_config", stage, {"provisioned_concurrent_executions": 1})
	}
}

test_deny_much_memory if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-LAMBDA-020", "aws_lambda_function.it has 3009 MB and is not production (3008 are plenty)")} with input as expect.resource("aws_lambda_function", stage, {"memory_size": 3009})
	}
}

test_allow_what_is_plenty if {
	every stage in expect.stages {
		every after in [{"memory_size": 3008}, {}] {
			policy.deny == set() with input as expect.resource("aws_lambda_function", stage, after)
		}
	}
}

test_allow_production if {
	every stage in expect.stages {
		every type in types {
			every after in [{"provisioned_concurrent_executions": 1}, {"memory_size": 3009}] {
				policy.deny == set() with input as expect.production(expect.resource(type, stage, after))
			}
		}
	}
}

test_allow_a_sensitive_number if {
	every stage in expect.stages {
		every type in types {
			every after in [{"provisioned_concurrent_executions": "(sensitive)"}, {"memory_size": "(sensitive)"}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"provisioned_concurrent_executions": 1})
	policy.deny == set() with input as expect.resource("random_id", "plan", {"memory_size": 3009})
}
