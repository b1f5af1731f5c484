package google.network.private_access_test

import data.google.network.private_access as policy
import data.lib.expect

test_deny_a_subnet_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-008", "google_compute_subnetwork.it reaches Google's APIs only by the internet (private_ip_google_access)")} with input as expect.resource("google_compute_subnetwork", stage, {})
	}
}

test_deny_access_switched_off if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-008", "google_compute_subnetwork.it reaches Google's APIs only by the internet (private_ip_google_access)")} with input as expect.resource("google_compute_subnetwork", stage, {"private_ip_google_access": false, "purpose": "PRIVATE"})
	}
}

test_deny_a_subnet_of_both_families_without if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-008", "google_compute_subnetwork.it reaches Google's APIs only by the internet over IPv6 (private_ipv6_google_access)")} with input as expect.resource("google_compute_subnetwork", stage, {"private_ip_google_access": true, "stack_type": "IPV4_IPV6", "private_ipv6_google_access": "DISABLE_GOOGLE_ACCESS"})
	}
}

test_allow_access if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_subnetwork", stage, {"private_ip_google_access": true, "stack_type": "IPV4_ONLY"})
	}
}

test_allow_access_of_both_families if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_subnetwork", stage, {"private_ip_google_access": true, "stack_type": "IPV4_IPV6", "private_ipv6_google_access": "ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE"})
	}
}

test_allow_the_subnet_of_a_load_balancer if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_subnetwork", stage, {"purpose": "REGIONAL_MANAGED_PROXY"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-NET-008", "google_compute_subnetwork.it reaches Google's APIs only by the internet (private_ip_google_access)")} with input as expect.unknown("google_compute_subnetwork", {}, {"private_ip_google_access": true})
}

test_allow_each_subnet_without_machines if {
	every stage in expect.stages {
		every value in ["GLOBAL_MANAGED_PROXY", "INTERNAL_HTTPS_LOAD_BALANCER", "PRIVATE_NAT", "PRIVATE_SERVICE_CONNECT"] {
			policy.deny == set() with input as expect.resource("google_compute_subnetwork", stage, {"purpose": value})
		}
	}
}

test_allow_each_access_over_ipv6 if {
	every stage in expect.stages {
		every value in ["ENABLE_BIDIRECTIONAL_ACCESS_TO_GOOGLE", "ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE"] {
			policy.deny == set() with input as expect.resource("google_compute_subnetwork", stage, {"private_ip_google_access": true, "stack_type": "IPV4_IPV6", "private_ipv6_google_access": value})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"private_ip_google_access": false, "purpose": "PRIVATE"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"private_ip_google_access": true, "stack_type": "IPV4_IPV6", "private_ipv6_google_access": "DISABLE_GOOGLE_ACCESS"})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"private_ip_google_access": true})
}
