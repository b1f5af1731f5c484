package google.network.ingress_test

import data.google.network.ingress as policy
import data.lib.expect

test_deny_plain_http if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-NET-002", "google_compute_firewall.it lets the internet in to tcp 80")} with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["443", "80"]}], "source_ranges": ["0.0.0.0/0"]})
	}
}

test_deny_a_database if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-NET-002", "google_compute_firewall.it lets the internet in to tcp 3306")} with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["3306"]}], "source_ranges": ["0.0.0.0/0"]})
	}
}

test_deny_a_range if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-NET-002", "google_compute_firewall.it lets the internet in to tcp 440-450")} with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["440-450"]}], "source_ranges": ["0.0.0.0/0"]})
	}
}

test_deny_all_ports if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-NET-002", "google_compute_firewall.it lets the internet in to tcp, all ports")} with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": []}], "source_ranges": ["0.0.0.0/0"]})
	}
}

test_deny_everything if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-NET-002", "google_compute_firewall.it lets the internet in to all, all ports")} with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "all"}], "source_ranges": ["::/0"]})
	}
}

test_deny_a_rule_without_sources if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-NET-002", "google_compute_firewall.it lets the internet in to tcp 8080")} with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["8080"]}]})
	}
}

test_allow_https if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["443"]}], "source_ranges": ["0.0.0.0/0"], "direction": "INGRESS"})
	}
}

test_allow_http_3 if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "udp", "ports": ["443"]}], "source_ranges": ["0.0.0.0/0"]})
	}
}

test_allow_protocols_by_number if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "6", "ports": ["443"]}, {"protocol": "17", "ports": ["443"]}], "source_ranges": ["0.0.0.0/0"]})
	}
}

test_allow_a_network_of_ours if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["8080"]}], "source_ranges": ["10.0.0.0/8"]})
	}
}

test_allow_sources_by_tag if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["8080"]}], "source_tags": ["web"]})
	}
}

test_allow_sources_by_account if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp", "ports": ["8080"]}], "source_service_accounts": ["a@b"]})
	}
}

test_allow_a_rule_that_denies if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"deny": [{"protocol": "all"}], "source_ranges": ["0.0.0.0/0"]})
	}
}

test_deny_nothing_of_unknown_ranges if {
	policy.deny == set() with input as expect.unknown("google_compute_firewall", {"allow": [{"protocol": "tcp", "ports": ["80"]}]}, {"source_ranges": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"allow": [{"protocol": "tcp", "ports": ["443", "80"]}], "source_ranges": ["0.0.0.0/0"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"allow": [{"protocol": "tcp", "ports": ["3306"]}], "source_ranges": ["0.0.0.0/0"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"allow": [{"protocol": "tcp", "ports": ["440-450"]}], "source_ranges": ["0.0.0.0/0"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"allow": [{"protocol": "tcp", "ports": []}], "source_ranges": ["0.0.0.0/0"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"allow": [{"protocol": "all"}], "source_ranges": ["::/0"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"allow": [{"protocol": "tcp", "ports": ["8080"]}]})
}
