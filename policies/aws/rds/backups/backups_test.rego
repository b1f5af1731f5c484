package aws.rds.backups_test

import data.aws.rds.backups as policy
import data.lib.expect

types := ["aws_db_instance", "aws_rds_cluster"]

test_deny_few_days if {
	every stage in expect.stages {
		every type in types {
			every after in [{}, {"backup_retention_period": 0}, {"backup_retention_period": 6}] {
				policy.deny == {expect.finding("AWS-RDS-003", $"{type}.it keeps backups for less than 7 days (backup_retention_period)")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_a_week if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"backup_retention_period": 7})
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

test_allow_an_environment_that_may_be_thrown_away if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"tags_all": {"environment": "dev"}})
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-RDS-003", "aws_rds_cluster.it keeps backups for less than 7 days (backup_retention_period)")} with input as expect.unknown("aws_rds_cluster", {}, {"backup_retention_period": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"backup_retention_period": 0})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"backup_retention_period": 6})
}
