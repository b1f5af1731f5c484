package aws.secretsmanager.state_test

import data.aws.secretsmanager.state as policy
import data.lib.expect

test_deny_a_secret if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-SECRETS-002", "aws_secretsmanager_secret_version.it writes the secret to the state (secret_string)")} with input as expect.resource("aws_secretsmanager_secret_version", stage, {"secret_string": "x"})
	}
}

test_allow_what_is_written_only if {
	every stage in expect.stages {
		every after in [{}, {"secret_string_wo_version": 1}] {
			policy.deny == set() with input as expect.resource("aws_secretsmanager_secret_version", stage, after)
		}
	}
}

test_deny_a_sensitive_secret if {
	policy.deny == {expect.violation("AWS-SECRETS-002", "aws_secretsmanager_secret_version.it writes the secret to the state (secret_string)")} with input as expect.unknown("aws_secretsmanager_secret_version", {}, {"secret_string": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"secret_string": "x"})
}
