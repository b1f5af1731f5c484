package aws.rds.tls_test

import data.aws.rds.tls as policy
import data.lib.expect

types := ["aws_db_parameter_group", "aws_rds_cluster_parameter_group"]

test_allow_tls if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"parameter": [{"name": "rds.force_ssl", "value": "1"}, {"name": "require_secure_transport", "value": "ON"}]},
				{},
				{"parameter": [{"name": "slow_query_log", "value": "0"}]},
			] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_plaintext if {
	every type in types {
		every name in ["rds.force_ssl", "require_secure_transport"] {
			every value in ["0", 0, "OFF", "false"] {
				every stage in expect.stages {
					policy.deny == {expect.violation("AWS-RDS-008", $"{type}.it takes connections in plaintext ({name})")} with input as expect.resource(type, stage, {"parameter": [{"name": name, "value": value}]})
				}
				policy.deny == set() with input as expect.resource("random_id", "plan", {"parameter": [{"name": name, "value": value}]})
			}
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
