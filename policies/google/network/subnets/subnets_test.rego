package google.network.subnets_test

import data.google.network.subnets as policy
import data.lib.expect

test_deny_a_network_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-009", "google_compute_network.it makes a subnet in every region (auto_create_subnetworks)")} with input as expect.resource("google_compute_network", stage, {})
	}
}

test_deny_an_automatic_network if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-NET-009", "google_compute_network.it makes a subnet in every region (auto_create_subnetworks)")} with input as expect.resource("google_compute_network", stage, {"auto_create_subnetworks": true})
	}
}

test_allow_a_planned_network if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_compute_network", stage, {"auto_create_subnetworks": false})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-NET-009", "google_compute_network.it makes a subnet in every region (auto_create_subnetworks)")} with input as expect.unknown("google_compute_network", {}, {"auto_create_subnetworks": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"auto_create_subnetworks": true})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"auto_create_subnetworks": true})
}
