package aws.cognito.deletion_protection_test

import data.aws.cognito.deletion_protection as policy
import data.lib.expect

test_deny_no_protection if {
	every stage in expect.stages {
		every after in [{}, {"deletion_protection": "INACTIVE"}, {"tags_all": {"environment": "prod"}}] {
			policy.deny == {expect.finding("AWS-COGNITO-003", "aws_cognito_user_pool.it can be deleted in one step")} with input as expect.resource("aws_cognito_user_pool", stage, after)
		}
	}
}

test_allow_protection if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_cognito_user_pool", stage, {"deletion_protection": "ACTIVE"})
	}
}

test_allow_an_environment_that_may_be_thrown_away if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_cognito_user_pool", stage, {"tags_all": {"environment": "dev"}})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-COGNITO-003", "aws_cognito_user_pool.it can be deleted in one step")} with input as expect.unknown("aws_cognito_user_pool", {}, {"deletion_protection": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"deletion_protection": "INACTIVE"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"tags_all": {"environment": "prod"}})
}
