package aws.sqs.fifo_test

import data.aws.sqs.fifo as policy
import data.lib.expect

test_deny_a_standard_queue_behind_a_fifo_queue if {
	every stage in expect.stages {
		every after in [{}, {"fifo_queue": false}] {
			policy.deny == {expect.violation("AWS-SQS-008", "aws_sqs_queue.it is a standard queue, its source aws_sqs_queue.other a FIFO one")} with input as dead(stage, after, {"fifo_queue": true})
		}
	}
}

test_deny_a_fifo_queue_behind_a_standard_queue if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-SQS-008", "aws_sqs_queue.it is a FIFO queue, its source aws_sqs_queue.other a standard one")} with input as dead(stage, {"fifo_queue": true}, {})
	}
}

test_allow_two_of_a_kind if {
	every stage in expect.stages {
		every after in [{}, {"fifo_queue": true}] {
			policy.deny == set() with input as dead(stage, after, after)
		}
	}
}

test_deny_nothing_while_either_is_unknown if {
	source := object.union(expect.link("aws_sqs_queue", {}), {"unknown": {"fifo_queue": true}})
	policy.deny == set() with input as expect.linked("aws_sqs_queue", "plan", {"fifo_queue": true}, {"sources": [source]})
	policy.deny == set() with input as object.union(dead("plan", {}, {"fifo_queue": true}), {"unknown": {"fifo_queue": true}})
}

dead(stage, after, source) := expect.linked("aws_sqs_queue", stage, after, {"sources": [expect.link("aws_sqs_queue", source)]})

test_allow_another_type_with_sources if {
	policy.deny == set() with input as object.union(dead("synth", {}, {"fifo_queue": true}), {"type": "random_id"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
