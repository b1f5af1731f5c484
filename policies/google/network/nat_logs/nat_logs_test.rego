package google.network.nat_logs_test

import data.google.network.nat_logs as policy
import data.lib.expect

test_deny_a_gateway_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-010", "google_compute_router_nat.it does not log what it drops (log_config)")} with input as expect.resource("google_compute_router_nat", stage, {"log_config": []})
	}
}

test_deny_a_log_that_is_switched_off if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-010", "google_compute_router_nat.it does not log what it drops (log_config)")} with input as expect.resource("google_compute_router_nat", stage, {"log_config": [{"enable": false, "filter": "ALL"}]})
	}
}

test_deny_a_log_of_what_works if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-010", "google_compute_router_nat.it does not log what it drops (log_config)")} with input as expect.resource("google_compute_router_nat", stage, {"log_config": [{"enable": true, "filter": "TRANSLATIONS_ONLY"}]})
	}
}

test_allow_a_log_of_errors if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_router_nat", stage, {"log_config": [{"enable": true, "filter": "ERRORS_ONLY"}]})
	}
}

test_allow_a_log_of_all if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_router_nat", stage, {"log_config": [{"enable": true, "filter": "ALL"}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-NET-010", "google_compute_router_nat.it does not log what it drops (log_config)")} with input as expect.unknown("google_compute_router_nat", {}, {"log_config": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"log_config": []})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"log_config": [{"enable": false, "filter": "ALL"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"log_config": [{"enable": true, "filter": "TRANSLATIONS_ONLY"}]})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"log_config": true})
}
