package google.storage.cors_test

import data.google.storage.cors as policy
import data.lib.expect

test_deny_any_origin if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-STORAGE-008", "google_storage_bucket.it answers pages of any site (cors.origin)")} with input as expect.resource("google_storage_bucket", stage, {"cors": [{"origin": ["https://orders.example.com", "*"]}]})
	}
}

test_allow_named_origins if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_storage_bucket", stage, {"cors": [{"origin": ["https://orders.example.com"]}]})
	}
}

test_allow_no_origin if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_storage_bucket", stage, {"cors": []})
	}
}

test_deny_nothing_of_an_unknown_origin if {
	policy.deny == set() with input as expect.unknown("google_storage_bucket", {}, {"cors": [{"origin": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"cors": [{"origin": ["https://orders.example.com", "*"]}]})
}
