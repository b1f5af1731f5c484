package aws.sqs.dead_letter_retention_test

import data.aws.sqs.dead_letter_retention as policy
import data.lib.expect

test_deny_a_dead_letter_queue_that_keeps_no_longer if {
	every stage in expect.stages {
		every kept in [600, 599] {
			policy.deny == {expect.violation("AWS-SQS-006", $"aws_sqs_queue.it keeps messages for {kept} s, its source aws_sqs_queue.other for 600 s")} with input as dead(stage, {"message_retention_seconds": kept}, {"message_retention_seconds": 600})
		}
	}
}

test_deny_the_defaults_of_the_provider if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-SQS-006", "aws_sqs_queue.it keeps messages for 345600 s, its source aws_sqs_queue.other for 345600 s")} with input as dead(stage, {}, {})
	}
}

test_allow_a_dead_letter_queue_that_keeps_longer if {
	every stage in expect.stages {
		policy.deny == set() with input as dead(stage, {"message_retention_seconds": 601}, {"message_retention_seconds": 600})
	}
}

test_allow_a_queue_without_sources if {
	policy.deny == set() with input as expect.resource("aws_sqs_queue", "plan", {"message_retention_seconds": 60})
}

test_deny_nothing_while_either_is_unknown if {
	source := object.union(expect.link("aws_sqs_queue", {}), {"unknown": {"message_retention_seconds": true}})
	policy.deny == set() with input as expect.linked("aws_sqs_queue", "plan", {}, {"sources": [source]})
	unknown := object.union(dead("plan", {}, {}), {"unknown": {"message_retention_seconds": true}})
	policy.deny == set() with input as unknown
}

dead(stage, after, source) := expect.linked("aws_sqs_queue", stage, after, {"sources": [expect.link("aws_sqs_queue", source)]})

test_allow_another_type_with_sources if {
	policy.deny == set() with input as object.union(dead("synth", {}, {}), {"type": "random_id"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
