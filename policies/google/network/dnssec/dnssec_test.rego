package google.network.dnssec_test

import data.google.network.dnssec as policy
import data.lib.expect

test_deny_a_zone_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-017", "google_dns_managed_zone.it is not signed (dnssec_config.state)")} with input as expect.resource("google_dns_managed_zone", stage, {})
	}
}

test_deny_signing_switched_off if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-017", "google_dns_managed_zone.it is not signed (dnssec_config.state)")} with input as expect.resource("google_dns_managed_zone", stage, {"visibility": "public", "dnssec_config": [{"state": "off"}]})
	}
}

test_deny_sha_1 if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-NET-017", "google_dns_managed_zone.it is signed by rsasha1, which can be forged")} with input as expect.resource("google_dns_managed_zone", stage, {"dnssec_config": [{"state": "on", "default_key_specs": [{"algorithm": "rsasha256"}, {"algorithm": "rsasha1"}]}]})
	}
}

test_allow_a_signed_zone if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_dns_managed_zone", stage, {"dnssec_config": [{"state": "on", "default_key_specs": [{"algorithm": "ecdsap256sha256"}]}]})
	}
}

test_allow_a_private_zone if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_dns_managed_zone", stage, {"visibility": "private"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-NET-017", "google_dns_managed_zone.it is not signed (dnssec_config.state)")} with input as expect.unknown("google_dns_managed_zone", {}, {"dnssec_config": [{"state": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"visibility": "public", "dnssec_config": [{"state": "off"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"dnssec_config": [{"state": "on", "default_key_specs": [{"algorithm": "rsasha256"}, {"algorithm": "rsasha1"}]}]})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"dnssec_config": [{"state": true}]})
}
