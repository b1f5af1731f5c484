package aws.kms.enabled_test

import data.aws.kms.enabled as policy
import data.lib.expect

test_deny_a_disabled_key if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-KMS-005", "aws_kms_key.it is disabled: what it encrypts cannot be read")} with input as expect.resource("aws_kms_key", stage, {"is_enabled": false})
	}
}

test_allow_a_key_in_use if {
	every stage in expect.stages {
		every after in [{}, {"is_enabled": true}] {
			policy.deny == set() with input as expect.resource("aws_kms_key", stage, after)
		}
	}
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"is_enabled": false})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
