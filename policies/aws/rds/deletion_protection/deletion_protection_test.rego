package aws.rds.deletion_protection_test

import data.aws.rds.deletion_protection as policy
import data.lib.expect

types := ["aws_db_instance", "aws_rds_cluster"]

test_deny_no_protection if {
	every stage in expect.stages {
		every type in types {
			every after in [{}, {"deletion_protection": false}] {
				policy.deny == {expect.finding("AWS-RDS-004", $"{type}.it can be deleted in one step")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_protection if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"deletion_protection": true})
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
	policy.deny == {expect.finding("AWS-RDS-004", "aws_db_instance.it can be deleted in one step")} with input as expect.unknown("aws_db_instance", {}, {"deletion_protection": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"deletion_protection": false})
}
