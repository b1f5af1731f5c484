package aws.elasticache.zones_test

import data.aws.elasticache.zones as policy
import data.lib.expect

test_deny_no_failover if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-ELASTICACHE-003", "aws_elasticache_replication_group.it does not fail over to another zone (automatic_failover_enabled)")} with input as expect.production(expect.resource("aws_elasticache_replication_group", stage, {"multi_az_enabled": true}))
	}
}

test_deny_one_zone if {
	every stage in expect.stages {
		every after in [{"automatic_failover_enabled": true}, {"automatic_failover_enabled": true, "multi_az_enabled": false}] {
			policy.deny == {expect.finding("AWS-ELASTICACHE-003", "aws_elasticache_replication_group.it does not fail over to another zone (multi_az_enabled)")} with input as expect.production(expect.resource("aws_elasticache_replication_group", stage, after))
		}
	}
}

test_allow_another_zone if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.production(expect.resource("aws_elasticache_replication_group", stage, {"automatic_failover_enabled": true, "multi_az_enabled": true}))
	}
}

test_allow_development if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_elasticache_replication_group", stage, {})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-ELASTICACHE-003", "aws_elasticache_replication_group.it does not fail over to another zone (multi_az_enabled)")} with input as expect.production(expect.unknown("aws_elasticache_replication_group", {"automatic_failover_enabled": true}, {"multi_az_enabled": true}))
}

test_allow_other_types if {
	policy.deny == set() with input as expect.production(expect.resource("random_id", "synth", {"multi_az_enabled": true}))
	policy.deny == set() with input as expect.production(expect.resource("random_id", "synth", {"automatic_failover_enabled": true}))
	policy.deny == set() with input as expect.production(expect.resource("random_id", "synth", {"automatic_failover_enabled": true, "multi_az_enabled": false}))
}
