package aws.cognito.mfa_test

import data.aws.cognito.mfa as policy
import data.lib.expect

test_deny_one_factor if {
	every stage in expect.stages {
		every after in [{}, {"mfa_configuration": "OFF"}] {
			policy.deny == {expect.finding("AWS-COGNITO-001", "aws_cognito_user_pool.it has no second factor (mfa_configuration)")} with input as expect.resource("aws_cognito_user_pool", stage, after)
		}
	}
}

test_allow_two_factors if {
	every stage in expect.stages {
		every after in [{"mfa_configuration": "ON"}, {"mfa_configuration": "OPTIONAL"}] {
			policy.deny == set() with input as expect.resource("aws_cognito_user_pool", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-COGNITO-001", "aws_cognito_user_pool.it has no second factor (mfa_configuration)")} with input as expect.unknown("aws_cognito_user_pool", {}, {"mfa_configuration": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"mfa_configuration": "OFF"})
}
