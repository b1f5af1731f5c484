package aws.iam.account_trust_test

import data.aws.iam.account_trust as policy
import data.lib.expect

trusting(name, condition) := {"assume_role_policy": expect.document({"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": name}, "Condition": condition})}

everybody(whom) := {expect.violation("AWS-IAM-015", $"aws_iam_role.it may be assumed by everybody in {whom}")}

test_deny_an_account if {
	every name in ["111111111111", "arn:aws:iam::111111111111:root", ["arn:aws:iam::111111111111:root", "arn:aws:iam::222222222222:role/x"]] {
		every stage in expect.stages {
			policy.deny == everybody("account 111111111111") with input as expect.resource("aws_iam_role", stage, trusting(name, {}))
		}
	}
}

test_deny_its_own_account if {
	policy.deny == everybody("its own account") with input as expect.resource("aws_iam_role", "synth", trusting("arn:aws:iam::${data.aws_caller_identity.me.account_id}:root", {}))
}

test_deny_a_condition_that_everybody_meets if {
	every condition in [
		{"StringEquals": {"aws:PrincipalAccount": "111111111111"}},
		{"StringLike": {"aws:PrincipalArn": "*"}},
		{"StringEqualsIfExists": {"sts:ExternalId": "x"}},
		{"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}},
		{"StringEquals": {"aws:RequestTag/x": "y"}},
	] {
		policy.deny == everybody("account 111111111111") with input as expect.resource("aws_iam_role", "plan", trusting("111111111111", condition))
	}
}

test_allow_a_condition_that_some_meet if {
	every pair in [
		["Bool", "aws:MultiFactorAuthPresent", true],
		["ArnLike", "aws:PrincipalArn", "arn:aws:iam::111111111111:role/deploy-*"],
		["ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-a1b2c3d4e5/r-1/ou-1/*"],
		["StringEquals", "aws:PrincipalTag/team", "orders"],
		["StringEquals", "aws:SourceIdentity", "jane"],
		["StringLike", "aws:userid", "AROA:*"],
		["StringEquals", "aws:username", "jane"],
		["StringEquals", "sts:ExternalId", "x"],
		["StringLike", "sts:SourceIdentity", "jane"],
	] {
		policy.deny == set() with input as expect.resource("aws_iam_role", "plan", trusting("111111111111", {pair[0]: {pair[1]: pair[2]}}))
	}
}

test_allow_a_role_by_name if {
	policy.deny == set() with input as expect.resource("aws_iam_role", "plan", trusting("arn:aws:iam::111111111111:role/deploy", {}))
}

test_allow_an_account_being_denied if {
	policy.deny == set() with input as expect.resource("aws_iam_role", "plan", {"assume_role_policy": expect.document({"Effect": "Deny", "Action": "sts:AssumeRole", "Principal": {"AWS": "111111111111"}})})
}

test_deny_nothing_of_an_unknown_document if {
	policy.deny == set() with input as expect.unknown("aws_iam_role", {}, {"assume_role_policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
