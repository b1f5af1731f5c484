package google.firestore.removal_test

import data.google.firestore.removal as policy
import data.lib.expect

test_deny_a_database_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FIRESTORE-005", "google_firestore_database.it would be left running when it is removed (deletion_policy)")} with input as expect.resource("google_firestore_database", stage, {})
	}
}

test_deny_abandoning_it if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FIRESTORE-005", "google_firestore_database.it would be left running when it is removed (deletion_policy)")} with input as expect.resource("google_firestore_database", stage, {"deletion_policy": "ABANDON"})
	}
}

test_allow_deleting_it if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_firestore_database", stage, {"deletion_policy": "DELETE"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-FIRESTORE-005", "google_firestore_database.it would be left running when it is removed (deletion_policy)")} with input as expect.unknown("google_firestore_database", {}, {"deletion_policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"deletion_policy": "ABANDON"})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"deletion_policy": true})
}
