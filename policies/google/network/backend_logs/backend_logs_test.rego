package google.network.backend_logs_test

import data.google.network.backend_logs as policy
import data.lib.expect

test_deny_a_service_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-013", "google_compute_backend_service.it logs no requests (log_config)")} with input as expect.resource("google_compute_backend_service", stage, {"log_config": []})
	}
}

test_deny_a_log_that_is_switched_off if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-013", "google_compute_region_backend_service.it logs no requests (log_config)")} with input as expect.resource("google_compute_region_backend_service", stage, {"log_config": [{"enable": false}]})
	}
}

test_allow_a_log if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_backend_service", stage, {"log_config": [{"enable": true}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-NET-013", "google_compute_backend_service.it logs no requests (log_config)")} with input as expect.unknown("google_compute_backend_service", {}, {"log_config": [{"enable": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"log_config": []})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"log_config": [{"enable": false}]})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"log_config": [{"enable": true}]})
}
