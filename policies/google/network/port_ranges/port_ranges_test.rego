package google.network.port_ranges_test

import data.google.network.port_ranges as policy
import data.lib.expect

test_deny_a_hundred_and_one if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-NET-004", "google_compute_firewall.it opens 101 ports (1000-1100)")} with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["1000-1100"]}], "source_ranges": ["10.0.0.0/8"]})
	}
}

test_allow_a_hundred if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["1000-1099", "22"]}], "source_ranges": ["10.0.0.0/8"]})
	}
}

test_allow_a_rule_that_is_switched_off if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["1-65535"]}], "source_ranges": ["10.0.0.0/8"], "disabled": true})
	}
}

test_deny_nothing_of_unknown_ports if {
	policy.deny == set() with input as expect.unknown("google_compute_firewall", {}, {"allow": [{"ports": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"allow": [{"protocol": "tcp", "ports": ["1000-1100"]}], "source_ranges": ["10.0.0.0/8"]})
}
