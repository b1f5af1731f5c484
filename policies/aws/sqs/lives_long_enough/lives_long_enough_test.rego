package aws.sqs.lives_long_enough_test

import data.aws.sqs.lives_long_enough as policy
import data.lib.expect

test_deny_a_message_that_expires_before_its_last_attempt if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-SQS-010", "aws_sqs_queue.it keeps a message for 1799 s, its 5 attempts take 1800 s")} with input as queue(stage, 5, {"message_retention_seconds": 1799, "visibility_timeout_seconds": 360})
	}
}

test_deny_the_defaults_of_the_provider_when_they_do_not_fit if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-SQS-010", "aws_sqs_queue.it keeps a message for 60 s, its 3 attempts take 90 s")} with input as queue(stage, 3, {"message_retention_seconds": 60})
		policy.deny == {expect.violation("AWS-SQS-010", "aws_sqs_queue.it keeps a message for 345600 s, its 9 attempts take 388800 s")} with input as queue(stage, 9, {"visibility_timeout_seconds": 43200})
	}
}

test_allow_just_enough if {
	every stage in expect.stages {
		policy.deny == set() with input as queue(stage, 5, {"message_retention_seconds": 1800, "visibility_timeout_seconds": 360})
	}
}

test_deny_nothing_while_a_time_is_unknown if {
	every name in ["message_retention_seconds", "visibility_timeout_seconds"] {
		policy.deny == set() with input as object.union(queue("plan", 9, {"visibility_timeout_seconds": 43200}), {"unknown": {name: true}})
	}
}

queue(stage, attempts, after) := expect.resource("aws_sqs_queue", stage, object.union(after, {"redrive_policy": json.marshal({"maxReceiveCount": attempts})}))

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as object.union(queue("synth", 9, {"visibility_timeout_seconds": 43200}), {"type": "random_id"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
