package google.storage.lifecycle_test

import data.google.storage.lifecycle as policy
import data.lib.expect

test_deny_versions_for_ever if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-STORAGE-005", "google_storage_bucket.it keeps old versions for ever (lifecycle_rule)")} with input as expect.resource("google_storage_bucket", stage, {"versioning": [{"enabled": true}], "lifecycle_rule": []})
	}
}

test_allow_a_lifecycle if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_storage_bucket", stage, {"versioning": [{"enabled": true}], "lifecycle_rule": [{"action": [{"type": "Delete"}]}]})
	}
}

test_allow_a_bucket_without_versions if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_storage_bucket", stage, {"versioning": [{"enabled": false}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-STORAGE-005", "google_storage_bucket.it keeps old versions for ever (lifecycle_rule)")} with input as expect.unknown("google_storage_bucket", {"versioning": [{"enabled": true}]}, {"lifecycle_rule": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"versioning": [{"enabled": true}], "lifecycle_rule": []})
	policy.deny == set() with input as expect.unknown("random_id", {"versioning": [{"enabled": true}]}, {"lifecycle_rule": true})
}
