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

test_deny_a_condition_that_an_absent_key_passes if {
	every condition in [
		{"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}},
		{"ForAllValues:StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}},
		{"StringNotEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}},
		{"StringEquals": {"aws:SourceAccount": "${aws:PrincipalAccount}"}},
	] {
		policy.deny == {expect.violation("AWS-IAM-002", "aws_sqs_queue_policy.it lets in any principal")} with input as expect.resource("aws_sqs_queue_policy", "plan", {"policy": let_in(condition)})
	}
}

test_deny_in_the_attribute_of_each_service if {
	every attribute in ["policy", "policy_document", "access_policy", "access_policies", "resource_policy"] {
		policy.deny == {expect.violation("AWS-IAM-002", "aws_ecr_repository_policy.it lets in any principal")} with input as expect.resource("aws_ecr_repository_policy", "plan", {attribute: let_in({})})
	}
}

test_allow_strangers_being_kept_out_by_a_deny if {
	fence := {"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}
	public := {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}
	policy.deny == set() with input as expect.resource("aws_s3_bucket_policy", "plan", {"policy": json.marshal({"Statement": [public, fence]})})
	policy.deny == set() with input as expect.resource("aws_s3_bucket_policy", "plan", {"policy": json.marshal({"Statement": [public, object.remove(fence, ["Condition"])]})})
}

test_allow_a_role_for_an_organisation if {
	policy.deny == set() with input as expect.resource("aws_iam_role", "plan", {"assume_role_policy": expect.document({"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "*"}, "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}})})
}

test_deny_a_role_for_whoever_knows_an_id if {
	policy.deny == {expect.violation("AWS-IAM-002", "aws_iam_role.it may be assumed by any principal")} with input as expect.resource("aws_iam_role", "plan", {"assume_role_policy": expect.document({"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "*"}, "Condition": {"StringEquals": {"sts:ExternalId": "x"}}})})
}
