package aws.elasticache.encryption_test

import data.aws.elasticache.encryption as policy
import data.lib.expect

test_deny_plaintext if {
	every stage in expect.stages {
		every after in [{}, {"at_rest_encryption_enabled": false}] {
			policy.deny == {expect.finding("AWS-ELASTICACHE-001", "aws_elasticache_replication_group.it is not encrypted (at_rest_encryption_enabled)")} with input as expect.resource("aws_elasticache_replication_group", stage, after)
		}
	}
}

test_allow_encryption if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_elasticache_replication_group", stage, {"at_rest_encryption_enabled": true})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-ELASTICACHE-001", "aws_elasticache_replication_group.it is not encrypted (at_rest_encryption_enabled)")} with input as expect.unknown("aws_elasticache_replication_group", {}, {"at_rest_encryption_enabled": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"at_rest_encryption_enabled": false})
}
