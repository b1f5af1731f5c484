package aws.sqs.encryption_test

import data.aws.sqs.encryption as policy
import data.lib.expect

test_deny_a_queue_in_clear if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-SQS-001", "aws_sqs_queue.it stores messages in clear")} with input as expect.resource("aws_sqs_queue", stage, {"sqs_managed_sse_enabled": false})
	}
}

test_deny_an_empty_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-SQS-001", "aws_sqs_queue.it stores messages in clear")} with input as expect.resource("aws_sqs_queue", stage, {"kms_master_key_id": ""})
	}
}

test_allow_a_key if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_sqs_queue", stage, {"kms_master_key_id": "alias/orders"})
	}
}

test_allow_the_keys_of_the_service if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_sqs_queue", stage, {"sqs_managed_sse_enabled": true})
	}
}

test_allow_a_key_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_sqs_queue", {}, {"kms_master_key_id": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}

test_allow_the_keys_of_the_service_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_sqs_queue", {}, {"sqs_managed_sse_enabled": true})
}
