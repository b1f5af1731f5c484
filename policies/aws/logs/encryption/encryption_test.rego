package aws.logs.encryption_test

import data.aws.logs.encryption as policy
import data.lib.expect

test_deny_a_group_without_a_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-LOGS-001", "aws_cloudwatch_log_group.it is not encrypted with a key of ours")} with input as expect.resource("aws_cloudwatch_log_group", stage, {})
	}
}

test_allow_a_key if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_cloudwatch_log_group", stage, {"kms_key_id": "arn:aws:kms:eu-west-1:1:key/k"})
	}
}

test_allow_a_key_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_cloudwatch_log_group", {}, {"kms_key_id": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
