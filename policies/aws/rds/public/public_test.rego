package aws.rds.public_test

import data.aws.rds.public as policy
import data.lib.expect

types := ["aws_db_instance", "aws_rds_cluster_instance"]

test_deny_a_public_address if {
	every stage in expect.stages {
		every type in types {
			policy.deny == {expect.violation("AWS-RDS-002", $"{type}.it has an address on the internet (publicly_accessible)")} with input as expect.resource(type, stage, {"publicly_accessible": true})
		}
	}
}

test_allow_a_private_one if {
	every stage in expect.stages {
		every type in types {
			every after in [{}, {"publicly_accessible": false}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"publicly_accessible": true})
}
