package google.run.protection_test

import data.google.run.protection as policy
import data.lib.expect

test_deny_protection_switched_off if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-RUN-009", "google_cloud_run_v2_service.it may be deleted by a plan (deletion_protection is off)")} with input as expect.resource("google_cloud_run_v2_service", stage, {"deletion_protection": false})
	}
}

test_deny_a_job_too if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-RUN-009", "google_cloud_run_v2_job.it may be deleted by a plan (deletion_protection is off)")} with input as expect.resource("google_cloud_run_v2_job", stage, {"deletion_protection": false})
	}
}

test_allow_the_default if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_service", stage, {})
	}
}

test_allow_protection if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_service", stage, {"deletion_protection": true})
	}
}

test_deny_nothing_of_an_unknown_value if {
	policy.deny == set() with input as expect.unknown("google_cloud_run_v2_service", {}, {"deletion_protection": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"deletion_protection": false})
}
