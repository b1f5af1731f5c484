package google.network.plain_http_test

import data.google.network.plain_http as policy
import data.lib.expect

test_deny_plain_http if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-016", "google_compute_global_forwarding_rule.it serves plain HTTP to the internet (google_compute_target_http_proxy.web)")} with input as expect.linked("google_compute_global_forwarding_rule", stage, {}, {"http": [{"address": "google_compute_target_http_proxy.web", "after": {}, "unknown": {}, "links": {"url_map": [{"address": "google_compute_url_map.web", "after": {}, "unknown": {}, "links": {}}]}}]})
	}
}

test_deny_a_redirect_to_plain_http if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-016", "google_compute_forwarding_rule.it serves plain HTTP to the internet (google_compute_target_http_proxy.web)")} with input as expect.linked("google_compute_forwarding_rule", stage, {"load_balancing_scheme": "EXTERNAL_MANAGED"}, {"http": [{"address": "google_compute_target_http_proxy.web", "after": {}, "unknown": {}, "links": {"url_map": [{"address": "google_compute_url_map.web", "after": {"default_url_redirect": [{"https_redirect": false}]}, "unknown": {}, "links": {}}]}}]})
	}
}

test_allow_a_redirect if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_compute_global_forwarding_rule", stage, {"load_balancing_scheme": "EXTERNAL"}, {"http": [{"address": "google_compute_target_http_proxy.web", "after": {}, "unknown": {}, "links": {"url_map": [{"address": "google_compute_url_map.web", "after": {"default_url_redirect": [{"https_redirect": true}]}, "unknown": {}, "links": {}}]}}]})
	}
}

test_allow_what_is_inside if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_compute_forwarding_rule", stage, {"load_balancing_scheme": "INTERNAL_MANAGED"}, {"http": [{"address": "google_compute_target_http_proxy.web", "after": {}, "unknown": {}, "links": {"url_map": [{"address": "google_compute_url_map.web", "after": {}, "unknown": {}, "links": {}}]}}]})
	}
}

test_allow_other_proxies if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_global_forwarding_rule", stage, {})
	}
}

test_allow_a_redirect_known_only_after_apply if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_compute_global_forwarding_rule", stage, {}, {"http": [{"address": "google_compute_target_http_proxy.web", "after": {}, "unknown": {}, "links": {"url_map": [{"address": "google_compute_url_map.web", "after": {}, "unknown": {"default_url_redirect": true}, "links": {}}]}}]})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.linked("random_id", "synth", {}, {"http": [{"address": "google_compute_target_http_proxy.web", "after": {}, "unknown": {}, "links": {"url_map": [{"address": "google_compute_url_map.web", "after": {}, "unknown": {}, "links": {}}]}}]})
	policy.deny == set() with input as expect.linked("random_id", "synth", {"load_balancing_scheme": "EXTERNAL_MANAGED"}, {"http": [{"address": "google_compute_target_http_proxy.web", "after": {}, "unknown": {}, "links": {"url_map": [{"address": "google_compute_url_map.web", "after": {"default_url_redirect": [{"https_redirect": false}]}, "unknown": {}, "links": {}}]}}]})
}
