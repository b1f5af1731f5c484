package aws.cost.standby_test

import data.aws.cost.standby as policy
import data.lib.expect

types := ["aws_db_instance", "aws_elasticache_replication_group"]

test_deny_a_substitute if {
	every stage in expect.stages {
		every type in types {
			every after in [{"multi_az": true}, {"multi_az_enabled": true}] {
				policy.deny == {expect.violation("AWS-COST-006", $"{type}.it keeps a substitute in another zone and is not production")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_one_machine if {
	every stage in expect.stages {
		every type in types {
			every after in [{"multi_az": false}, {"multi_az_enabled": false}, {}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_production if {
	every stage in expect.stages {
		every type in types {
			every after in [{"multi_az": true}, {"multi_az_enabled": true}] {
				policy.deny == set() with input as expect.production(expect.resource(type, stage, after))
			}
		}
	}
}

test_allow_other_types if {
	every after in [{"multi_az": true}, {"multi_az_enabled": true}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
}
