package aws.rds.final_snapshot_test

import data.aws.rds.final_snapshot as policy
import data.lib.expect

types := ["aws_db_instance", "aws_rds_cluster"]

test_deny_no_snapshot if {
	every stage in expect.stages {
		every type in types {
			policy.deny == {expect.violation("AWS-RDS-006", $"{type}.it leaves no snapshot behind (skip_final_snapshot)")} with input as expect.resource(type, stage, {"skip_final_snapshot": true})
		}
	}
}

test_allow_a_snapshot if {
	every stage in expect.stages {
		every type in types {
			every after in [{}, {"skip_final_snapshot": false}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_a_replica if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"skip_final_snapshot": true, "replicate_source_db": "orders"})
		}
	}
}

test_allow_an_environment_that_may_be_thrown_away if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"skip_final_snapshot": true, "tags_all": {"environment": "dev"}})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"skip_final_snapshot": true})
}
