package google.network.flow_logs_test

import data.google.network.flow_logs as policy
import data.lib.expect

test_deny_a_subnet_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-007", "google_compute_subnetwork.it logs no flows (log_config)")} with input as expect.resource("google_compute_subnetwork", stage, {"log_config": []})
	}
}

test_deny_a_private_subnet if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-007", "google_compute_subnetwork.it logs no flows (log_config)")} with input as expect.resource("google_compute_subnetwork", stage, {"purpose": "PRIVATE"})
	}
}

test_allow_a_log if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_subnetwork", stage, {"log_config": [{"flow_sampling": 0.5}]})
	}
}

test_allow_the_subnet_of_a_load_balancer if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_subnetwork", stage, {"purpose": "REGIONAL_MANAGED_PROXY"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-NET-007", "google_compute_subnetwork.it logs no flows (log_config)")} with input as expect.unknown("google_compute_subnetwork", {}, {"log_config": true})
}

test_allow_each_subnet_without_machines if {
	every stage in expect.stages {
		every value in ["GLOBAL_MANAGED_PROXY", "INTERNAL_HTTPS_LOAD_BALANCER", "PRIVATE_NAT", "PRIVATE_SERVICE_CONNECT"] {
			policy.deny == set() with input as expect.resource("google_compute_subnetwork", stage, {"purpose": value})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"log_config": []})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"purpose": "PRIVATE"})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"log_config": true})
}
