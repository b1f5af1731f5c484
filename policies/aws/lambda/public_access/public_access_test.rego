package aws.lambda.public_access_test

import data.aws.lambda.public_access as policy
import data.lib.expect

test_deny_a_url_for_everybody if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-LAMBDA-004", "aws_lambda_function_url.it answers anyone (authorization NONE)")} with input as expect.resource("aws_lambda_function_url", stage, {"authorization_type": "NONE"})
	}
}

test_allow_a_url_that_asks if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_lambda_function_url", stage, {"authorization_type": "AWS_IAM"})
	}
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"authorization_type": "NONE"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
