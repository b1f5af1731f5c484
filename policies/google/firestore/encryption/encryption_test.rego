package google.firestore.encryption_test

import data.google.firestore.encryption as policy
import data.lib.expect

test_deny_what_has_no_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FIRESTORE-001", "google_firestore_database.it is not encrypted with a key of ours")} with input as expect.resource("google_firestore_database", stage, {})
	}
}

test_deny_an_empty_text if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FIRESTORE-001", "google_firestore_database.it is not encrypted with a key of ours")} with input as expect.resource("google_firestore_database", stage, {"cmek_config": [{"kms_key_name": ""}]})
	}
}

test_allow_a_key if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_firestore_database", stage, {"cmek_config": [{"kms_key_name": "projects/p/locations/l/keyRings/r/cryptoKeys/k"}]})
	}
}

test_allow_a_key_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_firestore_database", {}, {"cmek_config": [{"kms_key_name": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
