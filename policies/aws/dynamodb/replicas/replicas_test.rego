package aws.dynamodb.replicas_test

import data.aws.dynamodb.replicas as policy
import data.lib.expect

found(problem) := {expect.finding("AWS-DDB-006", $"aws_dynamodb_table.it has a replica in eu-north-1 that {problem}")}

test_deny_a_replica_without_a_key if {
	every stage in expect.stages {
		every replica in [{}, {"kms_key_arn": ""}] {
			policy.deny == found("is not encrypted with a key of ours") with input as table(stage, object.union(replica, {"point_in_time_recovery": true}))
		}
	}
}

test_deny_a_replica_without_recovery if {
	every stage in expect.stages {
		every replica in [{}, {"point_in_time_recovery": false}] {
			policy.deny == found("cannot be restored to a point in time") with input as table(stage, object.union(replica, {"kms_key_arn": "arn"}))
		}
	}
}

test_deny_both_at_once if {
	policy.deny == found("is not encrypted with a key of ours") | found("cannot be restored to a point in time") with input as table("plan", {})
}

test_allow_a_replica_that_is_kept if {
	every stage in expect.stages {
		policy.deny == set() with input as table(stage, {"kms_key_arn": "arn", "point_in_time_recovery": true})
	}
}

# Synthesized JSON may write one block without its list.
test_allow_one_block_without_its_list if {
	policy.deny == set() with input as expect.resource("aws_dynamodb_table", "synth", {"replica": {"region_name": "eu-north-1", "kms_key_arn": "arn", "point_in_time_recovery": true}})
}

test_allow_a_key_known_only_after_apply if {
	policy.deny == set() with input as object.union(table("plan", {"point_in_time_recovery": true}), {"unknown": {"replica": [{"kms_key_arn": true}]}})
}

test_allow_a_table_without_replicas if {
	policy.deny == set() with input as expect.resource("aws_dynamodb_table", "plan", {})
}

test_deny_a_replica_of_another_stack if {
	every stage in expect.stages {
		policy.deny == {
			expect.finding("AWS-DDB-006", "aws_dynamodb_table_replica.it is not encrypted with a key of ours"),
			expect.finding("AWS-DDB-006", "aws_dynamodb_table_replica.it cannot be restored to a point in time"),
		} with input as expect.resource("aws_dynamodb_table_replica", stage, {})
	}
}

test_allow_a_replica_of_another_stack_that_is_kept if {
	policy.deny == set() with input as expect.resource("aws_dynamodb_table_replica", "plan", {"kms_key_arn": "arn", "point_in_time_recovery": true})
	policy.deny == set() with input as expect.unknown("aws_dynamodb_table_replica", {"point_in_time_recovery": true}, {"kms_key_arn": true})
}

table(stage, replica) := expect.resource("aws_dynamodb_table", stage, {"replica": [object.union(replica, {"region_name": "eu-north-1"})]})

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as object.union(table("synth", {}), {"type": "random_id"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
