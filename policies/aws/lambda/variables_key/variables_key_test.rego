package aws.lambda.variables_key_test

import data.aws.lambda.variables_key as policy
import data.lib.expect

test_deny_variables_without_a_key if {
	every stage in expect.stages {
		every after in [{}, {"kms_key_arn": ""}] {
			policy.deny == {expect.finding("AWS-LAMBDA-007", "aws_lambda_function.it has variables that are not encrypted with a key of ours")} with input as function(stage, after)
		}
	}
}

test_deny_variables_known_only_after_apply if {
	policy.deny == {expect.finding("AWS-LAMBDA-007", "aws_lambda_function.it has variables that are not encrypted with a key of ours")} with input as expect.unknown("aws_lambda_function", {}, {"environment": [{"variables": {"URL": true}}]})
}

test_allow_a_key if {
	every stage in expect.stages {
		policy.deny == set() with input as function(stage, {"kms_key_arn": "arn:aws:kms:eu-west-1:1:key/k"})
	}
}

test_allow_a_key_known_only_after_apply if {
	policy.deny == set() with input as object.union(function("plan", {}), {"unknown": {"kms_key_arn": true}})
}

test_allow_a_function_without_variables if {
	every after in [{}, {"environment": [{"variables": {}}]}] {
		policy.deny == set() with input as expect.resource("aws_lambda_function", "plan", after)
	}
}

function(stage, after) := expect.resource("aws_lambda_function", stage, object.union(after, {"environment": [{"variables": {"SERVICE": "orders"}}]}))

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as object.union(function("synth", {}), {"type": "random_id"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
