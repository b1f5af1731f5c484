package google.network.egress_test

import data.google.network.egress as policy
import data.lib.expect

test_deny_everything if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-NET-003", "google_compute_firewall.it lets everything out to the internet")} with input as expect.resource("google_compute_firewall", stage, {"direction": "EGRESS", "allow": [{"protocol": "all"}], "destination_ranges": ["0.0.0.0/0"]})
	}
}

test_deny_everything_by_ipv6 if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-NET-003", "google_compute_firewall.it lets everything out to the internet")} with input as expect.resource("google_compute_firewall", stage, {"direction": "EGRESS", "allow": [{"protocol": "all"}], "destination_ranges": ["10.0.0.0/8", "::/0"]})
	}
}

test_allow_one_port if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"direction": "EGRESS", "allow": [{"protocol": "tcp", "ports": ["443"]}], "destination_ranges": ["0.0.0.0/0"]})
	}
}

test_allow_a_network_of_ours if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"direction": "EGRESS", "allow": [{"protocol": "all"}], "destination_ranges": ["10.0.0.0/8"]})
	}
}

test_allow_what_comes_in if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"direction": "INGRESS", "allow": [{"protocol": "all"}], "destination_ranges": ["0.0.0.0/0"]})
	}
}

test_allow_a_rule_that_is_switched_off if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"direction": "EGRESS", "disabled": true, "allow": [{"protocol": "all"}], "destination_ranges": ["0.0.0.0/0"]})
	}
}

test_allow_a_rule_that_denies if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"direction": "EGRESS", "deny": [{"protocol": "all"}], "destination_ranges": ["0.0.0.0/0"]})
	}
}

test_deny_nothing_of_unknown_ranges if {
	policy.deny == set() with input as expect.unknown("google_compute_firewall", {"direction": "EGRESS", "allow": [{"protocol": "all"}]}, {"destination_ranges": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"direction": "EGRESS", "allow": [{"protocol": "all"}], "destination_ranges": ["0.0.0.0/0"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"direction": "EGRESS", "allow": [{"protocol": "all"}], "destination_ranges": ["10.0.0.0/8", "::/0"]})
}
