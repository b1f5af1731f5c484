package aws.iam.full_admin_test

import data.aws.iam.full_admin as policy
import data.lib.expect

test_deny_everything_on_everything if {
	every pair in [
		["*", "every action"],
		["*:*", "every action"],
		["**", "every action"],
		["?*", "every action"],
		["iam:*", "every action of IAM"],
		["IAM:*", "every action of IAM"],
		["i*", "every action of IAM"],
	] {
		every stage in expect.stages {
			policy.deny == {expect.violation("AWS-IAM-005", $"aws_iam_policy.it allows {pair[1]} on every resource")} with input as expect.resource("aws_iam_policy", stage, {"policy": expect.document({"Effect": "Allow", "Action": pair[0], "Resource": "*"})})
		}
	}
}

test_deny_in_an_inline_policy_on_every_role if {
	policy.deny == {expect.violation("AWS-IAM-005", "aws_iam_role.it allows every action of IAM on every resource")} with input as expect.resource("aws_iam_role", "plan", {"inline_policy": [{"policy": expect.document({"Effect": "Allow", "Action": ["s3:GetObject", "iam:*"], "Resource": ["arn:aws:s3:::b/*", "arn:aws:iam::111111111111:role/*"]})}]})
}

test_deny_all_but_something if {
	policy.deny == {expect.violation("AWS-IAM-005", "aws_iam_policy.it allows every action but iam:*, organizations:* on every resource")} with input as expect.resource("aws_iam_policy", "plan", {"policy": expect.document({"Effect": "Allow", "NotAction": ["iam:*", "organizations:*"], "Resource": "*"})})
}

test_deny_on_all_resources_but_some if {
	policy.deny == {expect.violation("AWS-IAM-005", "aws_iam_policy.it allows every action on every resource")} with input as expect.resource("aws_iam_policy", "plan", {"policy": expect.document({"Effect": "Allow", "Action": "*", "NotResource": "arn:aws:s3:::secret/*"})})
}

test_allow_less if {
	every statement in [
		{"Effect": "Allow", "Action": "iam:*", "Resource": "arn:aws:iam::111111111111:role/app"},
		{"Effect": "Allow", "Action": ["iam:Get*", "s3:*"], "Resource": "*"},
		{"Effect": "Deny", "Action": "*", "Resource": "*"},
	] {
		policy.deny == set() with input as expect.resource("aws_iam_policy", "plan", {"policy": expect.document(statement)})
	}
}

test_allow_what_a_deny_takes_back if {
	policy.deny == set() with input as expect.resource("aws_iam_policy", "plan", {"policy": json.marshal({"Statement": [{"Effect": "Allow", "Action": "iam:*", "Resource": "*"}, {"Effect": "Deny", "Action": "iam:*", "Resource": "*"}]})})
}

test_deny_nothing_of_an_unknown_document if {
	policy.deny == set() with input as expect.unknown("aws_iam_policy", {}, {"policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
