package google.network.targets_test

import data.google.network.targets as policy
import data.lib.expect

test_deny_every_machine if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-006", "google_compute_firewall.it lets in to every machine of the network (target_tags or target_service_accounts)")} with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp"}], "target_tags": [], "target_service_accounts": []})
	}
}

test_allow_machines_by_tag if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp"}], "target_tags": ["web"]})
	}
}

test_allow_machines_by_account if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp"}], "target_service_accounts": ["a@b"]})
	}
}

test_allow_what_goes_out if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"direction": "EGRESS", "allow": [{"protocol": "tcp"}]})
	}
}

test_allow_a_rule_that_denies if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [], "deny": [{"protocol": "all"}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-NET-006", "google_compute_firewall.it lets in to every machine of the network (target_tags or target_service_accounts)")} with input as expect.unknown("google_compute_firewall", {"allow": [{"protocol": "tcp"}]}, {"target_service_accounts": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"allow": [{"protocol": "tcp"}], "target_tags": [], "target_service_accounts": []})
	policy.deny == set() with input as expect.unknown("random_id", {"allow": [{"protocol": "tcp"}]}, {"target_service_accounts": true})
}
