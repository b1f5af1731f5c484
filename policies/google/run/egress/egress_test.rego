package google.run.egress_test

import data.google.run.egress as policy
import data.lib.expect

test_deny_a_function_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-005", "google_cloudfunctions2_function.it is on a network, and calls the internet past it")} with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{"vpc_connector": "c"}]})
	}
}

test_deny_a_function_by_private_ranges if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-005", "google_cloudfunctions2_function.it is on a network, and calls the internet past it")} with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{"vpc_connector": "c", "vpc_connector_egress_settings": "PRIVATE_RANGES_ONLY"}]})
	}
}

test_deny_a_service_by_private_ranges if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-005", "google_cloud_run_v2_service.it is on a network, and calls the internet past it")} with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"vpc_access": [{"egress": "PRIVATE_RANGES_ONLY"}]}]})
	}
}

test_deny_a_job_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-RUN-005", "google_cloud_run_v2_job.it is on a network, and calls the internet past it")} with input as expect.resource("google_cloud_run_v2_job", stage, {"template": [{"template": [{"vpc_access": [{}]}]}]})
	}
}

test_allow_all_traffic if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"vpc_access": [{"egress": "ALL_TRAFFIC"}]}]})
	}
}

test_allow_all_traffic_of_a_function if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{"vpc_connector": "c", "vpc_connector_egress_settings": "ALL_TRAFFIC"}]})
	}
}

test_allow_what_is_on_no_network if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{"vpc_connector": ""}]})
	}
}

test_allow_a_service_on_no_network if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"vpc_access": []}]})
	}
}

test_allow_a_setting_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_cloudfunctions2_function", {"service_config": [{"vpc_connector": "c"}]}, {"service_config": [{"vpc_connector_egress_settings": true}]})
}

test_allow_a_service_setting_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_cloud_run_v2_service", {"template": [{"vpc_access": [{}]}]}, {"template": [{"vpc_access": [{"egress": true}]}]})
}

test_allow_a_job_setting_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_cloud_run_v2_job", {"template": [{"template": [{"vpc_access": [{}]}]}]}, {"template": [{"template": [{"vpc_access": [{"egress": true}]}]}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"service_config": [{"vpc_connector": "c"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"service_config": [{"vpc_connector": "c", "vpc_connector_egress_settings": "PRIVATE_RANGES_ONLY"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"template": [{"vpc_access": [{"egress": "PRIVATE_RANGES_ONLY"}]}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"template": [{"template": [{"vpc_access": [{}]}]}]})
}
