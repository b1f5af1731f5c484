package google.state.retained_test

import data.google.state.retained as policy
import data.lib.expect

test_deny_a_delete if {
	policy.deny == {expect.violation("GCP-STATE-001", "google_firestore_database.it holds state and would be deleted")} with input as expect.change("google_firestore_database", ["delete"], [])
}

test_deny_a_replace_and_names_the_attribute if {
	policy.deny == {expect.violation("GCP-STATE-001", "google_firestore_database.it holds state and would be replaced, because of hash_key, attribute.0.name")} with input as expect.change("google_firestore_database", ["delete", "create"], ["hash_key", "attribute.0.name"])
}

test_deny_a_replace_that_creates_first if {
	policy.deny == {expect.violation("GCP-STATE-001", "google_firestore_database.it holds state and would be replaced")} with input as expect.change("google_firestore_database", ["create", "delete"], [])
}

test_deny_forget if {
	policy.deny == {expect.violation("GCP-STATE-001", "google_firestore_database.it holds state and would be forgotten: Terraform would stop managing it")} with input as expect.change("google_firestore_database", ["forget"], [])
}

test_deny_an_action_nobody_knows if {
	policy.deny == {expect.violation("GCP-STATE-001", "google_firestore_database.it holds state and would be changed by an action the gate does not know (obliterate, shred)")} with input as expect.change("google_firestore_database", ["obliterate", "shred"], [])
}

test_deny_a_delete_whatever_forces_it if {
	every actions in [["delete"], ["delete", "forget"], ["delete", "shred"]] {
		policy.deny == {expect.violation("GCP-STATE-001", "google_firestore_database.it holds state and would be deleted")} with input as expect.change("google_firestore_database", actions, ["name"])
	}
}

test_deny_a_replace_because_of_one_attribute if {
	policy.deny == {expect.violation("GCP-STATE-001", "google_firestore_database.it holds state and would be replaced, because of name")} with input as expect.change("google_firestore_database", ["delete", "create"], ["name"])
}

test_deny_forget_beside_an_action_nobody_knows if {
	policy.deny == {expect.violation("GCP-STATE-001", "google_firestore_database.it holds state and would be forgotten: Terraform would stop managing it")} with input as expect.change("google_firestore_database", ["forget", "shred"], [])
}

test_deny_one_action_nobody_knows if {
	policy.deny == {expect.violation("GCP-STATE-001", "google_firestore_database.it holds state and would be changed by an action the gate does not know (shred)")} with input as expect.change("google_firestore_database", ["update", "shred"], [])
}

test_allow_a_create_whatever_forces_it if {
	policy.deny == set() with input as expect.change("google_firestore_database", ["create"], ["name"])
}

test_allow_a_read if {
	policy.deny == set() with input as expect.change("google_firestore_database", ["read"], [])
}

test_allow_an_update if {
	policy.deny == set() with input as expect.change("google_firestore_database", ["update"], [])
}

test_allow_a_create if {
	policy.deny == set() with input as expect.change("google_firestore_database", ["create"], [])
}

test_allow_nothing if {
	policy.deny == set() with input as expect.change("google_firestore_database", ["no-op"], [])
}
