package google.firestore.protection_test

import data.google.firestore.protection as policy
import data.lib.expect

test_deny_a_database_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FIRESTORE-004", "google_firestore_database.it does not say whether it may be deleted (delete_protection_state)")} with input as expect.resource("google_firestore_database", stage, {})
	}
}

test_allow_protection if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_firestore_database", stage, {"delete_protection_state": "DELETE_PROTECTION_ENABLED"})
	}
}

test_allow_a_database_that_is_unprotected_on_purpose if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_firestore_database", stage, {"delete_protection_state": "DELETE_PROTECTION_DISABLED"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-FIRESTORE-004", "google_firestore_database.it does not say whether it may be deleted (delete_protection_state)")} with input as expect.unknown("google_firestore_database", {}, {"delete_protection_state": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"delete_protection_state": true})
}
