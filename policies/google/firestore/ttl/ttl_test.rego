package google.firestore.ttl_test

import data.google.firestore.ttl as policy
import data.lib.expect

test_deny_a_database_without_a_policy if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FIRESTORE-003", "google_firestore_database.it keeps its documents for ever")} with input as expect.resource("google_firestore_database", stage, {})
	}
}

test_deny_a_field_without_a_life if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FIRESTORE-003", "google_firestore_database.it keeps its documents for ever")} with input as expect.linked("google_firestore_database", stage, {}, {"fields": [expect.link("google_firestore_field", {})]})
	}
}

test_allow_a_field_with_a_life if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_firestore_database", stage, {}, {"fields": [expect.link("google_firestore_field", {"ttl_config": [{}]})]})
	}
}

test_allow_a_life_known_only_after_apply if {
	field := object.union(expect.link("google_firestore_field", {}), {"unknown": {"ttl_config": true}})
	policy.deny == set() with input as expect.linked("google_firestore_database", "plan", {}, {"fields": [field]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
