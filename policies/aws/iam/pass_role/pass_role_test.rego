package aws.iam.pass_role_test

import data.aws.iam.pass_role as policy
import data.lib.expect

passing(more) := {"policy": expect.document(object.union({"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111111111111:role/app"}, more))}

to_lambda := {"Condition": {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}}

test_deny_a_pattern_of_roles if {
	every resource in ["*", "arn:aws:iam::111111111111:role/app-*", "arn:aws:iam::111111111111:role/ap?"] {
		every stage in expect.stages {
			policy.deny == {expect.violation("AWS-IAM-007", $"aws_iam_policy.it may pass every role that fits {resource}")} with input as expect.resource("aws_iam_policy", stage, passing(object.union(to_lambda, {"Resource": resource})))
		}
	}
}

test_deny_a_role_for_any_service if {
	every condition in [
		{},
		{"StringEquals": {"aws:PrincipalTag/x": "y"}},
		{"StringLike": {"iam:PassedToService": "*.amazonaws.com"}},
		{"StringLike": {"iam:PassedToService": ["lambda.amazonaws.com", "e*"]}},
		{"StringEqualsIfExists": {"iam:PassedToService": "lambda.amazonaws.com"}},
		{"StringNotEquals": {"iam:PassedToService": "ec2.amazonaws.com"}},
	] {
		every stage in expect.stages {
			policy.deny == {expect.violation("AWS-IAM-007", "aws_iam_role_policy.it may pass arn:aws:iam::111111111111:role/app to any service")} with input as expect.resource("aws_iam_role_policy", stage, passing({"Condition": condition}))
		}
	}
}

test_deny_it_by_a_wildcard_action if {
	policy.deny == {
		expect.violation("AWS-IAM-007", "aws_iam_role.it may pass every role that fits *"),
		expect.violation("AWS-IAM-007", "aws_iam_role.it may pass * to any service"),
	} with input as expect.resource("aws_iam_role", "plan", {"inline_policy": [passing({"Action": "iam:Pass*", "Resource": "*"})]})
}

test_allow_one_role_to_one_service if {
	every resource in ["arn:aws:iam::111111111111:role/app", "${aws_iam_role.app.arn}"] {
		policy.deny == set() with input as expect.resource("aws_iam_policy", "plan", passing(object.union(to_lambda, {"Resource": resource})))
	}
}

test_allow_what_is_denied_or_something_else if {
	policy.deny == set() with input as expect.resource("aws_iam_policy", "plan", passing({"Effect": "Deny", "Resource": "*"}))
	policy.deny == set() with input as expect.resource("aws_iam_policy", "plan", passing({"Action": "iam:GetRole", "Resource": "*"}))
}

test_deny_nothing_of_an_unknown_document if {
	policy.deny == set() with input as expect.unknown("aws_iam_policy", {}, {"policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
