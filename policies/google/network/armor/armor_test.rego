package google.network.armor_test

import data.google.network.armor as policy
import data.lib.expect

test_deny_a_service_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-012", "google_compute_backend_service.it faces the internet without a security_policy")} with input as expect.resource("google_compute_backend_service", stage, {})
	}
}

test_deny_an_empty_policy if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-012", "google_compute_region_backend_service.it faces the internet without a security_policy")} with input as expect.resource("google_compute_region_backend_service", stage, {"load_balancing_scheme": "EXTERNAL_MANAGED", "security_policy": ""})
	}
}

test_allow_a_policy if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_backend_service", stage, {"load_balancing_scheme": "EXTERNAL", "security_policy": "p"})
	}
}

test_allow_what_is_inside if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_backend_service", stage, {"load_balancing_scheme": "INTERNAL_MANAGED"})
	}
}

test_allow_a_policy_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_compute_backend_service", {}, {"security_policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"load_balancing_scheme": "EXTERNAL_MANAGED", "security_policy": ""})
}
