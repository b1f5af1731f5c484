package google.iam.keys_test

import data.google.iam.keys as policy
import data.lib.expect

test_deny_a_key if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-010", "google_service_account_key.it makes a key that works for whoever holds it")} with input as expect.resource("google_service_account_key", stage, {})
	}
}

test_deny_an_hmac_key if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-010", "google_storage_hmac_key.it makes a key that works for whoever holds it")} with input as expect.resource("google_storage_hmac_key", stage, {})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
