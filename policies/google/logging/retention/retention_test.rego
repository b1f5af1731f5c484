package google.logging.retention_test

import data.google.logging.retention as policy
import data.lib.expect

test_deny_a_bucket_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-LOGGING-001", "google_logging_project_bucket_config.it does not say how long logs are kept (retention_days)")} with input as expect.resource("google_logging_project_bucket_config", stage, {})
	}
}

test_deny_no_days if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-LOGGING-001", "google_logging_project_bucket_config.it does not say how long logs are kept (retention_days)")} with input as expect.resource("google_logging_project_bucket_config", stage, {"retention_days": 0})
	}
}

test_allow_a_day if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_logging_project_bucket_config", stage, {"retention_days": 1})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-LOGGING-001", "google_logging_project_bucket_config.it does not say how long logs are kept (retention_days)")} with input as expect.unknown("google_logging_project_bucket_config", {}, {"retention_days": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"retention_days": 0})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"retention_days": true})
}
