package google.storage.log_target_test

import data.google.storage.log_target as policy
import data.lib.expect

test_deny_itself if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-STORAGE-006", "google_storage_bucket.it logs to itself")} with input as expect.resource("google_storage_bucket", stage, {"name": "orders", "logging": [{"log_bucket": "orders"}]})
	}
}

test_allow_another_bucket if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_storage_bucket", stage, {"name": "orders", "logging": [{"log_bucket": "logs"}]})
	}
}

test_allow_no_log if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_storage_bucket", stage, {"name": "orders", "logging": []})
	}
}

test_deny_nothing_of_an_unknown_bucket if {
	policy.deny == set() with input as expect.unknown("google_storage_bucket", {"name": "orders", "logging": [{}]}, {"logging": [{"log_bucket": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"name": "orders", "logging": [{"log_bucket": "orders"}]})
}
