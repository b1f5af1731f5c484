package aws.secretsmanager.recovery_test

import data.aws.secretsmanager.recovery as policy
import data.lib.expect

test_deny_no_window if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-SECRETS-001", "aws_secretsmanager_secret.it is gone at once when it is deleted (recovery_window_in_days)")} with input as expect.resource("aws_secretsmanager_secret", stage, {"recovery_window_in_days": 0})
	}
}

test_allow_a_window if {
	every stage in expect.stages {
		every after in [{}, {"recovery_window_in_days": 7}] {
			policy.deny == set() with input as expect.resource("aws_secretsmanager_secret", stage, after)
		}
	}
}

test_allow_an_environment_that_may_be_thrown_away if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_secretsmanager_secret", stage, {"recovery_window_in_days": 0, "tags_all": {"environment": "dev"}})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"recovery_window_in_days": 0})
}
