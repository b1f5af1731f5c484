package aws.rds.password_test

import data.aws.rds.password as policy
import data.lib.expect

types := ["aws_db_instance", "aws_rds_cluster"]

test_deny_a_password_of_terraform if {
	every stage in expect.stages {
		every type in types {
			every after in [{}, {"manage_master_user_password": false}] {
				policy.deny == {expect.finding("AWS-RDS-007", $"{type}.it has a password that Terraform knows (manage_master_user_password)")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_a_password_of_rds if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"manage_master_user_password": true})
		}
	}
}

test_allow_what_keeps_none if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"replicate_source_db": 1},
				{"replication_source_identifier": 1},
				{"global_cluster_identifier": 1},
				{"password_wo_version": 1},
				{"master_password_wo_version": 1},
			] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-RDS-007", "aws_db_instance.it has a password that Terraform knows (manage_master_user_password)")} with input as expect.unknown("aws_db_instance", {}, {"manage_master_user_password": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"manage_master_user_password": false})
}
