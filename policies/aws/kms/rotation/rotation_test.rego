package aws.kms.rotation_test

import data.aws.kms.rotation as policy
import data.lib.expect

test_deny_a_key_that_is_not_rotated if {
	every stage in expect.stages {
		every after in [{}, {"enable_key_rotation": false}, {"customer_master_key_spec": "SYMMETRIC_DEFAULT", "key_usage": "ENCRYPT_DECRYPT"}] {
			policy.deny == {expect.finding("AWS-KMS-001", "aws_kms_key.it is not rotated")} with input as expect.resource("aws_kms_key", stage, after)
		}
	}
}

test_deny_a_long_period if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-KMS-001", "aws_kms_key.it is rotated every 366 days only")} with input as expect.resource("aws_kms_key", stage, {"enable_key_rotation": true, "rotation_period_in_days": 366})
	}
}

test_allow_a_key_that_is_rotated if {
	every stage in expect.stages {
		every after in [{"enable_key_rotation": true}, {"enable_key_rotation": true, "rotation_period_in_days": 365}] {
			policy.deny == set() with input as expect.resource("aws_kms_key", stage, after)
		}
	}
}

test_allow_keys_that_aws_cannot_rotate if {
	every stage in expect.stages {
		every after in [{"customer_master_key_spec": "RSA_4096"}, {"key_usage": "GENERATE_VERIFY_MAC"}, {"custom_key_store_id": "cks-1"}] {
			policy.deny == set() with input as expect.resource("aws_kms_key", stage, after)
		}
	}
}

# The driver withdraws this finding: rotation may be on.
test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-KMS-001", "aws_kms_key.it is not rotated")} with input as expect.unknown("aws_kms_key", {}, {"enable_key_rotation": true})
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"rotation_period_in_days": 366})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}

# What stands for a sensitive value is a text, and a text is more than any number.
test_allow_a_sensitive_period if {
	policy.deny == set() with input as expect.resource("aws_kms_key", "plan", {"enable_key_rotation": true, "rotation_period_in_days": "(sensitive)"})
}
