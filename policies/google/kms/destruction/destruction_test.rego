package google.kms.destruction_test

import data.google.kms.destruction as policy
import data.lib.expect

test_deny_less_than_a_week if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-KMS-002", "google_kms_crypto_key.it destroys a version after 604799s; 604800s (7 days) at least")} with input as expect.resource("google_kms_crypto_key", stage, {"destroy_scheduled_duration": "604799s"})
	}
}

test_allow_a_week if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_kms_crypto_key", stage, {"destroy_scheduled_duration": "604800s"})
	}
}

test_allow_the_default if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_kms_crypto_key", stage, {})
	}
}

test_deny_nothing_of_an_unknown_value if {
	policy.deny == set() with input as expect.unknown("google_kms_crypto_key", {}, {"destroy_scheduled_duration": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"destroy_scheduled_duration": "604799s"})
}
