package aws.iam.wildcard_principals_test

import data.aws.iam.wildcard_principals as policy
import data.lib.expect

test_deny_a_public_queue if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-002", "aws_sqs_queue_policy.it lets in any principal")} with input as expect.resource("aws_sqs_queue_policy", stage, {"policy": expect.document({"Effect": "Allow", "Action": "sqs:SendMessage", "Principal": "*", "Resource": "*"})})
	}
}

test_deny_a_wildcard_among_the_named if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-002", "aws_s3_bucket_policy.it lets in any principal")} with input as expect.resource("aws_s3_bucket_policy", stage, {"policy": expect.document({"Effect": "Allow", "Action": "s3:GetObject", "Principal": {"AWS": ["arn:aws:iam::1:root", "*"]}, "Resource": "*"})})
	}
}

test_deny_a_condition_that_names_nobody if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-002", "aws_sns_topic_policy.it lets in any principal")} with input as expect.resource("aws_sns_topic_policy", stage, {"policy": expect.document({"Effect": "Allow", "Action": "sns:Publish", "Principal": "*", "Resource": "*", "Condition": {"StringLike": {"aws:PrincipalOrgID": "*"}}})})
	}
}

test_deny_a_role_for_everyone if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-002", "aws_iam_role.it may be assumed by any principal")} with input as expect.resource("aws_iam_role", stage, {"assume_role_policy": expect.document({"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "*"}})})
	}
}

test_allow_a_source_that_is_named if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_sqs_queue_policy", stage, {"policy": expect.document({"Effect": "Allow", "Action": "sqs:SendMessage", "Principal": "*", "Resource": "*", "Condition": {"ArnEquals": {"aws:SourceArn": "${aws_sns_topic.t.arn}"}}})})
	}
}

test_allow_a_service if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_iam_role", stage, {"assume_role_policy": expect.document({"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}})})
	}
}

test_allow_everyone_being_denied if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_s3_bucket_policy", stage, {"policy": expect.tls("s3:*")})
	}
}

test_deny_nothing_of_an_unknown_document if {
	policy.deny == set() with input as expect.unknown("aws_sqs_queue_policy", {}, {"policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}

let_in(condition) := expect.document({"Effect": "Allow", "Action": "sqs:SendMessage", "Principal": {"AWS": ["*"]}, "Resource": "*", "Condition": condition})

test_deny_a_pattern_that_names_nobody if {
	every condition in [
		{"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:*:*"}},
		{"ArnLike": {"aws:SourceArn": "arn:aws:s3:::*"}},
		{"ArnLike": {"aws:SourceArn": "arn:aws:s3:::orders-*"}},
		{"StringLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/orders"}},
		{"StringLike": {"aws:PrincipalOrgID": "o-*"}},
		{"StringLike": {"aws:SourceAccount": ["111111111111", "2*"]}},
	] {
		policy.deny == {expect.violation("AWS-IAM-002", "aws_sqs_queue_policy.it lets in any principal")} with input as expect.resource("aws_sqs_queue_policy", "plan", {"policy": let_in(condition)})
	}
}

test_allow_a_pattern_that_names_somebody if {
	every condition in [
		{"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111111111111:role/*"}},
		{"ArnLike": {"aws:SourceArn": "arn:aws:s3:::orders"}},
		{"ArnLike": {"aws:SourceArn": "${aws_sns_topic.orders.arn}*"}},
		{"StringLike": {"aws:SourceAccount": ["111111111111"]}},
	] {
		policy.deny == set() with input as expect.resource("aws_sqs_queue_policy", "plan", {"policy": let_in(condition)})
	}
}

test_deny_a_public_policy_in_the_bucket_itself if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-002", "aws_s3_bucket.it lets in any principal")} with input as expect.resource("aws_s3_bucket", stage, {"policy": let_in({})})
	}
}
