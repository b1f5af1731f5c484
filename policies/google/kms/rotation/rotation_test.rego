package google.kms.rotation_test

import data.google.kms.rotation as policy
import data.lib.expect

test_deny_a_key_that_does_not_rotate if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-KMS-001", "google_kms_crypto_key.it does not rotate (rotation_period)")} with input as expect.resource("google_kms_crypto_key", stage, {})
	}
}

test_deny_a_symmetric_key_that_does_not_rotate if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-KMS-001", "google_kms_crypto_key.it does not rotate (rotation_period)")} with input as expect.resource("google_kms_crypto_key", stage, {"purpose": "ENCRYPT_DECRYPT"})
	}
}

test_deny_more_than_90_days if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-KMS-001", "google_kms_crypto_key.it rotates every 7776001s; 7776000s (90 days) at most")} with input as expect.resource("google_kms_crypto_key", stage, {"rotation_period": "7776001s"})
	}
}

test_allow_90_days if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_kms_crypto_key", stage, {"purpose": "ENCRYPT_DECRYPT", "rotation_period": "7776000s"})
	}
}

test_allow_a_key_that_cannot_rotate if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_kms_crypto_key", stage, {"purpose": "ASYMMETRIC_SIGN"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-KMS-001", "google_kms_crypto_key.it does not rotate (rotation_period)")} with input as expect.unknown("google_kms_crypto_key", {}, {"rotation_period": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"purpose": "ENCRYPT_DECRYPT"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"rotation_period": "7776001s"})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"rotation_period": true})
}
