package aws.sqs.customer_key_test

import data.aws.sqs.customer_key as policy
import data.lib.expect

test_deny_the_keys_of_the_service if {
	every stage in expect.stages {
		every after in [{"kms_master_key_id": "alias/aws/sqs"}, {"sqs_managed_sse_enabled": true}] {
			policy.deny == {expect.violation("AWS-SQS-009", "aws_sqs_queue.it is encrypted with a key of AWS's")} with input as expect.resource("aws_sqs_queue", stage, after)
		}
	}
}

test_allow_a_key_of_ours if {
	every stage in expect.stages {
		every after in [{"kms_master_key_id": "alias/orders"}, {"kms_master_key_id": "alias/orders", "sqs_managed_sse_enabled": true}] {
			policy.deny == set() with input as expect.resource("aws_sqs_queue", stage, after)
		}
	}
}

test_allow_a_key_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_sqs_queue", {"sqs_managed_sse_enabled": true}, {"kms_master_key_id": true})
}

# AWS-SQS-001 speaks of a queue in clear.
test_allow_a_queue_in_clear if {
	policy.deny == set() with input as expect.resource("aws_sqs_queue", "plan", {"sqs_managed_sse_enabled": false})
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"sqs_managed_sse_enabled": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
