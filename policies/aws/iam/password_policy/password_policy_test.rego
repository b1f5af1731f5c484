package aws.iam.password_policy_test

import data.aws.iam.password_policy as policy
import data.lib.expect

good := {
	"minimum_password_length": 14, "require_lowercase_characters": true, "require_uppercase_characters": true,
	"require_numbers": true, "require_symbols": true, "max_password_age": 90, "password_reuse_prevention": 24,
}

weak(what) := {expect.finding("AWS-IAM-022", $"aws_iam_account_password_policy.it lets a password be {what}")}

test_deny_each_weakness if {
	every pair in [
		["minimum_password_length", 13, "shorter than 14 characters"],
		["require_lowercase_characters", false, "without a lower-case letter"],
		["require_uppercase_characters", false, "without an upper-case letter"],
		["require_numbers", false, "without a number"],
		["require_symbols", false, "without a symbol"],
		["max_password_age", 91, "older than 90 days"],
		["max_password_age", 0, "older than 90 days"],
		["password_reuse_prevention", 23, "one of the last 24 again"],
	] {
		every stage in expect.stages {
			policy.deny == weak(pair[2]) with input as expect.resource("aws_iam_account_password_policy", stage, object.union(good, {pair[0]: pair[1]}))
			policy.deny == weak(pair[2]) with input as expect.resource("aws_iam_account_password_policy", stage, object.remove(good, [pair[0]]))
		}
	}
}

test_allow_a_strong_policy if {
	every more in [{}, {"minimum_password_length": 20}, {"max_password_age": 1}, {"max_password_age": 89}] {
		policy.deny == set() with input as expect.resource("aws_iam_account_password_policy", "plan", object.union(good, more))
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
