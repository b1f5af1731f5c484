package google.project.services_test

import data.google.project.services as policy
import data.lib.expect

test_deny_a_service_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PROJECT-001", "google_project_service.it does not leave the API on when it is removed (disable_on_destroy)")} with input as expect.resource("google_project_service", stage, {})
	}
}

test_deny_switching_it_off if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PROJECT-001", "google_project_service.it does not leave the API on when it is removed (disable_on_destroy)")} with input as expect.resource("google_project_service", stage, {"disable_on_destroy": true})
	}
}

test_deny_switching_others_off if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-PROJECT-001", "google_project_service.it would switch off the APIs that build on it too (disable_dependent_services)")} with input as expect.resource("google_project_service", stage, {"disable_on_destroy": false, "disable_dependent_services": true})
	}
}

test_allow_leaving_it_on if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_project_service", stage, {"disable_on_destroy": false, "disable_dependent_services": false})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-PROJECT-001", "google_project_service.it does not leave the API on when it is removed (disable_on_destroy)")} with input as expect.unknown("google_project_service", {}, {"disable_on_destroy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"disable_on_destroy": true})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"disable_on_destroy": false, "disable_dependent_services": true})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"disable_on_destroy": true})
}
