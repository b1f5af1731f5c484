package google.labels.required_test

import data.google.labels.required as policy
import data.lib.expect

test_deny_a_resource_without_labels if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-LABELS-001", "google_cloud_run_v2_service.it lacks the labels service, owner, environment, cost-center")} with input as expect.resource("google_cloud_run_v2_service", stage, {})
	}
}

test_deny_an_empty_label if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-LABELS-001", "google_cloud_run_v2_service.it lacks the labels owner")} with input as expect.resource("google_cloud_run_v2_service", stage, {"effective_labels": {"service": "orders", "owner": "", "environment": "dev", "cost-center": "42"}})
	}
}

test_allow_all_four if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_service", stage, {"effective_labels": {"service": "orders", "owner": "team-orders", "environment": "dev", "cost-center": "42"}})
	}
}

test_deny_nothing_of_unknown_labels if {
	policy.deny == set() with input as expect.unknown("google_cloud_run_v2_service", {}, {"effective_labels": true})
}
