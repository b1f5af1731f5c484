package google.secret_manager.state_test

import data.google.secret_manager.state as policy
import data.lib.expect

test_deny_a_secret if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-SECRET-002", "google_secret_manager_secret_version.it writes the secret to the state (secret_data)")} with input as expect.resource("google_secret_manager_secret_version", stage, {"secret_data": "hunter2"})
	}
}

test_deny_a_secret_that_is_hidden if {
	policy.deny == {expect.violation("GCP-SECRET-002", "google_secret_manager_secret_version.it writes the secret to the state (secret_data)")} with input as expect.unknown("google_secret_manager_secret_version", {}, {"secret_data": true})
}

test_allow_what_is_write_only if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_secret_manager_secret_version", stage, {"secret_data_wo_version": 1})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"secret_data": "hunter2"})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"secret_data": true})
}
