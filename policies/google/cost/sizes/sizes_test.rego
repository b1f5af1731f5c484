package google.cost.sizes_test

import data.google.cost.sizes as policy
import data.lib.expect

types := ["google_compute_instance", "google_compute_instance_template", "google_sql_database_instance"]

test_deny_a_large_machine if {
	every stage in expect.stages {
		every type in types {
			every after in [{"machine_type": "n2-standard-9"}, {"settings": [{"tier": "n2-standard-9"}]}] {
				policy.deny == {expect.violation("GCP-COST-003", $"{type}.it is a n2-standard-9 and not production (8 cores are usual at most)")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_a_large_machine_with_disks if {
	every stage in expect.stages {
		every type in ["google_compute_instance", "google_compute_instance_template"] {
			policy.deny == {expect.violation("GCP-COST-003", $"{type}.it is a c3-standard-22-lssd and not production (8 cores are usual at most)")} with input as expect.resource(type, stage, {"machine_type": "c3-standard-22-lssd"})
		}
	}
}

test_deny_a_large_machine_made_to_measure if {
	every stage in expect.stages {
		every type in ["google_compute_instance", "google_compute_instance_template"] {
			policy.deny == {expect.violation("GCP-COST-003", $"{type}.it is a n2-custom-10-65536-ext and not production (8 cores are usual at most)")} with input as expect.resource(type, stage, {"machine_type": "n2-custom-10-65536-ext"})
		}
	}
}

test_deny_a_large_database if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-COST-003", "google_sql_database_instance.it is a db-custom-16-61440 and not production (8 cores are usual at most)")} with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"tier": "db-custom-16-61440"}]})
	}
}

test_allow_a_small_machine if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"machine_type": "n2-standard-8"},
				{"machine_type": "e2-medium"},
				{"machine_type": "custom-8-32768"},
				{"settings": [{"tier": "db-custom-2-7680"}]},
				{"settings": [{"tier": "db-f1-micro"}]},
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
			policy.deny == set() with input as expect.production(expect.resource(type, stage, {"machine_type": "n2-standard-16"}))
		}
	}
}

test_allow_other_types if {
	every after in [{"machine_type": "n2-standard-9"}, {"settings": [{"tier": "n2-standard-9"}]}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.resource("random_id", "plan", {"machine_type": "c3-standard-22-lssd"})
	policy.deny == set() with input as expect.resource("random_id", "plan", {"machine_type": "n2-custom-10-65536-ext"})
	policy.deny == set() with input as expect.resource("random_id", "plan", {"settings": [{"tier": "db-custom-16-61440"}]})
}
