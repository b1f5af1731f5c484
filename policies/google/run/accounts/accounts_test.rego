package google.run.accounts_test

import data.google.run.accounts as policy
import data.lib.expect

test_deny_a_function_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-003", "google_cloudfunctions2_function.it names no account to run as: it runs as that of Compute Engine")} with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{}]})
	}
}

test_deny_a_service_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-003", "google_cloud_run_v2_service.it names no account to run as: it runs as that of Compute Engine")} with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"service_account": ""}]})
	}
}

test_deny_a_job_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-003", "google_cloud_run_v2_job.it names no account to run as: it runs as that of Compute Engine")} with input as expect.resource("google_cloud_run_v2_job", stage, {"template": [{"template": [{"service_account": ""}]}]})
	}
}

test_deny_an_empty_account if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-003", "google_cloudfunctions2_function.it names no account to run as: it runs as that of Compute Engine")} with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{"service_account_email": ""}]})
	}
}

test_deny_the_account_of_compute_engine if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-RUN-003", "google_cloud_run_v2_service.it runs as 1-compute@developer.gserviceaccount.com, an account that Google made")} with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"service_account": "1-compute@developer.gserviceaccount.com"}]})
	}
}

test_deny_the_account_of_app_engine if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-RUN-003", "google_cloudfunctions2_function.it runs as p@appspot.gserviceaccount.com, an account that Google made")} with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{"service_account_email": "p@appspot.gserviceaccount.com"}]})
	}
}

test_deny_a_job_as_compute_engine if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-RUN-003", "google_cloud_run_v2_job.it runs as 1-compute@developer.gserviceaccount.com, an account that Google made")} with input as expect.resource("google_cloud_run_v2_job", stage, {"template": [{"template": [{"service_account": "1-compute@developer.gserviceaccount.com"}]}]})
	}
}

test_allow_an_account_of_its_own if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{"service_account_email": "run@p.iam.gserviceaccount.com"}]})
	}
}

test_allow_a_service_account_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_cloud_run_v2_service", {"template": [{}]}, {"template": [{"service_account": true}]})
}

test_allow_a_job_account_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_cloud_run_v2_job", {"template": [{"template": [{}]}]}, {"template": [{"template": [{"service_account": true}]}]})
}

test_allow_a_function_account_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_cloudfunctions2_function", {"service_config": [{}]}, {"service_config": [{"service_account_email": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"service_config": [{}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"template": [{"service_account": ""}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"template": [{"template": [{"service_account": ""}]}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"service_config": [{"service_account_email": ""}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"template": [{"service_account": "1-compute@developer.gserviceaccount.com"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"service_config": [{"service_account_email": "p@appspot.gserviceaccount.com"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"template": [{"template": [{"service_account": "1-compute@developer.gserviceaccount.com"}]}]})
}
