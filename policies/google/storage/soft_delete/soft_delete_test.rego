package google.storage.soft_delete_test

import data.google.storage.soft_delete as policy
import data.lib.expect

test_deny_no_soft_deletion if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-STORAGE-004", "google_storage_bucket.it deletes at once and for good (soft_delete_policy)")} with input as expect.resource("google_storage_bucket", stage, {"soft_delete_policy": [{"retention_duration_seconds": 0}]})
	}
}

test_allow_a_week if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_storage_bucket", stage, {"soft_delete_policy": [{"retention_duration_seconds": 604800}]})
	}
}

test_allow_the_default if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_storage_bucket", stage, {})
	}
}

test_deny_nothing_of_an_unknown_value if {
	policy.deny == set() with input as expect.unknown("google_storage_bucket", {}, {"soft_delete_policy": [{"retention_duration_seconds": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"soft_delete_policy": [{"retention_duration_seconds": 0}]})
}
