package google.run.ingress_test

import data.google.run.ingress as policy
import data.lib.expect

test_deny_a_service_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-004", "google_cloud_run_v2_service.it takes requests from the internet (ingress)")} with input as expect.resource("google_cloud_run_v2_service", stage, {})
	}
}

test_deny_everybody if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-004", "google_cloud_run_v2_service.it takes requests from the internet (ingress)")} with input as expect.resource("google_cloud_run_v2_service", stage, {"ingress": "INGRESS_TRAFFIC_ALL"})
	}
}

test_allow_internal_only if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_service", stage, {"ingress": "INGRESS_TRAFFIC_INTERNAL_ONLY"})
	}
}

test_allow_a_load_balancer if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_service", stage, {"ingress": "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-RUN-004", "google_cloud_run_v2_service.it takes requests from the internet (ingress)")} with input as expect.unknown("google_cloud_run_v2_service", {}, {"ingress": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"ingress": "INGRESS_TRAFFIC_ALL"})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"ingress": true})
}
