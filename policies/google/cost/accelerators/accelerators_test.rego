package google.cost.accelerators_test

import data.google.cost.accelerators as policy
import data.lib.expect

types := ["google_compute_instance", "google_compute_instance_template"]

test_deny_the_full_price if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"guest_accelerator": [{"type": "nvidia-tesla-t4"}]},
				{"machine_type": "a2-standard-4"},
				{"machine_type": "a3-standard-4"},
				{"machine_type": "a4-standard-4"},
				{"machine_type": "a4x-standard-4"},
				{"machine_type": "g2-standard-4"},
				{"machine_type": "g4-standard-4"},
				{"machine_type": "g2-standard-4", "scheduling": [{"preemptible": false, "provisioning_model": "STANDARD"}]},
			] {
				policy.deny == {expect.finding("GCP-COST-004", $"{type}.it buys GPUs at the full price and is not production")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_is_a_finding_when_the_price_is_unknown if {
	every type in types {
		policy.deny == {expect.finding("GCP-COST-004", $"{type}.it buys GPUs at the full price and is not production")} with input as expect.unknown(type, {"machine_type": "g2-standard-4"}, {"scheduling": [{"preemptible": true}]})
	}
}

test_allow_the_spot_price if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"machine_type": "g2-standard-4", "scheduling": [{"provisioning_model": "SPOT"}]},
				{"machine_type": "g2-standard-4", "scheduling": [{"preemptible": true}]},
			] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_machines_without_gpus if {
	every stage in expect.stages {
		every type in types {
			every after in [{"machine_type": "e2-medium"}, {}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_production if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.production(expect.resource(type, stage, {"machine_type": "g2-standard-4"}))
		}
	}
}

test_allow_other_types if {
	every after in [
		{"guest_accelerator": [{"type": "nvidia-tesla-t4"}]},
		{"machine_type": "a2-standard-4"},
		{"machine_type": "a3-standard-4"},
		{"machine_type": "a4-standard-4"},
		{"machine_type": "a4x-standard-4"},
		{"machine_type": "g2-standard-4"},
		{"machine_type": "g4-standard-4"},
		{"machine_type": "g2-standard-4", "scheduling": [{"preemptible": false, "provisioning_model": "STANDARD"}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {"machine_type": "g2-standard-4"}, {"scheduling": [{"preemptible": true}]})
}
