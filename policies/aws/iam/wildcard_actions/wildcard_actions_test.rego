package aws.iam.wildcard_actions_test

import data.aws.iam.wildcard_actions as policy
import data.lib.expect

test_deny_a_wildcard_action if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-001", "aws_iam_policy.it allows sqs:*")} with input as expect.resource("aws_iam_policy", stage, {"policy": expect.document({"Effect": "Allow", "Action": "sqs:*", "Resource": "arn:aws:sqs:eu-west-1:1:orders"})})
	}
}

test_deny_a_wildcard_within_a_list if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-001", "aws_iam_role_policy.it allows sqs:Rec*")} with input as expect.resource("aws_iam_role_policy", stage, {"policy": expect.document({"Effect": "Allow", "Action": ["sqs:SendMessage", "sqs:Rec*"], "Resource": "arn:aws:sqs:eu-west-1:1:orders"})})
	}
}

test_deny_not_action if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-001", "aws_iam_policy.it allows all but iam:PassRole")} with input as expect.resource("aws_iam_policy", stage, {"policy": expect.document({"Effect": "Allow", "NotAction": "iam:PassRole", "Resource": "*"})})
	}
}

test_deny_an_inline_policy_and_the_trust if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-001", "aws_iam_role.it allows *"), expect.violation("AWS-IAM-001", "aws_iam_role.it allows sts:*")} with input as expect.resource("aws_iam_role", stage, {"inline_policy": [{"policy": expect.document({"Effect": "Allow", "Action": "*", "Resource": "*"})}], "assume_role_policy": expect.document({"effect": "Allow", "Effect": "Allow", "Action": "sts:*", "Principal": {"Service": "lambda.amazonaws.com"}})})
	}
}

test_deny_a_key_for_more_than_its_root if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-001", "aws_kms_key.it allows kms:*")} with input as expect.resource("aws_kms_key", stage, {"policy": expect.document({"Effect": "Allow", "Action": "kms:*", "Principal": {"AWS": "arn:aws:iam::111111111111:role/app"}, "Resource": "*"})})
	}
}

test_deny_what_is_not_json if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-IAM-001", "aws_iam_policy.it has a policy that is not JSON, so it cannot be judged")} with input as expect.resource("aws_iam_policy", stage, {"policy": "not json"})
	}
}

test_allow_exact_actions if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_iam_policy", stage, {"policy": expect.document({"Effect": "Allow", "Action": ["sqs:ReceiveMessage"], "Resource": "*"})})
	}
}

test_allow_actions_whose_own_names_end_in_a_star if {
	every action in ["lambda:DisableReplication*", "lambda:EnableReplication*"] {
		policy.deny == set() with input as expect.resource("aws_iam_policy", "plan", {"policy": expect.document({"Effect": "Allow", "Action": [action], "Resource": "*"})})
	}
}

test_allow_wildcards_that_are_denied if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_sqs_queue_policy", stage, {"policy": expect.tls("sqs:*")})
	}
}

test_allow_the_root_statement_of_a_key if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_kms_key", stage, {"policy": expect.document({"Effect": "Allow", "Action": "kms:*", "Principal": {"AWS": "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"}, "Resource": "*"})})
	}
}

test_deny_nothing_of_an_unknown_document if {
	policy.deny == set() with input as expect.unknown("aws_iam_policy", {}, {"policy": true})
}

test_deny_nothing_that_a_deny_takes_back if {
	policy.deny == set() with input as expect.resource("aws_iam_policy", "plan", {"policy": json.marshal({"Statement": [{"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}, {"Effect": "Deny", "Action": "sqs:*", "Resource": "*"}]})})
	policy.deny == {expect.violation("AWS-IAM-001", "aws_iam_policy.it allows sqs:*")} with input as expect.resource("aws_iam_policy", "plan", {"policy": json.marshal({"Statement": [{"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}, {"Effect": "Deny", "Action": "sqs:SendMessage", "Resource": "*"}]})})
}

test_allow_an_empty_document if {
	policy.deny == set() with input as expect.resource("aws_iam_policy", "plan", {"policy": ""})
}

test_allow_the_root_statement_of_every_kind_of_key if {
	every type in ["aws_kms_external_key", "aws_kms_key", "aws_kms_key_policy", "aws_kms_replica_key"] {
		policy.deny == set() with input as expect.resource(type, "plan", {"policy": expect.document({"Effect": "Allow", "Action": "kms:*", "Principal": {"AWS": "111111111111"}, "Resource": "*"})})
	}
	policy.deny == {expect.violation("AWS-IAM-001", "aws_sqs_queue_policy.it allows sqs:*")} with input as expect.resource("aws_sqs_queue_policy", "plan", {"policy": expect.document({"Effect": "Allow", "Action": "sqs:*", "Principal": {"AWS": "111111111111"}, "Resource": "*"})})
}
