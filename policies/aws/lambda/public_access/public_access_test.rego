package aws.lambda.public_access_test

import data.aws.lambda.public_access as policy
import data.lib.expect

test_deny_a_url_without_authentication if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-LAMBDA-004", "aws_lambda_function_url.it answers anyone (authorization NONE)")} with input as expect.resource("aws_lambda_function_url", stage, {"authorization_type": "NONE"})
	}
}

test_deny_a_permission_for_everyone if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-LAMBDA-004", "aws_lambda_permission.it lets anyone invoke the function")} with input as expect.resource("aws_lambda_permission", stage, {"principal": "*"})
	}
}

test_allow_a_url_with_authentication if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_lambda_function_url", stage, {"authorization_type": "AWS_IAM"})
	}
}

test_allow_a_permission_with_a_source if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_lambda_permission", stage, {"principal": "*", "source_arn": "arn:aws:s3:::b"})
	}
}

test_allow_a_service if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_lambda_permission", stage, {"principal": "events.amazonaws.com"})
	}
}

test_deny_nothing_of_an_unknown_value if {
	policy.deny == set() with input as expect.unknown("aws_lambda_function_url", {}, {"authorization_type": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}

test_deny_a_source_that_names_nobody if {
	every source in ["", "*", "arn:aws:s3:::*", "arn:aws:sns:*:*:*"] {
		policy.deny == {expect.finding("AWS-LAMBDA-004", "aws_lambda_permission.it lets anyone invoke the function")} with input as expect.resource("aws_lambda_permission", "plan", {"principal": "*", "source_arn": source})
	}
}
