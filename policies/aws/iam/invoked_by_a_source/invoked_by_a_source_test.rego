package aws.iam.invoked_by_a_source_test

import data.aws.iam.invoked_by_a_source as policy
import data.lib.expect

test_deny_a_service_without_a_source if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-IAM-012", "aws_lambda_permission.it lets events.amazonaws.com invoke the function for any of its customers")} with input as expect.resource("aws_lambda_permission", stage, {"principal": "events.amazonaws.com"})
	}
}

test_deny_a_source_that_names_nobody if {
	every arn in ["arn:aws:sns:*:*:*", "arn:aws:execute-api:eu-west-1:*:abc/*", "*"] {
		policy.deny == {expect.finding("AWS-IAM-012", "aws_lambda_permission.it lets sns.amazonaws.com invoke the function for any of its customers")} with input as expect.resource("aws_lambda_permission", "plan", {"principal": "sns.amazonaws.com", "source_arn": arn})
	}
}

test_deny_a_bucket_without_its_account if {
	expected := {expect.finding("AWS-IAM-012", "aws_lambda_permission.it lets s3.amazonaws.com invoke the function for any of its customers")}
	policy.deny == expected with input as expect.resource("aws_lambda_permission", "plan", {"principal": "s3.amazonaws.com", "source_arn": "arn:aws:s3:::orders"})
	policy.deny == expected with input as expect.unknown("aws_lambda_permission", {"principal": "s3.amazonaws.com"}, {"source_arn": true})
}

test_allow_a_source if {
	every after in [
		{"principal": "sns.amazonaws.com", "source_arn": "arn:aws:sns:eu-west-1:111111111111:orders"},
		{"principal": "apigateway.amazonaws.com", "source_arn": "${aws_api_gateway_rest_api.orders.execution_arn}/*"},
		{"principal": "s3.amazonaws.com", "source_arn": "arn:aws:s3:::orders", "source_account": "111111111111"},
		{"principal": "config.amazonaws.com", "source_account": "111111111111"},
		{"principal": "config.amazonaws.com", "principal_org_id": "o-a1b2c3d4e5"},
		{"principal": "arn:aws:iam::111111111111:role/app"},
		{"principal": "111111111111"},
		{"principal": "*"},
	] {
		policy.deny == set() with input as expect.resource("aws_lambda_permission", "plan", after)
	}
}

test_allow_a_source_that_is_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_lambda_permission", {"principal": "sns.amazonaws.com"}, {"source_arn": true})
	policy.deny == set() with input as expect.unknown("aws_lambda_permission", {"principal": "s3.amazonaws.com"}, {"source_account": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
