package aws.rds.upgrades_test

import data.aws.rds.upgrades as policy
import data.lib.expect

types := ["aws_db_instance", "aws_rds_cluster_instance"]

test_deny_no_upgrades if {
	every stage in expect.stages {
		every type in types {
			policy.deny == {expect.violation("AWS-RDS-009", $"{type}.it gets no security updates by itself (auto_minor_version_upgrade)")} with input as expect.resource(type, stage, {"auto_minor_version_upgrade": false})
		}
	}
}

test_allow_upgrades if {
	every stage in expect.stages {
		every type in types {
			every after in [{}, {"auto_minor_version_upgrade": true}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"auto_minor_version_upgrade": false})
}
