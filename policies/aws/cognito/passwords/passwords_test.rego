package aws.cognito.passwords_test

import data.aws.cognito.passwords as policy
import data.lib.expect

test_allow_long_and_mixed if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_cognito_user_pool", stage, {"password_policy": [{"minimum_length": 8, "require_lowercase": true, "require_numbers": true, "require_symbols": true, "require_uppercase": true}]})
	}
}

test_allow_the_default_of_aws if {
	every stage in expect.stages {
		every after in [{}, {"password_policy": []}] {
			policy.deny == set() with input as expect.resource("aws_cognito_user_pool", stage, after)
		}
	}
}

test_deny_each_wish_that_is_not_met if {
	some policy_of_the_pool in [{"minimum_length": 8, "require_lowercase": true, "require_numbers": true, "require_symbols": true, "require_uppercase": true}]
	every wish in object.keys(policy_of_the_pool) {
		every stage in expect.stages {
			policy.deny == {expect.finding("AWS-COGNITO-002", $"aws_cognito_user_pool.it takes weak passwords ({wish})")} with input as expect.resource("aws_cognito_user_pool", stage, {"password_policy": [object.remove(policy_of_the_pool, [wish])]})
		}
		policy.deny == set() with input as expect.resource("random_id", "plan", {"password_policy": [object.remove(policy_of_the_pool, [wish])]})
	}
}

test_deny_seven_characters if {
	policy.deny == {expect.finding("AWS-COGNITO-002", "aws_cognito_user_pool.it takes weak passwords (minimum_length)")} with input as expect.resource("aws_cognito_user_pool", "plan", {"password_policy": [{"minimum_length": 7, "require_lowercase": true, "require_numbers": true, "require_symbols": true, "require_uppercase": true}]})
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	count(policy.deny) == 5 with input as expect.unknown("aws_cognito_user_pool", {"password_policy": [{}]}, {"password_policy": [{"minimum_length": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
