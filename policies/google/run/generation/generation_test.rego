package google.run.generation_test

import data.google.run.generation as policy
import data.lib.expect

test_deny_a_bucket_in_the_first_generation if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-010", "google_cloud_run_v2_service.it mounts a file system and does not ask for EXECUTION_ENVIRONMENT_GEN2")} with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"execution_environment": "EXECUTION_ENVIRONMENT_GEN1", "volumes": [{"gcs": [{"bucket": "b"}]}]}]})
	}
}

test_deny_a_share_of_a_job_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-010", "google_cloud_run_v2_job.it mounts a file system and does not ask for EXECUTION_ENVIRONMENT_GEN2")} with input as expect.resource("google_cloud_run_v2_job", stage, {"template": [{"template": [{"volumes": [{"nfs": [{"server": "s"}]}]}]}]})
	}
}

test_allow_the_second_generation if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"execution_environment": "EXECUTION_ENVIRONMENT_GEN2", "volumes": [{"gcs": [{"bucket": "b"}]}]}]})
	}
}

test_deny_a_bucket_that_only_the_apply_will_tell if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-010", "google_cloud_run_v2_service.it mounts a file system and does not ask for EXECUTION_ENVIRONMENT_GEN2")} with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"volumes": [{"gcs": {}}]}]})
	}
}

test_allow_other_volumes if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"volumes": [{"secret": [{"secret": "s"}], "gcs": [], "nfs": []}]}]})
	}
}

test_allow_a_generation_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_cloud_run_v2_service", {"template": [{"volumes": [{"gcs": [{"bucket": "b"}]}]}]}, {"template": [{"execution_environment": true}]})
}

test_allow_the_generation_of_a_job_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_cloud_run_v2_job", {"template": [{"template": [{"volumes": [{"gcs": [{"bucket": "b"}]}]}]}]}, {"template": [{"template": [{"execution_environment": true}]}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"template": [{"execution_environment": "EXECUTION_ENVIRONMENT_GEN1", "volumes": [{"gcs": [{"bucket": "b"}]}]}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"template": [{"template": [{"volumes": [{"nfs": [{"server": "s"}]}]}]}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"template": [{"volumes": [{"gcs": {}}]}]})
}
