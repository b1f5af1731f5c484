package aws.lambda.variables_size_test

import data.aws.lambda.variables_size as policy
import data.lib.expect

test_deny_more_than_fits if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-LAMBDA-018", "aws_lambda_function.it has 4097 bytes of variables, Lambda takes 4096")} with input as function(stage, {"A": text(4095), "B": ""})
	}
}

test_allow_what_fits if {
	every stage in expect.stages {
		policy.deny == set() with input as function(stage, {"A": text(4095)})
	}
}

test_allow_a_value_that_is_not_known if {
	policy.deny == set() with input as function("plan", {"A": text(4095), "BB": null})
}

test_allow_a_function_without_variables if {
	policy.deny == set() with input as expect.resource("aws_lambda_function", "plan", {})
}

text(length) := concat("", ["x" | some _ in numbers.range(1, length)])

function(stage, variables) := expect.resource("aws_lambda_function", stage, {"environment": [{"variables": variables}]})

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as object.union(function("synth", {"A": text(5000)}), {"type": "random_id"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
