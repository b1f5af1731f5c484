package aws.dynamodb.encryption_test

import data.aws.dynamodb.encryption as policy
import data.lib.expect

test_deny_a_table_without_a_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-DDB-001", "aws_dynamodb_table.it is not encrypted with a key of ours")} with input as expect.resource("aws_dynamodb_table", stage, {})
	}
}

test_deny_encryption_switched_off if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-DDB-001", "aws_dynamodb_table.it is not encrypted with a key of ours")} with input as expect.resource("aws_dynamodb_table", stage, {"server_side_encryption": [{"enabled": false, "kms_key_arn": "arn:aws:kms:eu-west-1:1:key/k"}]})
	}
}

# Enabled without a key, DynamoDB takes AWS's own.
test_deny_the_key_of_the_service if {
	every stage in expect.stages {
		every block in [{"enabled": true}, {"enabled": true, "kms_key_arn": ""}] {
			policy.deny == {expect.finding("AWS-DDB-001", "aws_dynamodb_table.it is not encrypted with a key of ours")} with input as expect.resource("aws_dynamodb_table", stage, {"server_side_encryption": [block]})
		}
	}
}

test_allow_a_key if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_dynamodb_table", stage, {"server_side_encryption": [{"enabled": true, "kms_key_arn": "arn:aws:kms:eu-west-1:1:key/k"}]})
	}
}

test_allow_a_key_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_dynamodb_table", {"server_side_encryption": [{"enabled": true}]}, {"server_side_encryption": [{"kms_key_arn": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
