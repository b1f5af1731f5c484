package aws.cognito.user_existence_test

import data.aws.cognito.user_existence as policy
import data.lib.expect

test_deny_telling if {
	every stage in expect.stages {
		every after in [{}, {"prevent_user_existence_errors": "LEGACY"}] {
			policy.deny == {expect.finding("AWS-COGNITO-004", "aws_cognito_user_pool_client.it tells who has an account (prevent_user_existence_errors)")} with input as expect.resource("aws_cognito_user_pool_client", stage, after)
		}
	}
}

test_allow_silence if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_cognito_user_pool_client", stage, {"prevent_user_existence_errors": "ENABLED"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-COGNITO-004", "aws_cognito_user_pool_client.it tells who has an account (prevent_user_existence_errors)")} with input as expect.unknown("aws_cognito_user_pool_client", {}, {"prevent_user_existence_errors": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"prevent_user_existence_errors": "LEGACY"})
}
