package google.storage.log_retention_test

import data.google.storage.log_retention as policy
import data.lib.expect

test_deny_a_bucket_of_logs_without_a_policy if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-STORAGE-007", "google_storage_bucket.it gets logs and is not locked (retention_policy)")} with input as expect.linked("google_storage_bucket", stage, {}, {"sinks": [{"address": "google_logging_project_sink.audit", "after": {}, "unknown": {}, "links": {}}]})
	}
}

test_deny_a_policy_that_is_not_locked if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-STORAGE-007", "google_storage_bucket.it gets logs and is not locked (retention_policy)")} with input as expect.linked("google_storage_bucket", stage, {"retention_policy": [{"is_locked": false}]}, {"sinks": [{"address": "google_logging_project_sink.audit", "after": {}, "unknown": {}, "links": {}}]})
	}
}

test_allow_a_locked_policy if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_storage_bucket", stage, {"retention_policy": [{"is_locked": true}]}, {"sinks": [{"address": "google_logging_project_sink.audit", "after": {}, "unknown": {}, "links": {}}]})
	}
}

test_allow_another_bucket if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_storage_bucket", stage, {})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-STORAGE-007", "google_storage_bucket.it gets logs and is not locked (retention_policy)")} with input as object.union(expect.unknown("google_storage_bucket", {}, {"retention_policy": true}), {"links": {"sinks": [{"address": "google_logging_project_sink.audit", "after": {}, "unknown": {}, "links": {}}]}})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.linked("random_id", "synth", {}, {"sinks": [{"address": "google_logging_project_sink.audit", "after": {}, "unknown": {}, "links": {}}]})
	policy.deny == set() with input as expect.linked("random_id", "synth", {"retention_policy": [{"is_locked": false}]}, {"sinks": [{"address": "google_logging_project_sink.audit", "after": {}, "unknown": {}, "links": {}}]})
	policy.deny == set() with input as object.union(expect.unknown("random_id", {}, {"retention_policy": true}), {"links": {"sinks": [{"address": "google_logging_project_sink.audit", "after": {}, "unknown": {}, "links": {}}]}})
}
