package google.cost.idle_test

import data.google.cost.idle as policy
import data.lib.expect

types := ["google_cloud_run_v2_service", "google_cloudfunctions2_function"]

test_deny_warm_instances if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"scaling": [{"min_instance_count": 1}]},
				{"template": [{"scaling": [{"min_instance_count": 1}]}]},
				{"service_config": [{"min_instance_count": 1}]},
			] {
				policy.deny == {expect.violation("GCP-COST-001", $"{type}.it keeps 1 instances warm and is not production")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_a_cpu_between_requests if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-COST-001", "google_cloud_run_v2_service.it keeps its CPU between requests and is not production (cpu_idle)")} with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"containers": [{"resources": [{"cpu_idle": true}]}, {"resources": [{"cpu_idle": false}]}]}]})
	}
}

test_allow_what_costs_nothing_at_rest if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"scaling": [{"min_instance_count": 0}]},
				{"template": [{"scaling": [{"min_instance_count": 0}]}]},
				{"service_config": [{"min_instance_count": 0}]},
				{"template": [{"containers": [{"resources": [{"cpu_idle": true}]}]}]},
				{},
			] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_production if {
	every stage in expect.stages {
		every type in types {
			every after in [{"scaling": [{"min_instance_count": 1}]}, {"template": [{"containers": [{"resources": [{"cpu_idle": false}]}]}]}] {
				policy.deny == set() with input as expect.production(expect.resource(type, stage, after))
			}
		}
	}
}

test_allow_a_sensitive_number if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"scaling": [{"min_instance_count": "(sensitive)"}]})
		}
	}
}

test_allow_other_types if {
	every after in [
		{"scaling": [{"min_instance_count": 1}]},
		{"template": [{"scaling": [{"min_instance_count": 1}]}]},
		{"service_config": [{"min_instance_count": 1}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.resource("random_id", "plan", {"template": [{"containers": [{"resources": [{"cpu_idle": true}]}, {"resources": [{"cpu_idle": false}]}]}]})
}
