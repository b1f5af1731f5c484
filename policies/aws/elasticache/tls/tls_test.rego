package aws.elasticache.tls_test

import data.aws.elasticache.tls as policy
import data.lib.expect

test_deny_plaintext if {
	every stage in expect.stages {
		every after in [{}, {"transit_encryption_enabled": false}] {
			policy.deny == {expect.finding("AWS-ELASTICACHE-002", "aws_elasticache_replication_group.it is asked in plaintext (transit_encryption_enabled)")} with input as expect.resource("aws_elasticache_replication_group", stage, after)
		}
	}
}

test_allow_tls if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_elasticache_replication_group", stage, {"transit_encryption_enabled": true})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-ELASTICACHE-002", "aws_elasticache_replication_group.it is asked in plaintext (transit_encryption_enabled)")} with input as expect.unknown("aws_elasticache_replication_group", {}, {"transit_encryption_enabled": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"transit_encryption_enabled": false})
}
