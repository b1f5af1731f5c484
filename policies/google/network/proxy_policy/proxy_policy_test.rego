package google.network.proxy_policy_test

import data.google.network.proxy_policy as policy
import data.lib.expect

test_deny_a_proxy_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-015", "google_compute_target_https_proxy.it has no ssl_policy: it speaks TLS 1.0 too")} with input as expect.resource("google_compute_target_https_proxy", stage, {})
	}
}

test_deny_an_empty_policy if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-015", "google_compute_target_ssl_proxy.it has no ssl_policy: it speaks TLS 1.0 too")} with input as expect.resource("google_compute_target_ssl_proxy", stage, {"ssl_policy": ""})
	}
}

test_deny_a_proxy_of_a_region if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-015", "google_compute_region_target_https_proxy.it has no ssl_policy: it speaks TLS 1.0 too")} with input as expect.resource("google_compute_region_target_https_proxy", stage, {})
	}
}

test_allow_a_policy if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_target_https_proxy", stage, {"ssl_policy": "p"})
	}
}

test_allow_a_policy_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_compute_target_https_proxy", {}, {"ssl_policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"ssl_policy": ""})
}
