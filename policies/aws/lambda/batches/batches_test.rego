package aws.lambda.batches_test

import data.aws.lambda.batches as policy
import data.lib.expect

found(what) := {expect.violation("AWS-LAMBDA-017", $"aws_lambda_event_source_mapping.it {what}")}

by_arn(stage, name, after) := expect.resource("aws_lambda_event_source_mapping", stage, object.union(after, {"event_source_arn": $"arn:aws:sqs:eu-west-1:1:{name}"}))

by_link(stage, queue, after) := expect.linked("aws_lambda_event_source_mapping", stage, after, {"queue": [expect.link("aws_sqs_queue", queue)]})

test_deny_a_large_batch_without_a_window if {
	every stage in expect.stages {
		every after in [{"batch_size": 11}, {"batch_size": 11, "maximum_batching_window_in_seconds": 0}] {
			policy.deny == found("takes 11 messages at once without waiting for them") with input as by_arn(stage, "orders", after)
			policy.deny == found("takes 11 messages at once without waiting for them") with input as by_link(stage, {}, after)
		}
	}
}

test_deny_what_a_fifo_queue_has_not if {
	every stage in expect.stages {
		every after in [{"maximum_batching_window_in_seconds": 1}, {"maximum_batching_window_in_seconds": 1, "batch_size": 10}] {
			policy.deny == found("waits 1 s for a batch of a FIFO queue, which has no window") with input as by_arn(stage, "orders.fifo", after)
			policy.deny == found("waits 1 s for a batch of a FIFO queue, which has no window") with input as by_link(stage, {"fifo_queue": true}, after)
		}
		policy.deny == found("takes 11 messages at once from a FIFO queue (10 at most)") | found("waits 1 s for a batch of a FIFO queue, which has no window") with input as by_link(stage, {"fifo_queue": true}, {"batch_size": 11, "maximum_batching_window_in_seconds": 1})
	}
}

test_allow_what_lambda_takes if {
	every stage in expect.stages {
		every after in [{}, {"batch_size": 10}, {"batch_size": 11, "maximum_batching_window_in_seconds": 1}, {"maximum_batching_window_in_seconds": 5}] {
			policy.deny == set() with input as by_arn(stage, "orders", after)
			policy.deny == set() with input as by_link(stage, {"fifo_queue": false}, after)
		}
		policy.deny == set() with input as by_link(stage, {"fifo_queue": true}, {"batch_size": 10})
	}
}

test_deny_nothing_while_the_window_is_unknown if {
	policy.deny == set() with input as object.union(by_arn("plan", "orders", {"batch_size": 11}), {"unknown": {"maximum_batching_window_in_seconds": true}})
}

test_allow_a_stream if {
	policy.deny == set() with input as expect.resource("aws_lambda_event_source_mapping", "plan", {"batch_size": 100, "event_source_arn": "arn:aws:kinesis:eu-west-1:1:stream/orders.fifo", "maximum_batching_window_in_seconds": 0})
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as object.union(by_arn("synth", "orders.fifo", {"batch_size": 11, "maximum_batching_window_in_seconds": 0}), {"type": "random_id"})
	policy.deny == set() with input as object.union(by_arn("synth", "orders.fifo", {"maximum_batching_window_in_seconds": 1}), {"type": "random_id"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
