package google.network.ssl_policy_test

import data.google.network.ssl_policy as policy
import data.lib.expect

test_deny_a_policy_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-014", "google_compute_ssl_policy.it allows TLS before 1.2 (min_tls_version)"), expect.finding("GCP-NET-014", "google_compute_ssl_policy.it allows weak ciphers (profile)")} with input as expect.resource("google_compute_ssl_policy", stage, {})
	}
}

test_deny_old_versions if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-014", "google_compute_ssl_policy.it allows TLS before 1.2 (min_tls_version)")} with input as expect.resource("google_compute_ssl_policy", stage, {"min_tls_version": "TLS_1_1", "profile": "MODERN"})
	}
}

test_deny_weak_ciphers if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-014", "google_compute_region_ssl_policy.it allows weak ciphers (profile)")} with input as expect.resource("google_compute_region_ssl_policy", stage, {"min_tls_version": "TLS_1_2", "profile": "COMPATIBLE"})
	}
}

test_deny_a_cipher_without_forward_secrecy if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-014", "google_compute_ssl_policy.it allows weak ciphers (profile)")} with input as expect.resource("google_compute_ssl_policy", stage, {"min_tls_version": "TLS_1_2", "profile": "CUSTOM", "custom_features": ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_128_GCM_SHA256"]})
	}
}

test_deny_a_cipher_in_cbc_mode if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-014", "google_compute_ssl_policy.it allows weak ciphers (profile)")} with input as expect.resource("google_compute_ssl_policy", stage, {"min_tls_version": "TLS_1_2", "profile": "CUSTOM", "custom_features": ["TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"]})
	}
}

test_deny_a_profile_that_nobody_knows if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-014", "google_compute_ssl_policy.it allows weak ciphers (profile)")} with input as expect.resource("google_compute_ssl_policy", stage, {"min_tls_version": "TLS_1_2", "profile": "OTHER", "custom_features": []})
	}
}

test_allow_strong_ciphers_by_name if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_ssl_policy", stage, {"min_tls_version": "TLS_1_3", "profile": "CUSTOM", "custom_features": ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"]})
	}
}

test_allow_modern if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_ssl_policy", stage, {"min_tls_version": "TLS_1_2", "profile": "MODERN"})
	}
}

test_allow_restricted if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_ssl_policy", stage, {"min_tls_version": "TLS_1_2", "profile": "RESTRICTED"})
	}
}

test_allow_fips if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_ssl_policy", stage, {"min_tls_version": "TLS_1_2", "profile": "FIPS_202205"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-NET-014", "google_compute_ssl_policy.it allows TLS before 1.2 (min_tls_version)")} with input as expect.unknown("google_compute_ssl_policy", {"profile": "MODERN"}, {"min_tls_version": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"min_tls_version": "TLS_1_1", "profile": "MODERN"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"min_tls_version": "TLS_1_2", "profile": "COMPATIBLE"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"min_tls_version": "TLS_1_2", "profile": "CUSTOM", "custom_features": ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_128_GCM_SHA256"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"min_tls_version": "TLS_1_2", "profile": "CUSTOM", "custom_features": ["TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"min_tls_version": "TLS_1_2", "profile": "OTHER", "custom_features": []})
	policy.deny == set() with input as expect.unknown("random_id", {"profile": "MODERN"}, {"min_tls_version": true})
}
