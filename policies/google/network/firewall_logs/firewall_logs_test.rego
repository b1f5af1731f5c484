package google.network.firewall_logs_test

import data.google.network.firewall_logs as policy
import data.lib.expect

test_deny_a_rule_without_a_log if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-005", "google_compute_firewall.it logs nothing (log_config)")} with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp"}], "log_config": []})
	}
}

test_allow_a_log if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [{"protocol": "tcp"}], "log_config": [{"metadata": "INCLUDE_ALL_METADATA"}]})
	}
}

test_allow_a_rule_that_denies if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_firewall", stage, {"allow": [], "deny": [{"protocol": "all"}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-NET-005", "google_compute_firewall.it logs nothing (log_config)")} with input as expect.unknown("google_compute_firewall", {"allow": [{"protocol": "tcp"}]}, {"log_config": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"allow": [{"protocol": "tcp"}], "log_config": []})
	policy.deny == set() with input as expect.unknown("random_id", {"allow": [{"protocol": "tcp"}]}, {"log_config": true})
}
