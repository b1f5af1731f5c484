package google.functions.ingress_test

import data.google.functions.ingress as policy
import data.lib.expect

test_deny_a_function_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FUNCTIONS-001", "google_cloudfunctions2_function.it takes requests from the internet (ingress_settings)")} with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{}]})
	}
}

test_deny_everybody if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FUNCTIONS-001", "google_cloudfunctions2_function.it takes requests from the internet (ingress_settings)")} with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{"ingress_settings": "ALLOW_ALL"}]})
	}
}

test_allow_internal_only if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{"ingress_settings": "ALLOW_INTERNAL_ONLY"}]})
	}
}

test_allow_a_load_balancer if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{"ingress_settings": "ALLOW_INTERNAL_AND_GCLB"}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-FUNCTIONS-001", "google_cloudfunctions2_function.it takes requests from the internet (ingress_settings)")} with input as expect.unknown("google_cloudfunctions2_function", {}, {"service_config": [{"ingress_settings": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"service_config": [{}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"service_config": [{"ingress_settings": "ALLOW_ALL"}]})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"service_config": [{"ingress_settings": true}]})
}
