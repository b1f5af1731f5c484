package google.run.encryption_test

import data.google.run.encryption as policy
import data.lib.expect

test_deny_a_service_without_a_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-006", "google_cloud_run_v2_service.it is not encrypted with a key of ours")} with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{}]})
	}
}

test_deny_an_empty_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-006", "google_cloud_run_v2_service.it is not encrypted with a key of ours")} with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"encryption_key": ""}]})
	}
}

test_deny_a_job_without_a_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-006", "google_cloud_run_v2_job.it is not encrypted with a key of ours")} with input as expect.resource("google_cloud_run_v2_job", stage, {"template": [{"template": [{"encryption_key": ""}]}]})
	}
}

test_allow_a_key if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"encryption_key": "k"}]})
	}
}

test_allow_the_key_of_a_job if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_job", stage, {"template": [{"template": [{"encryption_key": "k"}]}]})
	}
}

test_allow_a_key_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_cloud_run_v2_service", {"template": [{}]}, {"template": [{"encryption_key": true}]})
}

test_allow_the_key_of_a_job_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_cloud_run_v2_job", {"template": [{"template": [{}]}]}, {"template": [{"template": [{"encryption_key": true}]}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"template": [{}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"template": [{"encryption_key": ""}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"template": [{"template": [{"encryption_key": ""}]}]})
}
