package google.run.public_access_test

import data.google.run.public_access as policy
import data.lib.expect

test_deny_a_service_that_does_not_check if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-RUN-002", "google_cloud_run_v2_service.it does not check who calls (invoker_iam_disabled)")} with input as expect.resource("google_cloud_run_v2_service", stage, {"invoker_iam_disabled": true})
	}
}

test_allow_a_service_that_does if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_service", stage, {})
	}
}

test_deny_nothing_of_an_unknown_value if {
	policy.deny == set() with input as expect.unknown("google_cloud_run_v2_service", {}, {"invoker_iam_disabled": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"invoker_iam_disabled": true})
}
