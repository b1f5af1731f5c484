package google.cost.generations_test

import data.google.cost.generations as policy
import data.lib.expect

types := ["google_compute_instance", "google_compute_instance_template"]

test_deny_an_old_machine if {
	every stage in expect.stages {
		every type in types {
			every after in [{"machine_type": "n1-standard-4"}, {"machine_type": "n1-standard-4", "guest_accelerator": []}] {
				policy.deny == {expect.finding("GCP-COST-002", $"{type}.it is a n1-standard-4, which a later family does for less")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_a_shared_core if {
	every stage in expect.stages {
		every type in types {
			policy.deny == {expect.finding("GCP-COST-002", $"{type}.it is a f1-micro, which a later family does for less")} with input as expect.resource(type, stage, {"machine_type": "f1-micro"})
		}
	}
}

test_deny_another_shared_core if {
	every stage in expect.stages {
		every type in types {
			policy.deny == {expect.finding("GCP-COST-002", $"{type}.it is a g1-small, which a later family does for less")} with input as expect.resource(type, stage, {"machine_type": "g1-small"})
		}
	}
}

test_allow_a_later_family if {
	every stage in expect.stages {
		every type in types {
			every after in [{"machine_type": "e2-medium"}, {"machine_type": "n2d-standard-4"}, {}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_what_carries_gpus if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"machine_type": "n1-standard-4", "guest_accelerator": [{"type": "nvidia-tesla-t4", "count": 1}]})
		}
	}
}

test_allow_other_types if {
	every after in [{"machine_type": "n1-standard-4"}, {"machine_type": "n1-standard-4", "guest_accelerator": []}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.resource("random_id", "plan", {"machine_type": "f1-micro"})
	policy.deny == set() with input as expect.resource("random_id", "plan", {"machine_type": "g1-small"})
}
