package aws.rds.encryption_test

import data.aws.rds.encryption as policy
import data.lib.expect

types := ["aws_db_instance", "aws_rds_cluster"]

test_deny_plaintext if {
	every stage in expect.stages {
		every type in types {
			every after in [{}, {"storage_encrypted": false}] {
				policy.deny == {expect.finding("AWS-RDS-001", $"{type}.it is not encrypted (storage_encrypted)")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_encryption if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"storage_encrypted": true})
		}
	}
}

test_allow_a_replica if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"replicate_source_db": "orders"})
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-RDS-001", "aws_db_instance.it is not encrypted (storage_encrypted)")} with input as expect.unknown("aws_db_instance", {}, {"storage_encrypted": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"storage_encrypted": false})
}
