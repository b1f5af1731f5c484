package google.run.concurrency_test

import data.google.run.concurrency as policy
import data.lib.expect

test_deny_a_service_without_a_bound if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-001", "google_cloud_run_v2_service.it has no maximum number of instances")} with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"scaling": [{"min_instance_count": 0}]}]})
	}
}

test_deny_a_function_without_a_bound if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-001", "google_cloudfunctions2_function.it has no maximum number of instances")} with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{}]})
	}
}

test_allow_a_bound_on_a_service if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"scaling": [{"max_instance_count": 10}]}]})
	}
}

test_allow_a_bound_on_a_function if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{"max_instance_count": 10}]})
	}
}

test_deny_a_bound_of_nothing if {
	service := "google_cloud_run_v2_service.it has no maximum number of instances"
	every stage in expect.stages {
		every after in [{"template": [{"scaling": [{"max_instance_count": 0}]}]}, {"scaling": [{"max_instance_count": 0}]}] {
			policy.deny == {expect.finding("GCP-RUN-001", service)} with input as expect.resource("google_cloud_run_v2_service", stage, after)
		}
		policy.deny == {expect.finding("GCP-RUN-001", "google_cloudfunctions2_function.it has no maximum number of instances")} with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{"max_instance_count": 0}]})
	}
}

test_allow_a_single_instance if {
	every stage in expect.stages {
		every after in [{"template": [{"scaling": [{"max_instance_count": 1}]}]}, {"scaling": [{"max_instance_count": 1}]}] {
			policy.deny == set() with input as expect.resource("google_cloud_run_v2_service", stage, after)
		}
		policy.deny == set() with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{"max_instance_count": 1}]})
	}
}

test_allow_a_bound_of_a_service_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_cloud_run_v2_service", {}, {"template": [{"scaling": [{"max_instance_count": true}]}]})
	policy.deny == set() with input as expect.unknown("google_cloud_run_v2_service", {}, {"scaling": [{"max_instance_count": true}]})
}

test_allow_a_bound_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_cloudfunctions2_function", {}, {"service_config": [{"max_instance_count": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
