package google.network.nat_ports_test

import data.google.network.nat_ports as policy
import data.lib.expect

test_deny_a_gateway_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-011", "google_compute_router_nat.it gives each machine 64 ports, however busy (enable_dynamic_port_allocation)")} with input as expect.resource("google_compute_router_nat", stage, {})
	}
}

test_deny_the_least if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-011", "google_compute_router_nat.it gives each machine 64 ports, however busy (enable_dynamic_port_allocation)")} with input as expect.resource("google_compute_router_nat", stage, {"min_ports_per_vm": 64, "enable_dynamic_port_allocation": false})
	}
}

test_deny_what_google_refuses if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-NET-011", "google_compute_router_nat.it hands out ports dynamically and keeps them for one endpoint: Google refuses both")} with input as expect.resource("google_compute_router_nat", stage, {"enable_dynamic_port_allocation": true, "enable_endpoint_independent_mapping": true})
	}
}

test_allow_more if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_router_nat", stage, {"min_ports_per_vm": 65, "enable_endpoint_independent_mapping": true})
	}
}

test_allow_as_many_as_needed if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_router_nat", stage, {"enable_dynamic_port_allocation": true, "enable_endpoint_independent_mapping": false})
	}
}

test_allow_dynamic_ports_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_compute_router_nat", {}, {"enable_dynamic_port_allocation": true})
}

test_allow_a_number_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_compute_router_nat", {}, {"min_ports_per_vm": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"min_ports_per_vm": 64, "enable_dynamic_port_allocation": false})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"enable_dynamic_port_allocation": true, "enable_endpoint_independent_mapping": true})
}
