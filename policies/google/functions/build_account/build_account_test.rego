package google.functions.build_account_test

import data.google.functions.build_account as policy
import data.lib.expect

test_deny_a_function_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FUNCTIONS-002", "google_cloudfunctions2_function.it is built by an account that Google made")} with input as expect.resource("google_cloudfunctions2_function", stage, {"build_config": [{"runtime": "nodejs22"}]})
	}
}

test_deny_an_empty_account if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FUNCTIONS-002", "google_cloudfunctions2_function.it is built by an account that Google made")} with input as expect.resource("google_cloudfunctions2_function", stage, {"build_config": [{"service_account": ""}]})
	}
}

test_deny_the_account_of_compute_engine if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FUNCTIONS-002", "google_cloudfunctions2_function.it is built by an account that Google made")} with input as expect.resource("google_cloudfunctions2_function", stage, {"build_config": [{"service_account": "projects/p/serviceAccounts/1-compute@developer.gserviceaccount.com"}]})
	}
}

test_deny_the_account_of_cloud_build if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FUNCTIONS-002", "google_cloudfunctions2_function.it is built by an account that Google made")} with input as expect.resource("google_cloudfunctions2_function", stage, {"build_config": [{"service_account": "projects/p/serviceAccounts/1@cloudbuild.gserviceaccount.com"}]})
	}
}

test_deny_the_account_of_app_engine if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FUNCTIONS-002", "google_cloudfunctions2_function.it is built by an account that Google made")} with input as expect.resource("google_cloudfunctions2_function", stage, {"build_config": [{"service_account": "projects/p/serviceAccounts/p@appspot.gserviceaccount.com"}]})
	}
}

test_allow_an_account_of_its_own if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloudfunctions2_function", stage, {"build_config": [{"service_account": "projects/p/serviceAccounts/build@p.iam.gserviceaccount.com"}]})
	}
}

test_allow_an_account_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_cloudfunctions2_function", {"build_config": [{}]}, {"build_config": [{"service_account": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"build_config": [{"runtime": "nodejs22"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"build_config": [{"service_account": ""}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"build_config": [{"service_account": "projects/p/serviceAccounts/1-compute@developer.gserviceaccount.com"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"build_config": [{"service_account": "projects/p/serviceAccounts/1@cloudbuild.gserviceaccount.com"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"build_config": [{"service_account": "projects/p/serviceAccounts/p@appspot.gserviceaccount.com"}]})
}
