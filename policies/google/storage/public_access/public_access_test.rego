package google.storage.public_access_test

import data.google.storage.public_access as policy
import data.lib.expect

test_deny_both if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-STORAGE-002", "google_storage_bucket.it does not enforce public access prevention"), expect.finding("GCP-STORAGE-002", "google_storage_bucket.it allows object ACLs (uniform_bucket_level_access is off)")} with input as expect.resource("google_storage_bucket", stage, {})
	}
}

test_deny_inherited if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-STORAGE-002", "google_storage_bucket.it does not enforce public access prevention")} with input as expect.resource("google_storage_bucket", stage, {"public_access_prevention": "inherited", "uniform_bucket_level_access": true})
	}
}

test_allow_both_on if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_storage_bucket", stage, {"public_access_prevention": "enforced", "uniform_bucket_level_access": true})
	}
}

# The driver withdraws this finding: the value may be set.
test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-STORAGE-002", "google_storage_bucket.it does not enforce public access prevention")} with input as expect.unknown("google_storage_bucket", {"uniform_bucket_level_access": true}, {"public_access_prevention": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
