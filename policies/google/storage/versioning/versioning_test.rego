package google.storage.versioning_test

import data.google.storage.versioning as policy
import data.lib.expect

test_deny_a_bucket_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-STORAGE-003", "google_storage_bucket.it keeps no version of what was overwritten")} with input as expect.resource("google_storage_bucket", stage, {})
	}
}

test_deny_versioning_switched_off if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-STORAGE-003", "google_storage_bucket.it keeps no version of what was overwritten")} with input as expect.resource("google_storage_bucket", stage, {"versioning": [{"enabled": false}], "retention_policy": [], "hierarchical_namespace": [{"enabled": false}]})
	}
}

test_allow_versioning if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_storage_bucket", stage, {"versioning": [{"enabled": true}]})
	}
}

test_allow_a_retention_policy if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_storage_bucket", stage, {"retention_policy": [{"retention_period": "1"}]})
	}
}

test_allow_folders_which_have_no_versions if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_storage_bucket", stage, {"hierarchical_namespace": [{"enabled": true}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-STORAGE-003", "google_storage_bucket.it keeps no version of what was overwritten")} with input as expect.unknown("google_storage_bucket", {}, {"versioning": [{"enabled": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"versioning": [{"enabled": false}], "retention_policy": [], "hierarchical_namespace": [{"enabled": false}]})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"versioning": [{"enabled": true}]})
}
