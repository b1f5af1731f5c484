package google.firestore.expiry_index_test

import data.google.firestore.expiry_index as policy
import data.lib.expect

test_deny_a_field_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FIRESTORE-006", "google_firestore_field.it indexes the time of expiry (index_config)")} with input as expect.resource("google_firestore_field", stage, {"ttl_config": [{}]})
	}
}

test_deny_an_index if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FIRESTORE-006", "google_firestore_field.it indexes the time of expiry (index_config)")} with input as expect.resource("google_firestore_field", stage, {"ttl_config": [{}], "index_config": [{"indexes": [{"order": "ASCENDING"}]}]})
	}
}

test_allow_no_index if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_firestore_field", stage, {"ttl_config": [{}], "index_config": [{}]})
	}
}

test_allow_an_empty_list if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_firestore_field", stage, {"ttl_config": [{}], "index_config": [{"indexes": []}]})
	}
}

test_allow_another_field if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_firestore_field", stage, {"ttl_config": [], "index_config": [{"indexes": [{"order": "ASCENDING"}]}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-FIRESTORE-006", "google_firestore_field.it indexes the time of expiry (index_config)")} with input as expect.unknown("google_firestore_field", {"ttl_config": [{}]}, {"index_config": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"ttl_config": [{}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"ttl_config": [{}], "index_config": [{"indexes": [{"order": "ASCENDING"}]}]})
	policy.deny == set() with input as expect.unknown("random_id", {"ttl_config": [{}]}, {"index_config": true})
}
