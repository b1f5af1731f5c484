package aws.lambda.partial_batches_test

import data.aws.lambda.partial_batches as policy
import data.lib.expect

test_deny_a_queue_known_by_its_arn if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-LAMBDA-001", "aws_lambda_event_source_mapping.it does not report partial batch failures")} with input as expect.resource("aws_lambda_event_source_mapping", stage, {"event_source_arn": "arn:aws:sqs:eu-west-1:1:orders"})
	}
}

test_allow_partial_batches if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_lambda_event_source_mapping", stage, {"event_source_arn": "arn:aws:sqs:eu-west-1:1:orders", "function_response_types": ["ReportBatchItemFailures"]})
	}
}

test_allow_a_stream if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_lambda_event_source_mapping", stage, {"event_source_arn": "arn:aws:kinesis:eu-west-1:1:stream/s"})
	}
}

test_deny_a_queue_known_by_reference if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-LAMBDA-001", "aws_lambda_event_source_mapping.it does not report partial batch failures")} with input as expect.linked("aws_lambda_event_source_mapping", stage, {}, {"queue": [{"address": "aws_sqs_queue.orders"}]})
	}
}

test_allow_a_value_known_only_after_apply if {
	policy.deny == set() with input as object.union(expect.unknown("aws_lambda_event_source_mapping", {}, {"function_response_types": true}), {"links": {"queue": [{"address": "aws_sqs_queue.orders"}]}})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
