package google.network.administration_test

import data.google.network.administration as policy
import data.lib.expect

test_deny_ssh if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-NET-001", "google_compute_firewall.it lets the internet in to SSH (22)")} with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["22"]}], "source_ranges": ["0.0.0.0/0"]})
	}
}

test_deny_both_in_a_range if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-NET-001", "google_compute_firewall.it lets the internet in to SSH (22)"), expect.violation("GCP-NET-001", "google_compute_firewall.it lets the internet in to remote desktop (3389)")} with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["22-3389"]}], "source_ranges": ["0.0.0.0/0"]})
	}
}

test_deny_all_ports if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-NET-001", "google_compute_firewall.it lets the internet in to SSH (22)"), expect.violation("GCP-NET-001", "google_compute_firewall.it lets the internet in to remote desktop (3389)")} with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp"}], "source_ranges": ["0.0.0.0/0"]})
	}
}

test_deny_all_protocols_by_ipv6 if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-NET-001", "google_compute_firewall.it lets the internet in to SSH (22)"), expect.violation("GCP-NET-001", "google_compute_firewall.it lets the internet in to remote desktop (3389)")} with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "all"}], "source_ranges": ["::/0"]})
	}
}

test_deny_tcp_by_its_number if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-NET-001", "google_compute_firewall.it lets the internet in to remote desktop (3389)")} with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "6", "ports": ["3389"]}], "source_ranges": ["10.0.0.0/8", "0.0.0.0/0"]})
	}
}

test_allow_ports_beside_them if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["23-3388", "21", "3390"]}], "source_ranges": ["0.0.0.0/0"]})
	}
}

test_allow_a_network_of_ours if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["22"]}], "source_ranges": ["10.0.0.0/8"]})
	}
}

test_allow_the_range_of_google_for_signed_in_people if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["22"]}], "source_ranges": ["35.235.240.0/20"]})
	}
}

test_allow_what_goes_out if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"direction": "EGRESS", "allow": [{"protocol": "tcp", "ports": ["22"]}], "source_ranges": ["0.0.0.0/0"]})
	}
}

test_allow_a_rule_that_is_switched_off if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["22"]}], "source_ranges": ["0.0.0.0/0"], "disabled": true})
	}
}

test_allow_other_protocols if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "icmp"}], "source_ranges": ["0.0.0.0/0"]})
	}
}

test_deny_nothing_of_unknown_ranges if {
	policy.deny == set() with input as expect.unknown("google_compute_firewall", {"allow": [{"protocol": "tcp", "ports": ["22"]}]}, {"source_ranges": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"allow": [{"protocol": "tcp", "ports": ["22"]}], "source_ranges": ["0.0.0.0/0"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"allow": [{"protocol": "tcp", "ports": ["22-3389"]}], "source_ranges": ["0.0.0.0/0"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"allow": [{"protocol": "tcp"}], "source_ranges": ["0.0.0.0/0"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"allow": [{"protocol": "all"}], "source_ranges": ["::/0"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"allow": [{"protocol": "6", "ports": ["3389"]}], "source_ranges": ["10.0.0.0/8", "0.0.0.0/0"]})
}
