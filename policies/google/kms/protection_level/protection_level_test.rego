package google.kms.protection_level_test

import data.google.kms.protection_level as policy
import data.lib.expect

test_deny_an_external_key if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-KMS-003", "google_kms_crypto_key.it depends on a key manager outside of Google (EXTERNAL)")} with input as expect.resource("google_kms_crypto_key", stage, {"version_template": [{"protection_level": "EXTERNAL"}]})
	}
}

test_deny_an_external_key_over_a_network if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-KMS-003", "google_kms_crypto_key.it depends on a key manager outside of Google (EXTERNAL_VPC)")} with input as expect.resource("google_kms_crypto_key", stage, {"version_template": [{"protection_level": "EXTERNAL_VPC"}]})
	}
}

test_allow_hardware if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_kms_crypto_key", stage, {"version_template": [{"protection_level": "HSM"}]})
	}
}

test_deny_nothing_of_an_unknown_value if {
	policy.deny == set() with input as expect.unknown("google_kms_crypto_key", {}, {"version_template": [{"protection_level": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"version_template": [{"protection_level": "EXTERNAL"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"version_template": [{"protection_level": "EXTERNAL_VPC"}]})
}
